package dev.runner.view;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Shows what a verdict rests on: the first error first, failed tests before the others, then what was printed. */
public final class VerdictView {
    private final Theme theme;
    private final int errorsShown;
    private final String howToSeeMore;

    /** @param errorsShown how many errors are shown in full before the rest is only counted, at least 1 */
    public VerdictView(Theme theme, int errorsShown) {
        this(theme, errorsShown, "");
    }

    /** @param howToSeeMore what stands behind the count of the errors that are not shown */
    VerdictView(Theme theme, int errorsShown, String howToSeeMore) {
        this.theme = theme;
        this.errorsShown = errorsShown;
        this.howToSeeMore = howToSeeMore;
    }

    /** The lines for one exercise's verdict, the closing line with its reason included. */
    public List<Line> lines(String name, Verdict verdict) {
        List<Line> lines = evidence(verdict);
        lines.add(closing(name, verdict));
        lines.addAll(help(verdict));
        return lines;
    }

    /** What the verdict rests on, without the line that says how it went. */
    List<Line> evidence(Verdict verdict) {
        List<Line> lines = new ArrayList<>();
        if (verdict instanceof Verdict.Passed passed) {
            passed(passed, lines);
        } else if (verdict instanceof Verdict.Pending pending) {
            passed(pending.found(), lines);
        } else if (verdict instanceof Verdict.Failed failed) {
            failed(failed, lines);
        } else if (verdict instanceof Verdict.TimedOut timedOut) {
            output(timedOut.output(), lines);
        } else if (verdict instanceof Verdict.Tampered tampered) {
            output(tampered.output(), lines);
        }
        return lines;
    }

    /** What to do where nobody's code is at fault. */
    static List<Line> help(Verdict verdict) {
        return verdict instanceof Verdict.NotRunnable notRunnable
                ? List.of(Line.of("help: ", Style.ACCENT).and(notRunnable.help()))
                : List.of();
    }

    /** One line that says how it went. */
    public Line closing(String name, Verdict verdict) {
        if (verdict.passed()) {
            return Line.of(theme.tick() + " " + name, Style.SUCCESS)
                    .and(verdict.reason().equals("passed") ? " passed" : theme.dot() + verdict.reason());
        }
        return mark(name, verdict)
                .and(theme.dot() + stage(verdict) + verdict.reason().strip());
    }

    private Line mark(String name, Verdict verdict) {
        boolean nobodysFault = verdict instanceof Verdict.NotRunnable || verdict instanceof Verdict.Pending;
        return Line.of(
                (nobodysFault ? "- " : theme.cross() + " ") + name, nobodysFault ? Style.WARNING : Style.FAILURE);
    }

    /** The check that failed, in words, with a colon. */
    static String stage(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return stage(failed.check()) + ": ";
        }
        if (verdict instanceof Verdict.TimedOut timedOut) {
            return stage(timedOut.check()) + ": ";
        }
        if (verdict instanceof Verdict.NotRunnable) {
            return "not runnable here: ";
        }
        return "";
    }

    private static String stage(Check check) {
        return switch (check) {
            case BUILD -> "does not compile";
            case TEST -> "tests";
            case LINT -> "clippy";
            case RUN -> "run";
        };
    }

    private void passed(Verdict.Passed passed, List<Line> lines) {
        diagnostics(passed.warnings(), lines);
        output(passed.output(), lines);
    }

    private void failed(Verdict.Failed failed, List<Line> lines) {
        boolean refused = failed.check() == Check.BUILD || failed.check() == Check.LINT;
        if (refused) {
            diagnostics(failed.diagnostics(), lines);
        }
        if (failed.check() == Check.TEST && !failed.tests().failed().isEmpty()) {
            tests(failed.tests(), lines);
        } else {
            output(failed.output(), lines);
        }
    }

    private void tests(TestReport report, List<Line> lines) {
        for (TestResult test : report.failed()) {
            lines.add(Line.of(theme.cross() + " " + test.name(), Style.FAILURE));
            test.output().lines().filter(VerdictView::tellsSomething).forEach(line -> lines.add(indented(line)));
            lines.add(Line.EMPTY);
        }
        for (TestResult test : report.results()) {
            if (test.status() == TestResult.Status.PASSED) {
                lines.add(Line.of(theme.tick() + " " + test.name(), Style.SUCCESS));
            } else if (test.status() == TestResult.Status.IGNORED) {
                lines.add(Line.of("- " + test.name() + " (ignored)", Style.FAINT));
            }
        }
    }

    /** The standard library's advice on backtraces is no help in an exercise. */
    private static boolean tellsSomething(String line) {
        return !line.isBlank() && !line.startsWith("note: run with `RUST_BACKTRACE=");
    }

    private static Line indented(String line) {
        return Line.of("    ").and(line, Style.COLOURED);
    }

    private void diagnostics(List<Diagnostic> diagnostics, List<Line> lines) {
        int errors = 0;
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.isError() && ++errors > errorsShown) {
                continue;
            }
            if (!diagnostic.isError() && errors > 0) {
                // Warnings beside errors are noise until the errors are gone.
                continue;
            }
            diagnostic.rendered().lines().forEach(line -> lines.add(Line.of(line, Style.COLOURED)));
        }
        if (errors > errorsShown) {
            int more = errors - errorsShown;
            lines.add(Line.of("and " + more + " more error" + (more == 1 ? "" : "s") + howToSeeMore, Style.FAINT));
            lines.add(Line.EMPTY);
        }
    }

    private static void output(Transcript output, List<Line> lines) {
        if (!output.isEmpty()) {
            output.text().lines().forEach(line -> lines.add(Line.of(line, Style.COLOURED)));
        }
    }
}
