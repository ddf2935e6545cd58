package dev.runner.verify;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one process chain of a judgement ended: a build and the run of what it built, or a lint.
 *
 * @param failure the verdict that it means by itself, or null if it is content
 * @param warnings the compiler's remarks
 * @param tests the tests' results
 * @param output what the program printed
 */
record Outcome(@Nullable Verdict failure, List<Diagnostic> warnings, TestReport tests, Transcript output) {
    static final Outcome CONTENT = new Outcome(null, List.of(), TestReport.NONE, Transcript.EMPTY);

    static Outcome failed(Verdict failure) {
        return new Outcome(failure, List.of(), TestReport.NONE, Transcript.EMPTY);
    }

    static Outcome content(List<Diagnostic> warnings) {
        return new Outcome(null, warnings, TestReport.NONE, Transcript.EMPTY);
    }

    boolean failedAt(Check check) {
        return failure instanceof Verdict.Failed failed && failed.check() == check
                || failure instanceof Verdict.TimedOut timedOut && timedOut.check() == check;
    }
}
