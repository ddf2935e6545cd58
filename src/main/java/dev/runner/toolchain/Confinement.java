package dev.runner.toolchain;

import java.util.Optional;

/**
 * What keeps the processes of a judgement from harming the machine, beyond the {@link Limits} of each.
 *
 * @param sandbox where they run, or empty to run them as we run ourselves
 * @param memoryBytes how much address space each process of a learner's program may take; 0 for no limit
 * @param strangers whether the code is somebody else's, who may try to reach what judges it
 */
public record Confinement(Optional<Sandbox> sandbox, long memoryBytes, boolean strangers) {
    /** Far more than an exercise needs, and less than a machine has. */
    public static final long USUAL_MEMORY = 4L << 30;

    /** For one's own code: no sandbox, and the usual memory. */
    public static final Confinement USUAL = new Confinement(Optional.empty(), USUAL_MEMORY, false);

    public Confinement {
        if (memoryBytes < 0) {
            throw new IllegalArgumentException("memory must not be negative");
        }
    }
}
