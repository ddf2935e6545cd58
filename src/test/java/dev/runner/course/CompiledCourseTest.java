package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CompiledCourseTest {
    private static final byte[] SOURCE = """
            format_version = 1
            title = "Lampen 灯"
            welcome_message = "Hello"

            [[exercises]]
            name = "lamp1"
            dir = "01_lamps"
            hint = "One\\n---\\nFor: E0382\\nTwo"
            fails_with = ["E0382"]
            timeout = 2.5
            crates = ["serde_json"]
            book = "ch01-01.html"

            [[exercises]]
            name = "lamp2"
            test = false
            strict_clippy = true
            skip_check_unsolved = true
            hint = "h"
            points = 7
            description = "words"
            """.getBytes(StandardCharsets.UTF_8);

    private final Course course = CourseReader.parse(new String(SOURCE, StandardCharsets.UTF_8));
    private final byte[] compiled = CompiledCourse.write(course, SOURCE, "1.0");

    @Test
    void theCourseIsTheSameAsTheOneThatWasRead() {
        assertThat(CompiledCourse.read(compiled, SOURCE, "1.0")).contains(course);
    }

    @Test
    void soIsTheBundledCourse() throws IOException {
        byte[] source = Files.readAllBytes(Path.of("info.toml"));
        Course bundled = CourseReader.parse(new String(source, StandardCharsets.UTF_8));
        assertThat(CompiledCourse.read(CompiledCourse.write(bundled, source, "1.0"), source, "1.0"))
                .contains(bundled);
    }

    @Test
    void itCountsForNothingBesideOtherBytesOrAnotherVersion() {
        byte[] other = SOURCE.clone();
        other[0] = '#';
        assertThat(CompiledCourse.read(compiled, other, "1.0")).isEmpty();
        assertThat(CompiledCourse.read(compiled, SOURCE, "1.1")).isEmpty();
    }

    @Test
    void damagedBytesAreNoCourse() {
        for (int at = 0; at < compiled.length; at++) {
            byte[] flipped = compiled.clone();
            flipped[at] ^= 1;
            assertThat(CompiledCourse.read(flipped, SOURCE, "1.0")).isEmpty();
            assertThat(CompiledCourse.read(Arrays.copyOf(compiled, at), SOURCE, "1.0"))
                    .isEmpty();
        }
    }
}
