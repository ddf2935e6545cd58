package dev.runner.report;

import dev.runner.toolchain.Ansi;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A verdict of any kind in one shape, its texts without terminal control sequences: {@link #of} takes it apart,
 * {@link #verdict} puts it together again. What depends on which test's thread was the quickest is left out, so that two runs
 * say the same: the harness's own transcript where each failed test has its output, and the advice on backtraces, which is
 * given to the first that panics.
 *
 * @param status the kind
 * @param check the check that failed, where one did
 * @param reason why, in one line
 * @param diagnostics the compiler's and clippy's, in the verdict's order
 * @param tests the tests' results
 * @param output what was printed
 * @param limit the limit that was reached, or null
 * @param line the line of the mark that says that it is not done; 0 elsewhere
 * @param help what to do where the machine is at fault, or null
 */
record Account(
        Status status,
        @Nullable Check check,
        String reason,
        List<Diagnostic> diagnostics,
        TestReport tests,
        Transcript output,
        @Nullable Duration limit,
        int line,
        @Nullable String help) {
    Account {
        diagnostics = List.copyOf(diagnostics);
    }

    static Account of(Verdict verdict) {
        Account account = taken(verdict);
        return new Account(
                account.status,
                account.check,
                Ansi.strip(account.reason),
                account.diagnostics.stream().map(Account::plain).toList(),
                plain(account.tests),
                account.tests.failed().isEmpty() ? plain(account.output) : Transcript.EMPTY,
                account.limit,
                account.line,
                account.help == null ? null : Ansi.strip(account.help));
    }

    static Status statusOf(Verdict verdict) {
        return taken(verdict).status;
    }

    private static Account taken(Verdict verdict) {
        String reason = verdict.reason();
        if (verdict instanceof Verdict.Passed passed) {
            return passed(Status.PASSED, reason, passed, 0);
        }
        if (verdict instanceof Verdict.Pending pending) {
            return passed(Status.PENDING, reason, pending.found(), pending.line());
        }
        if (verdict instanceof Verdict.Failed failed) {
            return new Account(
                    Status.FAILED,
                    failed.check(),
                    reason,
                    failed.diagnostics(),
                    failed.tests(),
                    failed.output(),
                    null,
                    0,
                    null);
        }
        if (verdict instanceof Verdict.TimedOut late) {
            return bare(Status.TIMED_OUT, late.check(), reason, late.output(), late.limit(), null);
        }
        if (verdict instanceof Verdict.Tampered tampered) {
            return bare(Status.TAMPERED, null, reason, tampered.output(), null, null);
        }
        if (verdict instanceof Verdict.NotRunnable not) {
            return bare(Status.NOT_RUNNABLE, null, reason, Transcript.EMPTY, null, not.help());
        }
        throw new IllegalArgumentException("an unknown kind of verdict: " + verdict.getClass());
    }

    private static Account passed(Status status, String reason, Verdict.Passed passed, int line) {
        return new Account(status, null, reason, passed.warnings(), passed.tests(), passed.output(), null, line, null);
    }

    private static Account bare(
            Status status,
            @Nullable Check check,
            String reason,
            Transcript output,
            @Nullable Duration limit,
            @Nullable String help) {
        return new Account(status, check, reason, List.of(), TestReport.NONE, output, limit, 0, help);
    }

    /**
     * The verdict.
     *
     * @throws IllegalArgumentException if something is missing that a verdict of this kind has
     */
    Verdict verdict() {
        return switch (status) {
            case PASSED -> new Verdict.Passed(diagnostics, tests, output);
            case PENDING -> new Verdict.Pending(new Verdict.Passed(diagnostics, tests, output), line);
            case FAILED -> new Verdict.Failed(needed(check, "check"), reason, diagnostics, tests, output);
            case TIMED_OUT -> new Verdict.TimedOut(needed(check, "check"), needed(limit, "limit"), output);
            case TAMPERED -> new Verdict.Tampered(reason, output);
            case NOT_RUNNABLE -> new Verdict.NotRunnable(reason, needed(help, "help"));
            case BROKEN, NOT_JUDGED -> throw new IllegalArgumentException(status.id() + " is no verdict");
        };
    }

    private static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static Diagnostic plain(Diagnostic diagnostic) {
        return new Diagnostic(
                diagnostic.level(),
                diagnostic.code(),
                Ansi.strip(diagnostic.message()),
                diagnostic.file(),
                diagnostic.line(),
                diagnostic.column(),
                Ansi.strip(diagnostic.rendered()));
    }

    private static TestReport plain(TestReport tests) {
        return new TestReport(
                tests.results().stream()
                        .map(test ->
                                new TestResult(test.name(), test.status(), Details.tidy(Ansi.strip(test.output()))))
                        .toList(),
                tests.finished());
    }

    private static Transcript plain(Transcript output) {
        return new Transcript(Ansi.strip(output.head()), output.omittedBytes(), Ansi.strip(output.tail()));
    }
}
