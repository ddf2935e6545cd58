package dev.runner.cli;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.OutputListener;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Release;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;

/** A toolchain from which the clippy component was left out. */
record WithoutClippy(Toolchain whole) implements Toolchain {
    @Override
    public Release release() {
        Release release = whole.release();
        return new Release(release.sysroot(), release.identity(), false, release.dynamicStd());
    }

    @Override
    public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        if (invocation.program() instanceof Program.Toolchained toolchained
                && toolchained.tool() == Tool.CLIPPY_DRIVER) {
            throw new AssertionError("clippy is not there");
        }
        return whole.run(invocation, cancellation, listener);
    }
}
