package dev.runner.testing;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Verdicts as judges give them. */
public final class Verdicts {
    private Verdicts() {}

    /** A pass whose program printed something. */
    public static Verdict passed(String output) {
        return new Verdict.Passed(List.of(), TestReport.NONE, Transcript.of(output));
    }

    /** Code that does not compile: a moved value, and so many more errors. */
    public static Verdict moved(int more) {
        List<Diagnostic> errors = new ArrayList<>();
        errors.add(error("E0382", "borrow of moved value: `lamp`", 7));
        for (int i = 0; i < more; i++) {
            errors.add(error("E0425", "cannot find value `bulb` in this scope", 9 + i));
        }
        return new Verdict.Failed(
                Check.BUILD, "E0382: borrow of moved value: `lamp`", errors, TestReport.NONE, Transcript.EMPTY);
    }

    private static Diagnostic error(String code, String message, int line) {
        String rendered = "error[" + code + "]: " + message + "\n --> exercises/01_lamps/lamp1.rs:" + line + ":5\n";
        return new Diagnostic(Diagnostic.Level.ERROR, code, message, "exercises/01_lamps/lamp1.rs", line, 5, rendered);
    }

    /** One of two tests failed. */
    public static Verdict testFailed() {
        TestReport report = new TestReport(
                List.of(
                        new TestResult("tests::it_is_dark", TestResult.Status.PASSED, ""),
                        new TestResult(
                                "tests::it_is_light",
                                TestResult.Status.FAILED,
                                "assertion `left == right` failed\n  left: 3\n right: 4")),
                true);
        return new Verdict.Failed(Check.TEST, "1 of 2 tests failed", List.of(), report, Transcript.of("noise"));
    }

    /** A test that did not end. */
    public static Verdict timedOut() {
        return new Verdict.TimedOut(Check.TEST, Duration.ofSeconds(10), Transcript.of("still here\n"));
    }
}
