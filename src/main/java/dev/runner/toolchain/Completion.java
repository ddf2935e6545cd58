package dev.runner.toolchain;

import java.time.Duration;

/**
 * How a process tree came to its end. By then nothing of it is left running.
 *
 * @param end why it ended
 * @param exitCode the first process's exit code, 128 + n where signal n ended it; what it is after a limit or a cancel
 *     is not specified
 * @param output standard output, or both streams where they were merged
 * @param errors standard error; empty where the streams were merged
 * @param duration wall clock, from start to end
 */
public record Completion(End end, int exitCode, Transcript output, Transcript errors, Duration duration) {
    /** Why a process tree ended. */
    public enum End {
        /** Its first process ended by itself. */
        EXITED,
        /** The time limit was reached. */
        TIME_LIMIT,
        /** It held too many processes. */
        PROCESS_LIMIT,
        /** We were asked to stop it. */
        CANCELLED
    }

    /** Whether it ended by itself with exit code 0. */
    public boolean succeeded() {
        return end == End.EXITED && exitCode == 0;
    }
}
