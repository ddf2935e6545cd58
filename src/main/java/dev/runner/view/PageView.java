package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/** A text that a learner reads page by page. */
public final class PageView {
    private final Theme theme;
    private final String title;
    private final List<Line> text;

    /** @param text its lines, of any width */
    public PageView(Theme theme, String title, List<Line> text) {
        this.theme = theme;
        this.title = title;
        this.text = List.copyOf(text);
    }

    /** The page from line {@code offset} on. */
    public Frame frame(Size size, int offset) {
        List<Line> body = body(size);
        int at = Math.min(offset, furthestOffset(size));
        int shown = Math.min(body.size(), at + room(size));
        String place = body.isEmpty() ? "" : theme.dot() + (shown * 100 / body.size()) + " %";
        List<Line> footer = List.of(
                Line.of(title, Style.STRONG).and(place, Style.FAINT),
                Keys.line(
                        theme,
                        size.columns(),
                        List.of(
                                new Keys.Hint("space", "on", false),
                                new Keys.Hint("b", "back", false),
                                new Keys.Hint("q", "close", false))));
        return Frame.of(size, body, at, footer);
    }

    /** How far down there is something to see. */
    public int furthestOffset(Size size) {
        return Math.max(0, body(size).size() - room(size));
    }

    /** How many lines of it fit. */
    public static int room(Size size) {
        return Math.max(1, size.rows() - 2);
    }

    private List<Line> body(Size size) {
        List<Line> lines = new ArrayList<>();
        text.forEach(line -> lines.addAll(isProse(line) ? wrapped(line, size) : Widths.fold(line, size.columns())));
        return lines;
    }

    private static boolean isProse(Line line) {
        return line.spans().size() == 1 && line.spans().get(0).style() == Style.PLAIN;
    }

    private static List<Line> wrapped(Line line, Size size) {
        return Widths.wrap(line.text(), size.columns()).stream().map(Line::of).toList();
    }
}
