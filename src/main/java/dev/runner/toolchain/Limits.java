package dev.runner.toolchain;

import java.time.Duration;

/**
 * What one process tree may use before it is ended.
 *
 * @param time from its start, wall clock, positive
 * @param headBytes how much of each output stream is kept from its beginning; not negative
 * @param tailBytes how much of each output stream is kept from its end; not negative
 * @param processes how many processes the tree may hold at once, its first included; positive
 * @param fileBytes how large a file may grow that it writes; positive
 * @param boundedMemory whether the {@link Confinement}'s limit on memory holds for it
 */
public record Limits(
        Duration time, int headBytes, int tailBytes, int processes, long fileBytes, boolean boundedMemory) {
    /** For compilers: their whole JSON output is wanted. */
    public static final Limits COMPILER = new Limits(Duration.ofMinutes(2), 8 << 20, 0, 1024, 512L << 20, false);
    /** For what a learner wrote, unless the exercise says otherwise. */
    public static final Limits PROGRAM = new Limits(Duration.ofSeconds(10), 64 << 10, 64 << 10, 128, 64L << 20, true);

    public Limits {
        if (time.isNegative() || time.isZero() || headBytes < 0 || tailBytes < 0 || processes < 1 || fileBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** The same limits with another time. */
    public Limits withTime(Duration other) {
        return new Limits(other, headBytes, tailBytes, processes, fileBytes, boundedMemory);
    }
}
