package dev.runner.report;

import dev.runner.toolchain.Diagnostic;
import dev.runner.verify.TestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A remark on a place in a file.
 *
 * @param error whether it is an error and not a warning
 * @param file relative to the course's directory
 * @param line from 1; 0 where there is none
 * @param column from 1; 0 where there is none
 */
record Annotation(boolean error, String file, int line, int column, String title, String message) {
    /** {@code thread 'x' panicked at FILE:LINE:COLUMN:}, and as it was before Rust 1.73. */
    private static final Pattern PANIC =
            Pattern.compile("panicked at (?:'[^\\n]*', )?([^\\n:']+\\.rs):([0-9]{1,7}):([0-9]{1,7})");

    /** What is to be remarked on an exercise, the most important first. */
    static List<Annotation> of(ExerciseReport exercise) {
        Account account = exercise.account();
        List<Annotation> all = new ArrayList<>();
        for (Diagnostic diagnostic : Details.relevant(account)) {
            if (diagnostic.level() != Diagnostic.Level.NOTE) {
                all.add(of(exercise, diagnostic));
            }
        }
        for (TestResult test : account.tests().failed()) {
            all.add(panic(exercise, test.output(), exercise.name() + ": " + test.name(), said(test)));
        }
        boolean explained = all.stream().anyMatch(Annotation::error);
        if (!exercise.passed() && !explained) {
            all.add(0, whole(exercise, account));
        }
        all.sort(Comparator.comparing(annotation -> !annotation.error));
        return all;
    }

    /** On the verdict itself; what nobody can help is a warning. */
    private static Annotation whole(ExerciseReport exercise, Account account) {
        String headline = Details.headline(account);
        Annotation placed = panic(exercise, account.output().text(), exercise.name(), headline);
        boolean error = account.status() == Status.BROKEN || !account.status().isNobodysFault();
        int line = account.line() > 0 ? account.line() : placed.line;
        return new Annotation(error, placed.file, line, placed.column, exercise.name(), headline);
    }

    private static Annotation of(ExerciseReport exercise, Diagnostic diagnostic) {
        String code = diagnostic.code();
        return new Annotation(
                diagnostic.isError(),
                diagnostic.file().isEmpty() ? exercise.file() : diagnostic.file(),
                diagnostic.line(),
                diagnostic.column(),
                code == null ? exercise.name() : exercise.name() + ": " + code,
                Details.tidy(Details.rendered(diagnostic)));
    }

    private static String said(TestResult test) {
        String output = Details.tidy(test.output());
        return output.isEmpty() ? "test " + test.name() + " failed" : output;
    }

    /** An error where the program panicked; on the whole file where that is not known or not in the course. */
    private static Annotation panic(ExerciseReport exercise, String output, String title, String message) {
        Optional<Matcher> place = Optional.of(PANIC.matcher(output)).filter(Matcher::find);
        if (place.isPresent() && !place.get().group(1).startsWith("/")) {
            Matcher found = place.get();
            return new Annotation(
                    true,
                    found.group(1).replace('\\', '/'),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)),
                    title,
                    message);
        }
        return new Annotation(true, exercise.file(), 0, 0, title, message);
    }
}
