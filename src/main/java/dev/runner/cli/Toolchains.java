package dev.runner.cli;

import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import java.nio.file.Path;

/** Finds toolchains. */
public interface Toolchains {
    /**
     * The toolchain that is active in a directory.
     *
     * @param confinement where and how its processes run
     * @throws dev.runner.toolchain.ToolchainException if there is none that works
     */
    Toolchain locate(Path directory, Confinement confinement);
}
