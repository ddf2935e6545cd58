package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.author.Difference.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    @Test
    void equalTextsDoNotDiffer() {
        assertThat(between("abc", "abc")).isEmpty();
        assertThat(between("", "")).isEmpty();
    }

    @Test
    void aLineThatChangesGoesAndComes() {
        assertThat(between("abc", "aXc")).containsExactly(new Change(1, 2, List.of("X")));
    }

    @Test
    void aLineThatOnlyComesStandsBeforeTheNext() {
        assertThat(between("ac", "abc")).containsExactly(new Change(1, 1, List.of("b")));
        assertThat(between("a", "ab")).containsExactly(new Change(1, 1, List.of("b")));
    }

    @Test
    void aLineThatOnlyGoesLeavesNothing() {
        assertThat(between("abc", "ac")).containsExactly(new Change(1, 2, List.of()));
    }

    @Test
    void changesThatALinePartsAreTwo() {
        assertThat(between("abcd", "XbY"))
                .containsExactly(new Change(0, 1, List.of("X")), new Change(2, 4, List.of("Y")));
    }

    @Test
    void anEmptyTextGainsOrLosesEverything() {
        assertThat(between("", "ab")).containsExactly(new Change(0, 0, List.of("a", "b")));
        assertThat(between("ab", "")).containsExactly(new Change(0, 2, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"abcabba,cbabac", "aaaa,aa", "xyz,abc", "abcdefgh,hgfedcba", "ab,ba", "a,aaa"})
    void theChangesMakeTheOtherTextOfTheOne(String before, String after) {
        assertThat(applied(lines(before), between(before, after))).isEqualTo(lines(after));
        assertThat(applied(lines(after), between(after, before))).isEqualTo(lines(before));
    }

    @Test
    void asMuchAsPossibleStays() {
        int going = between("abcabba", "cbabac").stream()
                .mapToInt(change -> change.to() - change.from())
                .sum();
        assertThat(going).isEqualTo(3);
    }

    private static List<Change> between(String before, String after) {
        return Difference.between(lines(before), lines(after));
    }

    private static List<String> applied(List<String> before, List<Change> changes) {
        List<String> after = new ArrayList<>();
        int at = 0;
        for (Change change : changes) {
            after.addAll(before.subList(at, change.from()));
            after.addAll(change.added());
            at = change.to();
        }
        after.addAll(before.subList(at, before.size()));
        return after;
    }

    /** A line per character. */
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("", -1)).subList(0, text.length());
    }
}
