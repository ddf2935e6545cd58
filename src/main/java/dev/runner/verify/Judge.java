package dev.runner.verify;

import dev.runner.toolchain.Cancellation;

/**
 * Gives the {@link Verdict} on a {@link CheckPlan}. The same plan over the same files with the same toolchain gets the
 * same verdict, so a judge can be put in front of another to remember what it said. Safe for use by many threads.
 */
public interface Judge {
    /**
     * Judges; blocks until it is done.
     *
     * @throws InterruptedException if this thread is interrupted
     * @throws java.util.concurrent.CancellationException if {@code cancellation} asks before the verdict is found
     * @throws dev.runner.toolchain.ToolchainException if the toolchain can't be used
     */
    Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException;
}
