package dev.runner.view;

import dev.runner.toolchain.Ansi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of output: pieces of text, each of one style. Immutable.
 *
 * @param spans the pieces, in order
 */
public record Line(List<Span> spans) {
    /** A line with nothing on it. */
    public static final Line EMPTY = new Line(List.of());

    /**
     * A piece of text.
     *
     * @param text without line ends
     * @param style what it is
     * @param link the address that it leads to, where a terminal can follow one; or null
     */
    public record Span(String text, Style style, @Nullable String link) {
        Span(String text, Style style) {
            this(text, style, null);
        }

        Span withText(String other) {
            return new Span(other, style, link);
        }
    }

    public Line {
        spans = List.copyOf(spans);
    }

    /** A line of plain text. */
    public static Line of(String text) {
        return of(text, Style.PLAIN);
    }

    /** A line of one style. */
    public static Line of(String text, Style style) {
        return new Line(List.of(new Span(text, style)));
    }

    /** A line per line of {@code text}, all of one style. */
    public static List<Line> lines(String text, Style style) {
        return text.lines().map(line -> of(line, style)).toList();
    }

    /** This line with more text. */
    public Line and(String text) {
        return and(text, Style.PLAIN);
    }

    /** This line with more text of a style. */
    public Line and(String text, Style style) {
        return and(new Span(text, style));
    }

    /** This line with text that leads to an address. */
    public Line and(String text, Style style, String link) {
        return and(new Span(text, style, link));
    }

    Line and(Span span) {
        List<Span> more = new ArrayList<>(spans);
        more.add(span);
        return new Line(more);
    }

    /** The text without any style. */
    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(Ansi.strip(span.text())));
        return text.toString();
    }
}
