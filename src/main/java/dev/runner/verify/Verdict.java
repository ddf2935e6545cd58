package dev.runner.verify;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import java.time.Duration;
import java.util.List;

/**
 * What verification says of one exercise. It depends on nothing but the {@link CheckPlan} it was asked for and the
 * toolchain: no times, no paths of scratch files.
 */
public sealed interface Verdict {
    /** Whether the exercise passed. */
    default boolean passed() {
        return false;
    }

    /** The reason in one line, without a full stop; for a pass, a word of praise is the view's business. */
    String reason();

    /**
     * Every check passed.
     *
     * @param warnings what the compiler and clippy still remark, in order
     * @param tests the tests' results
     * @param output what the program printed
     */
    record Passed(List<Diagnostic> warnings, TestReport tests, Transcript output) implements Verdict {
        public Passed {
            warnings = List.copyOf(warnings);
        }

        @Override
        public boolean passed() {
            return true;
        }

        @Override
        public String reason() {
            return tests.results().isEmpty() ? "passed" : count(tests.passedCount(), "test") + " passed";
        }
    }

    /**
     * A check failed.
     *
     * @param check which
     * @param reason why, in one line
     * @param diagnostics the compiler's or clippy's, errors first, each kind in order; empty when the code was accepted
     * @param tests the tests' results
     * @param output what the program or the tests printed
     */
    record Failed(Check check, String reason, List<Diagnostic> diagnostics, TestReport tests, Transcript output)
            implements Verdict {
        public Failed {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * A limit on time was reached.
     *
     * @param check during which check
     * @param limit the limit
     * @param output what was printed until then
     */
    record TimedOut(Check check, Duration limit, Transcript output) implements Verdict {
        @Override
        public String reason() {
            return check == Check.BUILD || check == Check.LINT
                    ? "the compiler was still busy after " + seconds(limit)
                    : "still running after " + seconds(limit) + ": probably an endless loop";
        }
    }

    /**
     * The course's tests are not what ran.
     *
     * @param reason what is wrong with them, in one line
     * @param output what the tests printed
     */
    record Tampered(String reason, Transcript output) implements Verdict {}

    /**
     * Every check passed, but the file still carries the mark {@code I AM NOT DONE}.
     *
     * @param found what was found otherwise
     * @param line the mark's line, from 1
     */
    record Pending(Passed found, int line) implements Verdict {
        @Override
        public String reason() {
            return "everything passes, but line " + line + " still says I AM NOT DONE";
        }
    }

    /**
     * It can't be judged on this machine: nobody's failure.
     *
     * @param reason why not, in one line
     * @param help what to type to change that
     */
    record NotRunnable(String reason, String help) implements Verdict {}

    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis / 1000.0 + " s";
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
