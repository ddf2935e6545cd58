package dev.runner.verify;

import dev.runner.toolchain.Transcript;
import java.util.List;

/** Verdicts on tests that are not the course's. */
final class Tampering {
    private static final int REASONS_SHOWN = 3;

    private Tampering() {}

    /** Whether it is still to be asked: nobody needs to hear of it while the code is wrong anyway. */
    static boolean isOpen(Verdict verdict) {
        return verdict.passed() || verdict instanceof Verdict.Pending || verdict instanceof Verdict.Tampered;
    }

    /** @param reasons at least one */
    static Verdict verdict(List<String> reasons, Transcript output) {
        int more = reasons.size() - REASONS_SHOWN;
        String shown = String.join("; ", reasons.subList(0, Math.min(REASONS_SHOWN, reasons.size())));
        return new Verdict.Tampered(more > 0 ? shown + "; and " + more + " more" : shown, output);
    }

    static Transcript output(Verdict verdict) {
        if (verdict instanceof Verdict.Passed passed) {
            return passed.output();
        }
        return verdict instanceof Verdict.Tampered tampered ? tampered.output() : Transcript.EMPTY;
    }
}
