package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pattern of rustlings v5 finds and what it does not. */
final class NotDoneMarkerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "// I AM NOT DONE",
                "/// I AM NOT DONE",
                "//I AM NOT DONE",
                "  \t// I AM NOT DONE",
                "// I  AM\tNOT DONE yet, I think",
                "//\u00a0I\u3000AM\u2003NOT\u0085DONE",
                "// I AM NOT DONENESS",
                "//\nI AM\r\nNOT\n\nDONE",
                "\"\n// I AM NOT DONE\""
            })
    void aMarkIsFound(String source) {
        assertThat(NotDoneMarker.line(source)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fn main() {}",
                "//// I AM NOT DONE",
                "//! I AM NOT DONE",
                "/* I AM NOT DONE */",
                "// i am not done",
                "let x = 5; // I AM NOT DONE",
                "// I AM DONE",
                "// IAM NOT DONE",
                "/ / I AM NOT DONE",
                "x();\r// I AM NOT DONE",
                "x();\u2028// I AM NOT DONE",
                "x();\u0085// I AM NOT DONE"
            })
    void whatIsNoMarkIsNotFound(String source) {
        assertThat(NotDoneMarker.line(source)).isEmpty();
    }

    @Test
    void itsLineIsThatOfItsComment() {
        assertThat(NotDoneMarker.line("// I AM NOT DONE\nfn main() {}")).hasValue(1);
        assertThat(NotDoneMarker.line("// variables1.rs\n\n\n  // I AM NOT DONE"))
                .hasValue(4);
        assertThat(NotDoneMarker.line("// x\r\n\r\n// I AM NOT DONE\r\n")).hasValue(3);
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(NotDoneMarker.line("\n// I AM NOT DONE\n// I AM NOT DONE")).hasValue(2);
    }
}
