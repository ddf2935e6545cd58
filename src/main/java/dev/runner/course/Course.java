package dev.runner.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A course: its messages and its exercises in teaching order. Immutable.
 *
 * @param format the format that it is written in
 * @param title its title, or null
 * @param welcomeMessage shown once to a learner who starts, or null
 * @param finalMessage shown when everything is done, or null
 * @param exercises every exercise, in order, names unique, never empty
 */
public record Course(
        Format format,
        @Nullable String title,
        @Nullable String welcomeMessage,
        @Nullable String finalMessage,
        List<Exercise> exercises) {
    public Course {
        exercises = List.copyOf(exercises);
    }

    /** The chapters in the order in which each is first met; a chapter gathers all exercises of its directory. */
    public List<Chapter> chapters() {
        Map<String, List<Exercise>> byName = new LinkedHashMap<>();
        for (Exercise exercise : exercises) {
            byName.computeIfAbsent(exercise.chapter(), name -> new ArrayList<>())
                    .add(exercise);
        }
        return byName.entrySet().stream()
                .map(entry -> new Chapter(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The exercise of that name. */
    public Optional<Exercise> exercise(String name) {
        for (Exercise exercise : exercises) {
            if (exercise.name().equals(name)) {
                return Optional.of(exercise);
            }
        }
        return Optional.empty();
    }

    /** The exercise's place in the course, from 0, or -1. */
    public int indexOf(Exercise exercise) {
        return exercises.indexOf(exercise);
    }
}
