package dev.runner.progress;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Format;
import dev.runner.course.Hint;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Courses of a few exercises that lie in one chapter. */
final class Courses {
    private Courses() {}

    static Course of(String... names) {
        return of(Format.RUSTLINGS_V6, names);
    }

    static Course of(Format format, String... names) {
        return new Course(
                format,
                null,
                null,
                null,
                Arrays.stream(names).map(Courses::exercise).toList());
    }

    static Exercise exercise(String name) {
        return new Exercise(
                name,
                "00_intro",
                Path.of("exercises/00_intro", name + ".rs"),
                Path.of("solutions/00_intro", name + ".rs"),
                Mode.STANDARD,
                true,
                false,
                false,
                Hint.NONE,
                List.of(),
                null,
                List.of(),
                null,
                null,
                1,
                1);
    }
}
