package dev.runner.toolchain;

import java.nio.file.Path;

/** What an {@link Invocation} starts. */
public sealed interface Program {
    /** A tool of the active toolchain: trusted, and found by the toolchain itself. */
    record Toolchained(Tool tool) implements Program {}

    /** A program that a learner wrote, or a test build of it: nothing about it is trusted. */
    record Built(Path binary) implements Program {}
}
