package dev.runner.course;

import java.util.List;

/**
 * The exercises of one directory, in the course's order.
 *
 * @param name the directory below {@code exercises/}; empty for exercises that lie directly there
 * @param exercises its exercises, never empty
 */
public record Chapter(String name, List<Exercise> exercises) {
    public Chapter {
        exercises = List.copyOf(exercises);
    }
}
