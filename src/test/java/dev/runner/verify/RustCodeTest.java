package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustCodeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '`',
            value = {
                "a // x|a     ",
                "a /* x */ b|a         b",
                "a /* /* x */ y */ b|a                 b",
                "a \"x\" b|a     b",
                "a \"x\\\"y\" b|a        b",
                "a \"\\\\\" b|a      b",
                "a 'x' b|a     b",
                "a '\\'' b|a      b",
                "a '\"' b '\"'|a     b    ",
                "<'a, 'b>|<'a, 'b>",
                "f::<'a>('b')|f::<'a>(   )",
                "r\"\\\" b|r    b",
                "r#\"x\"y\"# b|r        b",
                "br##\"x\"#\"## b|br          b",
                "r#type b|r#type b",
                "for\"x\"|for   ",
                "b'\\'' c|b     c",
                "'\\u{1F600}' c|            c",
                "'😀' c|     c",
                "a\u2028b|a b",
                "b// \"|b    ",
                "\"// \" b|      b",
                "a \"open|a      ",
                "a /* open|a        ",
            })
    void commentsAndTextsAreBlank(String source, String code) {
        assertThat(RustCode.of(source).text()).isEqualTo(code).hasSameSizeAs(source);
    }

    @Test
    void lineEndsStay() {
        assertThat(RustCode.of("a // x\nb /* y\n z */ c \"\n\n\" d\n").text())
                .isEqualTo("a     \nb     \n      c  \n\n  d\n");
    }

    @Test
    void wordsAreThoseOfTheCode() {
        assertThat(RustCode.of("fn größe() { r#let(x_1, \"no\", 2u8) } // nor this")
                        .words())
                .containsExactlyInAnyOrder("fn", "größe", "r", "let", "x_1", "2u8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "r#", "r#\"", "/*", "/", "'\\", "\"\\", "b'", "'a", "\uD83D", "'\uD83D"})
    void whatEndsTooSoonIsReadToItsEnd(String source) {
        assertThat(RustCode.of(source).text()).hasSameSizeAs(source);
    }
}
