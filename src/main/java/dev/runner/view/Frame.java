package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/**
 * What a whole terminal shows at one moment.
 *
 * @param size of the terminal that it is made for
 * @param lines from the top; no more than it has rows, none wider than it has columns
 */
public record Frame(Size size, List<Line> lines) {
    public Frame {
        lines = List.copyOf(lines);
    }

    /**
     * The frame of a size that has {@code footer} at its bottom and as much of {@code body} above as fits, from its line
     * {@code offset} on.
     */
    static Frame of(Size size, List<Line> body, int offset, List<Line> footer) {
        List<Line> below = footer.subList(0, Math.min(footer.size(), size.rows()));
        int room = size.rows() - below.size();
        List<Line> lines =
                new ArrayList<>(body.subList(Math.min(offset, body.size()), Math.min(body.size(), offset + room)));
        while (lines.size() < room) {
            lines.add(Line.EMPTY);
        }
        lines.addAll(below);
        return new Frame(
                size,
                lines.stream().map(line -> Widths.fit(line, size.columns())).toList());
    }
}
