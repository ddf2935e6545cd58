package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CourseTest {
    private static final Course COURSE = CourseReader.parse("""
            format_version = 1
            exercises = [
              { name = "a1", dir = "a", hint = "" },
              { name = "b1", dir = "b", hint = "" },
              { name = "quiz", hint = "" },
              { name = "a2", dir = "a", hint = "" },
            ]
            """);

    @Test
    void chaptersComeInTheOrderOfFirstMentionAndGatherTheirExercises() {
        assertThat(COURSE.chapters()).extracting(Chapter::name).containsExactly("a", "b", "");
        assertThat(COURSE.chapters().get(0).exercises())
                .extracting(Exercise::name)
                .containsExactly("a1", "a2");
    }

    @Test
    void anExerciseIsFoundByItsName() {
        assertThat(COURSE.exercise("quiz")).contains(COURSE.exercises().get(2));
        assertThat(COURSE.exercise("Quiz")).isEmpty();
    }

    @Test
    void anExerciseKnowsItsPlace() {
        Exercise stranger = CourseReader.parse("format_version = 1\n[[exercises]]\nname = \"z\"\nhint = \"\"")
                .exercises()
                .get(0);

        assertThat(COURSE.exercises()).extracting(COURSE::indexOf).containsExactly(0, 1, 2, 3);
        assertThat(COURSE.indexOf(stranger)).isEqualTo(-1);
    }

    @Test
    void nothingInItCanBeChanged() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> COURSE.exercises().remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> COURSE.chapters().get(0).exercises().remove(0));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> COURSE.exercises().get(0).crates().add("serde"));
    }

    @Test
    void aFindingIsOneLine() {
        assertThat(new Finding("info.toml", 3, "exercises[1].name", "is missing", "a name").render())
                .isEqualTo("info.toml:3: exercises[1].name: is missing; expected a name");
        assertThat(new Finding("info.toml", 0, null, "is a directory", null).render())
                .isEqualTo("info.toml: is a directory");
    }

    @Test
    void anExceptionTellsItsFindingsByFileAndLine() {
        Finding first = new Finding("a.toml", 2, null, "is odd", null);
        Finding second = new Finding("a.toml", 10, null, "is even", null);
        Finding third = new Finding("b.toml", 1, null, "is prime", null);
        CourseException exception = new CourseException(List.of(third, second, first));

        assertThat(exception.findings()).containsExactly(first, second, third);
        assertThat(exception).hasMessage("a.toml:2: is odd\na.toml:10: is even\nb.toml:1: is prime");
    }
}
