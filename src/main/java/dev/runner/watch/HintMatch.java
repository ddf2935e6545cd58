package dev.runner.watch;

import dev.runner.course.HintStage;
import dev.runner.toolchain.Diagnostic;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;

/** Whether a hint's stage was written for a failure. */
final class HintMatch {
    private HintMatch() {}

    /** Whether one of the stage's marks names an error code, a lint or a failed test of the verdict, or how it ended. */
    static boolean fits(HintStage stage, Verdict verdict) {
        return stage.marks().stream().anyMatch(mark -> names(mark, verdict));
    }

    private static boolean names(String mark, Verdict verdict) {
        if (verdict instanceof Verdict.TimedOut) {
            return mark.equals("timeout");
        }
        if (!(verdict instanceof Verdict.Failed failed)) {
            return false;
        }
        boolean code =
                failed.diagnostics().stream().filter(Diagnostic::isError).anyMatch(error -> mark.equals(error.code()));
        boolean test = failed.tests().failed().stream()
                .map(TestResult::shortName)
                .anyMatch(name -> mark.equals("test:" + name));
        return code || test || mark.equals("panic") && failed.reason().contains("panicked");
    }
}
