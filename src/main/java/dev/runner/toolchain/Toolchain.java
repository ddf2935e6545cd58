package dev.runner.toolchain;

/**
 * rustc, cargo and clippy, and the programs that they build, as something that can be asked to run. Safe for use by
 * many threads at once.
 */
public interface Toolchain {
    /** Which toolchain this is; found once. */
    Release release();

    /**
     * Runs a process and waits for its end. When this returns, its whole tree is gone, whatever the reason for its end.
     *
     * @param cancellation ends it early
     * @param listener hears its lines as they come
     * @throws InterruptedException if this thread is interrupted; the tree is ended first
     * @throws ToolchainException if it can't be started, or the toolchain lacks the tool
     */
    Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException;

    /** As the other, heard by nobody. */
    default Completion run(Invocation invocation, Cancellation cancellation) throws InterruptedException {
        return run(invocation, cancellation, OutputListener.NONE);
    }
}
