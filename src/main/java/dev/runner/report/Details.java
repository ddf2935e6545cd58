package dev.runner.report;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestResult;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What reports for people say of an exercise, as plain text. */
final class Details {
    private Details() {}

    /** Why it stands so, in one line, with the check that failed. */
    static String headline(Account account) {
        String stage = stage(account.check());
        if (account.status() == Status.NOT_RUNNABLE) {
            stage = "not runnable here: ";
        }
        return stage + account.reason().strip();
    }

    private static String stage(@Nullable Check check) {
        if (check == null) {
            return "";
        }
        return switch (check) {
            case BUILD -> "does not compile: ";
            case TEST -> "tests: ";
            case LINT -> "clippy: ";
            case RUN -> "run: ";
        };
    }

    /** The headline and what it rests on. */
    static String message(Account account) {
        String evidence = evidence(account).strip();
        return headline(account) + (evidence.isEmpty() ? "" : "\n\n" + evidence);
    }

    /** What the verdict rests on: diagnostics, failed tests, what was printed, what to do; empty if there is nothing. */
    static String evidence(Account account) {
        StringBuilder text = new StringBuilder();
        relevant(account).forEach(diagnostic -> paragraph(text, rendered(diagnostic)));
        for (TestResult test : account.tests().failed()) {
            paragraph(text, "test " + test.name() + " failed\n" + test.output());
        }
        if (account.tests().failed().isEmpty()) {
            paragraph(text, printed(account.output()));
        }
        if (account.help() != null) {
            paragraph(text, "help: " + account.help());
        }
        return text.toString();
    }

    /** Warnings beside errors are noise until the errors are gone. */
    static List<Diagnostic> relevant(Account account) {
        List<Diagnostic> errors =
                account.diagnostics().stream().filter(Diagnostic::isError).toList();
        return errors.isEmpty() ? account.diagnostics() : errors;
    }

    static String rendered(Diagnostic diagnostic) {
        return diagnostic.rendered().isBlank() ? diagnostic.message() : diagnostic.rendered();
    }

    /** Both ends of it, and how much is missing between. */
    static String printed(Transcript output) {
        return output.text();
    }

    /** Without blanks at the ends, and without the standard library's advice on backtraces, no help in an exercise. */
    static String tidy(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("note: run with `RUST_BACKTRACE="))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static void paragraph(StringBuilder text, String more) {
        String kept = tidy(more);
        if (!kept.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(kept).append('\n');
        }
    }
}
