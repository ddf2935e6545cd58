package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A judge of many exercises in two rounds. Each plan is first {@linkplain #begin begun}; those that wait for the others are
 * then {@linkplain #build built}, all of them at once, and {@linkplain Judge#judge judged}. The verdicts are those that the
 * plans get one by one.
 */
interface BatchJudge extends Judge {
    /** A verdict that can be had without the others, or how the plan goes on. */
    Begun begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException;

    /** Builds what waits; called once, when the last plan was begun. */
    void build(Cancellation cancellation) throws InterruptedException;

    /**
     * What came of beginning.
     *
     * @param verdict the verdict, or null if there is none yet
     * @param aside whether the plan needs {@link Judge#judge} at any time and little of a processor; else it waits for
     *     {@link #build}
     */
    record Begun(@Nullable Verdict verdict, boolean aside) {
        static final Begun WAITS = new Begun(null, false);
        static final Begun ASIDE = new Begun(null, true);

        static Begun judged(Verdict verdict) {
            return new Begun(verdict, false);
        }

        Begun map(UnaryOperator<Verdict> change) {
            return verdict == null ? this : judged(change.apply(verdict));
        }
    }
}
