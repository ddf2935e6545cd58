package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.Optional;

/**
 * A judge of many exercises in two rounds. Each plan is first {@linkplain #begin begun}; those that got no verdict are then
 * {@linkplain #build built}, all of them at once, and {@linkplain Judge#judge judged}. The verdicts are those that the
 * plans get one by one.
 */
interface BatchJudge extends Judge {
    /** A verdict that can be had without the others, or empty if the plan waits for {@link #build}. */
    Optional<Verdict> begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException;

    /** Builds what waits; called once, when the last plan was begun. */
    void build(Cancellation cancellation) throws InterruptedException;
}
