package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"intro1", "1st", "with-dash", "with blank", "a.b", ".hidden", "..a", "~", "$x", "a'b", "(x)", "#"
            })
    void aPlainNameIsGood(String part) {
        assertThat(PathRules.fault(part)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``     | has an empty part",
                ".      | leaves its place",
                "..     | leaves its place",
                "` a`   | begins or ends with a blank or a dot",
                "`a `   | begins or ends with a blank or a dot",
                "a.     | begins or ends with a blank or a dot",
                "...    | begins or ends with a blank or a dot",
                "`\u3000a`| begins or ends with a blank or a dot",
                "a/b    | holds the character /",
                "a\\b   | holds the character \\",
                "C:     | holds the character :",
                "a*     | holds the character *",
                "a?     | holds the character ?",
                "a\"    | holds the character \"",
                "<a>    | holds the character <",
                "a>b    | holds the character >",
            })
    void whatNoFileSystemOrNotEveryOneTakesIsAFault(String part, String fault) {
        assertThat(PathRules.fault(part)).isEqualTo(fault);
    }

    @Test
    void aPipeIsAFault() {
        assertThat(PathRules.fault("a|b")).isEqualTo("holds the character |");
    }

    @Test
    void controlCharactersAreNamed() {
        assertThat(PathRules.fault("a\u0000b")).isEqualTo("holds the control character U+0000");
        assertThat(PathRules.fault("a\nb")).isEqualTo("holds the control character U+000A");
        assertThat(PathRules.fault("a\u007fb")).isEqualTo("holds the control character U+007F");
    }

    @Test
    void aNameHasALength() {
        assertThat(PathRules.fault("a".repeat(200))).isNull();
        assertThat(PathRules.fault("a".repeat(201))).isEqualTo("is too long for a file name");
    }

    @Test
    void whatTheMachineCannotNameIsAFaultAndNoException() {
        assertThat(PathRules.fault("half a pair \ud83e.")).isNotNull();
        assertThat(PathRules.fault("half a pair \ud83e")).isEqualTo("can't be a file name here");
    }
}
