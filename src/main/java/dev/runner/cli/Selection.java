package dev.runner.cli;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** The exercises that a command line names: by name, by chapter, or by a pattern with {@code *} and {@code ?}. */
final class Selection {
    private Selection() {}

    /**
     * The named exercises in the course's order; all where nothing is named.
     *
     * @throws UsageException if one of the names means no exercise
     */
    static List<Exercise> of(OpenCourse open, List<String> names) {
        if (names.isEmpty()) {
            return open.course().exercises();
        }
        Set<Exercise> selected = new LinkedHashSet<>();
        for (String name : names) {
            List<Exercise> meant = meant(open, name);
            selected.addAll(meant);
        }
        return open.course().exercises().stream().filter(selected::contains).toList();
    }

    private static List<Exercise> meant(OpenCourse open, String name) {
        Course course = open.course();
        String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<Exercise> exact = matching(
                course,
                exercise -> exercise.name().equals(plain)
                        || exercise.chapter().equals(plain)
                        || exercise.chapter().startsWith(plain + "/"));
        if (!exact.isEmpty()) {
            return exact;
        }
        if (plain.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{')) {
            PathMatcher matcher = glob(plain);
            List<Exercise> globbed = matching(
                    course,
                    exercise -> matcher.matches(Path.of(exercise.name()))
                            || !exercise.chapter().isEmpty()
                                    && (matcher.matches(Path.of(exercise.chapter()))
                                            || matcher.matches(Path.of(exercise.chapter(), exercise.name()))));
            if (globbed.isEmpty()) {
                throw new UsageException(
                        "no exercise and no chapter matches \"" + name + "\"", "list them with: runner list");
            }
            return globbed;
        }
        return List.of(open.named(name));
    }

    private static PathMatcher glob(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException | InvalidPathException broken) {
            throw new UsageException(
                    "\"" + pattern + "\" is no pattern: " + broken.getMessage(), "write one like 'vecs*'");
        }
    }

    private static List<Exercise> matching(Course course, Predicate<Exercise> condition) {
        return course.exercises().stream().filter(condition).toList();
    }
}
