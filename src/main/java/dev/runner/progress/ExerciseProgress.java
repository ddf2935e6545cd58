package dev.runner.progress;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has done on one exercise.
 *
 * @param done when it first passed and has passed since, or null while it is pending
 * @param attempts how many verdicts were given on it
 * @param hints how many hint stages were revealed
 * @param first when the first verdict was given, or null
 * @param last when the last one was, or null
 */
public record ExerciseProgress(
        @Nullable Instant done,
        int attempts,
        int hints,
        @Nullable Instant first,
        @Nullable Instant last) {
    /** Nothing done yet. */
    public static final ExerciseProgress NONE = new ExerciseProgress(null, 0, 0, null, null);

    public ExerciseProgress {
        if (attempts < 0 || hints < 0) {
            throw new IllegalArgumentException("counts can't be negative");
        }
    }

    /** Whether it is done. */
    public boolean isDone() {
        return done != null;
    }

    /** After a verdict at {@code time}. */
    ExerciseProgress attempted(boolean passed, Instant time) {
        Instant doneSince = passed ? (done == null ? time : done) : null;
        return new ExerciseProgress(doneSince, attempts + 1, hints, first == null ? time : first, time);
    }

    /** Pending again, as after a reset; what was tried and revealed stays known. */
    ExerciseProgress pending() {
        return new ExerciseProgress(null, attempts, hints, first, last);
    }

    /** Done without a verdict of ours, as another program says. */
    ExerciseProgress imported(Instant time) {
        return new ExerciseProgress(time, attempts, hints, first, last);
    }

    ExerciseProgress revealed(int stages) {
        return new ExerciseProgress(done, attempts, Math.max(hints, stages), first, last);
    }
}
