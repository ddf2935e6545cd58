package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Course;
import dev.runner.progress.Progress;
import dev.runner.testing.Courses;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListJsonTest {
    @TempDir
    private Path root;

    private Course course = new Course(dev.runner.course.Format.RUSTLINGS_V6, null, null, null, java.util.List.of());

    @BeforeEach
    void writeTheCourse() {
        course = Courses.in(root).with("info.toml", """
                format_version = 1
                title = 'A "small" course'
                [[exercises]]
                name = "one"
                dir = "01 first"
                description = "Begin <here>"
                hint = "a\\n---\\nb"
                [[exercises]]
                name = "two"
                test = false
                hint = ""
                """).course();
    }

    @Test
    void everythingKnownIsWritten() {
        Instant first = Instant.parse("2026-11-24T10:00:00Z");
        Instant last = Instant.parse("2026-11-24T10:05:00.250Z");
        Progress progress = Progress.NONE
                .attempted(course.exercises().get(0), false, first)
                .revealed(course.exercises().get(0), 1)
                .attempted(course.exercises().get(0), true, last);
        assertThat(ListJson.write(course, progress, exercise -> true)).isEqualTo("""
                {
                  "version": 1,
                  "title": "A \\"small\\" course",
                  "current": "two",
                  "done": 1,
                  "total": 2,
                  "exercises": [
                    {
                      "name": "one",
                      "chapter": "01 first",
                      "path": "exercises/01 first/one.rs",
                      "state": "done",
                      "current": false,
                      "test": true,
                      "attempts": 2,
                      "hintsRevealed": 1,
                      "hints": 2,
                      "firstAttempt": "2026-11-24T10:00:00Z",
                      "lastAttempt": "2026-11-24T10:05:00.250Z",
                      "doneAt": "2026-11-24T10:05:00.250Z",
                      "description": "Begin <here>"
                    },
                    {
                      "name": "two",
                      "chapter": "",
                      "path": "exercises/two.rs",
                      "state": "pending",
                      "current": true,
                      "test": false,
                      "attempts": 0,
                      "hintsRevealed": 0,
                      "hints": 0,
                      "firstAttempt": null,
                      "lastAttempt": null,
                      "doneAt": null,
                      "description": null
                    }
                  ]
                }
                """);
    }

    @Test
    void whatIsNotShownIsCountedAllTheSame() {
        String json = ListJson.write(course, Progress.NONE, exercise -> false);
        assertThat(json).isEqualTo("""
                {
                  "version": 1,
                  "title": "A \\"small\\" course",
                  "current": "one",
                  "done": 0,
                  "total": 2,
                  "exercises": []
                }
                """);
    }
}
