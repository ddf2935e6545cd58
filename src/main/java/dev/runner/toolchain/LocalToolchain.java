package dev.runner.toolchain;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The toolchain of this machine, its programs run with zt-exec or, where that is the same, by a fork server. */
public final class LocalToolchain implements Toolchain, AutoCloseable {
    private final ToolchainLocator.Located located;
    private final Processes processes;
    private final Optional<Forks> forks;

    private LocalToolchain(ToolchainLocator.Located located, Processes processes, Optional<Forks> forks) {
        this.located = located;
        this.processes = processes;
        this.forks = forks;
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
        return new LocalToolchain(located, processes, Optional.empty());
    }

    /**
     * The same with compilers that stay loaded, where this system can do that. It holds processes until this program ends
     * or it is closed.
     *
     * @param environment the environment that we were started in
     */
    public LocalToolchain forking(Map<String, String> environment) {
        return new LocalToolchain(located, processes, Forks.of(environment, located, processes));
    }

    /** Ends the compilers that stayed loaded; without them nothing. */
    @Override
    public void close() {
        forks.ifPresent(Forks::close);
    }

    @Override
    public Release release() {
        return located.release();
    }

    @Override
    public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        Path program = program(invocation.program());
        if (forks.isPresent() && listener == OutputListener.NONE) {
            Optional<Completion> forked = forks.get().run(program, invocation, cancellation);
            if (forked.isPresent()) {
                return forked.get();
            }
        }
        return processes.run(program, invocation, cancellation, listener);
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
