package dev.runner.verify;

import dev.runner.toolchain.Diagnostic;
import java.util.Locale;

/** Verdicts as texts, for comparison with what was expected and with each other. */
final class Described {
    private Described() {}

    /** What kind it is and why, such as {@code TEST: 1 of 2 tests failed}. */
    static String briefly(Verdict verdict) {
        String kind = verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (verdict instanceof Verdict.Failed failed) {
            kind = failed.check().name();
        } else if (verdict instanceof Verdict.TimedOut timedOut) {
            kind = timedOut.check().name();
        }
        return kind.equals(verdict.reason()) ? kind : kind + ": " + verdict.reason();
    }

    /** Everything that a learner gets to see of it, but for what a program wrote before it was stopped. */
    static String wholly(Verdict verdict) {
        StringBuilder text = new StringBuilder(briefly(verdict)).append('\n');
        if (verdict instanceof Verdict.Passed passed) {
            passed.warnings().forEach(warning -> append(text, warning));
            append(text, passed.tests());
            text.append(passed.output().text());
        } else if (verdict instanceof Verdict.Failed failed) {
            failed.diagnostics().forEach(diagnostic -> append(text, diagnostic));
            append(text, failed.tests());
            text.append(failed.check() == Check.RUN ? failed.output().text() : "");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Diagnostic diagnostic) {
        text.append(diagnostic.level())
                .append(' ')
                .append(diagnostic.code())
                .append(' ')
                .append(diagnostic.file())
                .append(':')
                .append(diagnostic.line())
                .append(':')
                .append(diagnostic.column())
                .append(' ')
                .append(diagnostic.message())
                .append('\n')
                .append(diagnostic.rendered());
    }

    private static void append(StringBuilder text, TestReport report) {
        report.results()
                .forEach(test -> text.append(test.name())
                        .append(' ')
                        .append(test.status())
                        .append('\n')
                        .append(test.output())
                        .append('\n'));
    }
}
