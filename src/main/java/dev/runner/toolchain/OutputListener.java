package dev.runner.toolchain;

/** Hears what a process writes while it writes it. */
@FunctionalInterface
public interface OutputListener {
    /** Hears nothing. */
    OutputListener NONE = line -> {};

    /**
     * A whole line of standard error, or of both streams where they are merged, without its line end. Called on a
     * thread of the process's own; must not block.
     */
    void line(String line);
}
