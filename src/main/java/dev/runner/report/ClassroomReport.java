package dev.runner.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * A report as GitHub Classroom's autograding reporter takes it from a step's output {@code result}: one payload for all
 * exercises, a test each. {@code max_score} is the sum of the exercises' points.
 */
final class ClassroomReport {
    private ClassroomReport() {}

    static String write(Report report) {
        return Json.text(json -> {
            json.beginObject();
            json.name("version").value(1);
            json.name("status").value(status(report));
            json.name("max_score").value(report.points());
            json.name("tests").beginArray();
            for (ExerciseReport exercise : report.exercises()) {
                test(json, report, exercise);
            }
            json.endArray();
            json.endObject();
        });
    }

    /** The line for a file of a step's outputs. */
    static String output(Report report) {
        byte[] payload = write(report).getBytes(StandardCharsets.UTF_8);
        return "result=" + Base64.getEncoder().encodeToString(payload) + "\n";
    }

    /** {@code error} only where nobody's work failed. */
    private static String status(Report report) {
        List<String> words = report.exercises().stream()
                .map(exercise -> exercise.status().word())
                .toList();
        return words.contains("fail") ? "fail" : words.contains("error") ? "error" : "pass";
    }

    private static void test(JsonWriter json, Report report, ExerciseReport exercise) throws IOException {
        Account account = exercise.account();
        json.beginObject();
        json.name("name").value(exercise.name());
        json.name("status").value(account.status().word());
        json.name("score").value(report.score(exercise));
        json.name("message").value(exercise.passed() ? "" : Details.message(account));
        json.name("test_code").value("runner run " + exercise.name());
        json.name("filename").value(report.inRepository(exercise.file()));
        json.name("line_no").value(line(exercise));
        json.name("duration").value(exercise.duration().toMillis());
        json.endObject();
    }

    /** Where it failed, or 0. */
    private static int line(ExerciseReport exercise) {
        return exercise.passed() ? 0 : Annotation.of(exercise).get(0).line();
    }
}
