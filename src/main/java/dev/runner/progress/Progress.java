package dev.runner.progress;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a learner has done in a course: which exercises are done, which is current. Immutable. Names that the course does
 * not know (any more) are kept.
 *
 * @param current the name of the exercise that the learner is at, or null for the first that is pending
 * @param exercises by name, in the order of first mention
 */
public record Progress(@Nullable String current, Map<String, ExerciseProgress> exercises) {
    /** A learner who has just started. */
    public static final Progress NONE = new Progress(null, Map.of());

    public Progress {
        exercises = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(exercises));
    }

    /** Whether it is that of a learner who has just started; quicker than {@code equals}, which is made when first used. */
    public boolean isNone() {
        return current == null && exercises.isEmpty();
    }

    /** What is known of that exercise. */
    public ExerciseProgress of(Exercise exercise) {
        return exercises.getOrDefault(exercise.name(), ExerciseProgress.NONE);
    }

    /** Whether that exercise is done. */
    public boolean isDone(Exercise exercise) {
        return of(exercise).isDone();
    }

    /** How many of the course's exercises are done. */
    public int doneCount(List<Exercise> among) {
        return (int) among.stream().filter(this::isDone).count();
    }

    /** The exercise to work on: the current one if the course has it, else the first pending, else the last. */
    public Exercise currentIn(Course course) {
        Optional<Exercise> named = current == null ? Optional.empty() : course.exercise(current);
        if (named.isPresent()) {
            return named.get();
        }
        List<Exercise> all = course.exercises();
        for (Exercise exercise : all) {
            if (!isDone(exercise)) {
                return exercise;
            }
        }
        return all.get(all.size() - 1);
    }

    /** The next pending exercise after {@code from}, going round at the end; empty when everything is done. */
    public Optional<Exercise> nextPending(Course course, Exercise from) {
        List<Exercise> all = course.exercises();
        int start = course.indexOf(from);
        for (int step = 1; step <= all.size(); step++) {
            Exercise candidate = all.get((start + step) % all.size());
            if (!isDone(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** With another current exercise. */
    public Progress at(Exercise exercise) {
        return new Progress(exercise.name(), exercises);
    }

    /** After a verdict on {@code exercise}. */
    public Progress attempted(Exercise exercise, boolean passed, Instant time) {
        return with(exercise.name(), of(exercise).attempted(passed, time));
    }

    /** With {@code exercise} pending again. */
    public Progress pending(Exercise exercise) {
        return isDone(exercise) ? with(exercise.name(), of(exercise).pending()) : this;
    }

    /** With stage {@code stage} of the hint revealed, counted from 1. */
    public Progress revealed(Exercise exercise, int stage) {
        return with(exercise.name(), of(exercise).revealed(stage));
    }

    /** After a verification found {@code exercise} passed or not; that is no attempt of the learner's. */
    public Progress verified(Exercise exercise, boolean passed, Instant time) {
        return isDone(exercise) == passed
                ? this
                : with(exercise.name(), of(exercise).verified(passed, time));
    }

    Progress imported(String name, Instant time) {
        return with(name, exercises.getOrDefault(name, ExerciseProgress.NONE).imported(time));
    }

    Progress with(String name, ExerciseProgress progress) {
        Map<String, ExerciseProgress> changed = new LinkedHashMap<>(exercises);
        changed.put(name, progress);
        return new Progress(current, changed);
    }
}
