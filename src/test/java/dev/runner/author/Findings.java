package dev.runner.author;

import dev.runner.course.Finding;
import dev.runner.testing.Courses;
import java.util.List;

/** What rules find in a course with one exercise, a line each. */
final class Findings {
    private Findings() {}

    static List<String> render(List<Finding> findings) {
        return findings.stream().map(Finding::render).toList();
    }

    static Material material(Courses course, String name) {
        return new Material(course.workspace(), course.exercise(name));
    }
}
