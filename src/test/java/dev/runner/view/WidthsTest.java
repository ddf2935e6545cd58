package dev.runner.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidthsTest {
    @ParameterizedTest
    @CsvSource({"abc,3", "时钟,4", "é,1", "e\u0301,1", "🦀,2", "'',0", "ｱ,1", "Ａ,2"})
    void widthIsThatOnTheScreen(String text, int width) {
        assertThat(Widths.of(text)).isEqualTo(width);
    }

    @Test
    void clippingMarksWhereSomethingIsMissing() {
        assertThat(Widths.clip("abcdef", 4)).isEqualTo("abc~");
        assertThat(Widths.clip("时钟时钟", 5)).isEqualTo("时钟~");
        assertThat(Widths.clip("abc", 3)).isEqualTo("abc");
        assertThat(Widths.clip("abc", 0)).isEmpty();
    }

    @Test
    void textIsBrokenAtBlanksAndKeepsItsIndentation() {
        assertThat(Widths.wrap("  one two three four", 12)).containsExactly("  one two", "  three four");
    }

    @Test
    void textWithoutBlanksIsBrokenAnywhere() {
        assertThat(Widths.wrap("时钟走得很准时钟走得很准", 10)).containsExactly("时钟走得很", "准时钟走得", "很准");
    }

    @Test
    void aLineThatFitsKeepsItsBlanks() {
        assertThat(Widths.wrap("n  next     p  previous", 40)).containsExactly("n  next     p  previous");
    }

    @Test
    void coloursGoOnWhereALineIsFolded() {
        Line line = Line.of("\u001b[31mabcdef\u001b[0mgh", Style.COLOURED);
        assertThat(Widths.fold(line, 4))
                .extracting(part -> part.spans().get(0).text())
                .containsExactly("\u001b[31mabcd", "\u001b[31mef\u001b[0mgh");
    }

    @Test
    void aStyledLineIsBrokenAtItsBlanks() {
        Line line = Line.of("one two", Style.FAILURE).and(" three", Style.STRONG);
        assertThat(Widths.wrap(line, 7))
                .containsExactly(Line.of("one two", Style.FAILURE), Line.of("three", Style.STRONG));
        assertThat(Widths.wrap(Line.of("abcdefgh"), 3)).extracting(Line::text).containsExactly("abc", "def", "gh");
        assertThat(Widths.wrap(Line.of("时钟时钟"), 5)).extracting(Line::text).containsExactly("时钟", "时钟");
    }

    @Test
    void tabsBecomeBlanksBecauseTheirWidthIsUnknown() {
        assertThat(Widths.fold(Line.of("a\tb"), 40)).extracting(Line::text).containsExactly("a    b");
    }
}
