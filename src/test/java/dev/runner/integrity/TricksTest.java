package dev.runner.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Trick;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What became of a course's tests is told also where a file is only compared, whether a solution is known or not. */
class TricksTest {
    static List<Trick> tricks() {
        return Trick.in("tricks.txt").stream()
                .filter(trick -> trick.kind().equals("tests"))
                .toList();
    }

    static List<Trick> honest() {
        return Trick.in("honest.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void changedTestsAreNamed(Trick trick) {
        assertThat(of(trick, null).changedTests(trick.text())).anyMatch(change -> change.contains(trick.reason()));
        assertThat(of(trick, Trick.read(trick.exercise() + "_solved.rs")).changedTests(trick.text()))
                .anyMatch(change -> change.contains(trick.reason()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void honestVariationsAreNot(Trick trick) {
        assertThat(of(trick, null).changedTests(trick.text())).isEmpty();
        assertThat(of(trick, null).changedTests(trick.text().replace("\n", "\r\n")))
                .isEmpty();
    }

    private static CourseText of(Trick trick, @org.jspecify.annotations.Nullable String solution) {
        return CourseText.of(Trick.read(trick.exercise() + ".rs"), solution);
    }
}
