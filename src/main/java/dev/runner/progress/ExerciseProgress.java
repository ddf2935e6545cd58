package dev.runner.progress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has done on one exercise.
 *
 * @param done when it first passed and has passed since, or null while it is pending
 * @param attempts how many verdicts were given on it
 * @param hints the hint stages that were revealed, by number from 1, each once, in the order of revealing
 * @param first when the first verdict was given, or null
 * @param last when the last one was, or null
 */
public record ExerciseProgress(
        @Nullable Instant done,
        int attempts,
        List<Integer> hints,
        @Nullable Instant first,
        @Nullable Instant last) {
    /** Nothing done yet. */
    public static final ExerciseProgress NONE = new ExerciseProgress(null, 0, List.of(), null, null);

    public ExerciseProgress {
        if (attempts < 0 || hints.stream().anyMatch(stage -> stage < 1)) {
            throw new IllegalArgumentException("counts can't be negative");
        }
        hints = hints.stream().distinct().toList();
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

    ExerciseProgress revealed(int stage) {
        List<Integer> more = new ArrayList<>(hints);
        more.add(stage);
        return new ExerciseProgress(done, attempts, more, first, last);
    }

    /** After a verdict at {@code time} that nobody worked for, as when everything is verified. */
    ExerciseProgress verified(boolean passed, Instant time) {
        return new ExerciseProgress(passed ? (done == null ? time : done) : null, attempts, hints, first, last);
    }
}
