package dev.runner.report;

import com.google.gson.stream.JsonWriter;
import dev.runner.verify.Check;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A report as Exercism's {@code results.json}, version 2: a test per exercise. As Exercism means it, {@code error} is what
 * did not come to run: code that does not compile, too. The whole is an error only where nothing came to run.
 */
final class ExercismReport {
    /** Exercism shows no more of a test's output. */
    private static final int LONGEST_OUTPUT = 500;

    private static final String CUT = "\n[output was cut]";

    private ExercismReport() {}

    static String write(Report report) {
        String status = status(report);
        return Json.text(json -> {
            json.beginObject();
            json.name("version").value(2);
            json.name("status").value(status);
            json.name("message").value(status.equals("error") ? messages(report) : null);
            json.name("tests").beginArray();
            for (ExerciseReport exercise : report.exercises()) {
                test(json, exercise);
            }
            json.endArray();
            json.endObject();
        });
    }

    private static String status(Report report) {
        if (report.passed()) {
            return "pass";
        }
        boolean anyRan = report.exercises().stream()
                .anyMatch(exercise -> !word(exercise.account()).equals("error"));
        return anyRan ? "fail" : "error";
    }

    private static String word(Account account) {
        boolean didNotRun = account.check() == Check.BUILD;
        return didNotRun ? "error" : account.status().word();
    }

    private static String messages(Report report) {
        StringBuilder text = new StringBuilder();
        for (ExerciseReport exercise : report.exercises()) {
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(exercise.name())
                    .append(": ")
                    .append(Details.message(exercise.account()));
        }
        return text.toString();
    }

    private static void test(JsonWriter json, ExerciseReport exercise) throws IOException {
        Account account = exercise.account();
        json.beginObject();
        json.name("name").value(exercise.name());
        json.name("status").value(word(account));
        json.name("message").value(exercise.passed() ? null : Details.message(account));
        json.name("output").value(output(account));
        json.endObject();
    }

    private static @Nullable String output(Account account) {
        String text = Details.printed(account.output());
        if (text.isBlank()) {
            return null;
        }
        if (text.length() <= LONGEST_OUTPUT) {
            return text;
        }
        int end = LONGEST_OUTPUT - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
