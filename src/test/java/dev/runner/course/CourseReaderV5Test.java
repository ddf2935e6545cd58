package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Courses of rustlings 5 and of the class forks on it. */
final class CourseReaderV5Test {
    @Test
    void aCourseOfRustlings5IsReadWhole() throws IOException {
        Course course = CourseReader.parse(
                Files.readString(Path.of("src/test/resources/dev/runner/course/toml/course_v5.toml")));

        assertThat(course.format()).isEqualTo(Format.RUSTLINGS_V5);
        assertThat(course.exercises())
                .extracting(Exercise::name, Exercise::chapter, Exercise::mode, Exercise::test, Exercise::strictClippy)
                .containsExactly(
                        tuple("variables1", "variables", Mode.COMPILE, false, false),
                        tuple("quiz1", "", Mode.TEST, true, false),
                        tuple("clippy1", "clippy", Mode.CLIPPY, false, true));
        assertThat(course.exercises())
                .extracting(Exercise::source)
                .containsExactly(
                        Path.of("exercises/variables/variables1.rs"),
                        Path.of("exercises/quiz1.rs"),
                        Path.of("exercises/clippy/clippy1.rs"));
        assertThat(course.exercises())
                .extracting(Exercise::solution)
                .containsExactly(
                        Path.of("solutions/variables/variables1.rs"),
                        Path.of("solutions/quiz1.rs"),
                        Path.of("solutions/clippy/clippy1.rs"));
    }

    @Test
    void theModeOfClassForksIsKnown() {
        Course course = CourseReader.parse("""
                [[exercises]]
                name = "tests7"
                path = "./exercises/tests/tests7.rs"
                mode = "buildscript"
                hint = ""
                """);

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.mode()).isEqualTo(Mode.BUILDSCRIPT);
            assertThat(exercise.source()).isEqualTo(Path.of("exercises/tests/tests7.rs"));
        });
    }

    @Test
    void aSourceOutsideOfExercisesHasItsDirectoryAsChapter() {
        Course course = CourseReader.parse("""
                [[exercises]]
                name = "lab1"
                path = "week1/labs/lab1.rs"
                mode = "compile"
                hint = ""
                """);

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.chapter()).isEqualTo("week1/labs");
            assertThat(exercise.solution()).isEqualTo(Path.of("solutions/week1/labs/lab1.rs"));
        });
    }

    @Test
    void whatTheOtherFormatSaysOfTestsAndLintsCountsNothing() {
        Course course = CourseReader.parse("""
                [[exercises]]
                name = "a"
                path = "exercises/a.rs"
                mode = "compile"
                test = true
                strict_clippy = true
                hint = ""
                """);

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.test()).isFalse();
            assertThat(exercise.strictClippy()).isFalse();
        });
    }

    @Test
    void withAFormatVersionPathAndModeAreIgnored() {
        Course course = CourseReader.parse("""
                format_version = 1

                [[exercises]]
                name = "a"
                path = "elsewhere/b.rs"
                mode = "compile"
                hint = ""
                """);

        assertThat(course.format()).isEqualTo(Format.RUSTLINGS_V6);
        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.mode()).isEqualTo(Mode.STANDARD);
            assertThat(exercise.source()).isEqualTo(Path.of("exercises/a.rs"));
        });
    }

    @Test
    void pathsOfWindowsAreUnderstood() {
        Course course = CourseReader.parse("""
                [[exercises]]
                name = "a"
                path = 'exercises\\intro\\a.rs'
                mode = "compile"
                hint = ""
                """);

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.source()).isEqualTo(Path.of("exercises/intro/a.rs"));
            assertThat(exercise.chapter()).isEqualTo("intro");
        });
    }
}
