package dev.runner.toolchain;

import java.nio.file.Path;

/**
 * The active toolchain.
 *
 * @param sysroot its directory, as {@code rustc --print sysroot} says
 * @param identity tells this compiler from every other build of it
 * @param clippy whether {@code clippy-driver} is there
 * @param dynamicStd whether the standard library is there as a shared library, so that {@code -C prefer-dynamic} works
 */
public record Release(Path sysroot, String identity, boolean clippy, boolean dynamicStd) {}
