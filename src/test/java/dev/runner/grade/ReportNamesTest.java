package dev.runner.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportNamesTest {
    private static String only(String name) {
        return ReportNames.of(List.of(name)).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "s-10", "assignment_3.ada", "42"})
    void aPlainNameStaysWhatItIs(String name) {
        assertThat(only(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "/",
                "a/../../b",
                "Zoë",
                "a b",
                "-rf",
                ".key",
                "con",
                "LPT1.txt",
                "a\nb",
                "x.",
                "钟"
            })
    void everyOtherIsMadeSafe(String name) {
        assertThat(only(name)).matches("[A-Za-z0-9][A-Za-z0-9._-]*-[0-9a-f]{10}");
    }

    @Test
    void aLongNameIsCutAndStaysApartFromItsLike() {
        List<String> ids = ReportNames.of(List.of("n".repeat(400) + "1", "n".repeat(400) + "2"));
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.length() < 100);
    }

    @Test
    void noTwoAreAlikeNotEvenWhereCaseDoesNotCount() {
        List<String> names = List.of("ada", "Ada", "a b", "a_b", "a\tb", "a/b", "ada");
        List<String> ids = ReportNames.of(names);
        assertThat(ids.stream().map(id -> id.toLowerCase(Locale.ROOT)))
                .hasSize(names.size())
                .doesNotHaveDuplicates();
    }

    @Test
    void aNameDoesNotDependOnWhoElseIsThere() {
        assertThat(ReportNames.of(List.of("Zoë", "ada")).get(0)).isEqualTo(only("Zoë"));
    }
}
