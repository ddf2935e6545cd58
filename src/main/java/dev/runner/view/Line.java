package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

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
     */
    public record Span(String text, Style style) {}

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
        List<Span> more = new ArrayList<>(spans);
        more.add(new Span(text, style));
        return new Line(more);
    }

    /** The text without any style. */
    public String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(Ansi.strip(span.text())));
        return text.toString();
    }
}
