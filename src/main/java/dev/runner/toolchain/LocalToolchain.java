package dev.runner.toolchain;

import java.nio.file.Path;
import java.util.Map;

/** The toolchain of this machine, its programs run with zt-exec. */
public final class LocalToolchain implements Toolchain {
    private final ToolchainLocator.Located located;
    private final Processes processes;

    private LocalToolchain(ToolchainLocator.Located located, Processes processes) {
        this.located = located;
        this.processes = processes;
    }

    /**
     * Finds the toolchain that is active in a directory.
     *
     * @param environment the environment that we were started in
     * @throws ToolchainException if there is none that works
     */
    public static LocalToolchain locate(Path directory, Map<String, String> environment) throws InterruptedException {
        return locate(directory, environment, Confinement.USUAL);
    }

    /**
     * As the other, and runs everything confined.
     *
     * @throws ToolchainException if there is none that works
     */
    public static LocalToolchain locate(Path directory, Map<String, String> environment, Confinement confinement)
            throws InterruptedException {
        Processes processes = new Processes(environment, confinement);
        ToolchainLocator.Located located = new ToolchainLocator(directory, environment, processes).locate();
        // A program that was linked dynamically finds the standard library there.
        processes.readable(located.release().sysroot());
        return new LocalToolchain(located, processes);
    }

    @Override
    public Release release() {
        return located.release();
    }

    @Override
    public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        return processes.run(program(invocation.program()), invocation, cancellation, listener);
    }

    private Path program(Program program) {
        if (program instanceof Program.Built built) {
            return built.binary();
        }
        Tool tool = ((Program.Toolchained) program).tool();
        Path path = located.tools().get(tool);
        if (path == null) {
            throw new ToolchainException(
                    tool.executable() + " is not part of the toolchain in "
                            + located.release().sysroot(),
                    switch (tool) {
                        case CLIPPY_DRIVER -> "run: rustup component add clippy";
                        case RUSTFMT -> "run: rustup component add rustfmt";
                        case RUSTC, CARGO -> "install Rust as https://rustup.rs says";
                    });
        }
        return path;
    }
}
