package dev.runner.watch;

import dev.runner.view.Line;
import dev.runner.view.Style;
import java.util.ArrayList;
import java.util.List;

/** The help of the watch. */
final class HelpText {
    /** Enough for two columns. */
    private static final int WIDE = 76;

    private static final int COLUMN = 36;

    /** Key and meaning, in turn. */
    private static final List<String> KEYS = List.of(
            "n", "next pending exercise",
            "p", "previous exercise",
            "g", "go to an exercise by name",
            "l", "list of all exercises",
            "r", "run the check again",
            "c", "check all exercises",
            "h", "next stage of the hint",
            "H", "all stages seen so far",
            "e", "explain the error code",
            "d", "the page of the Book",
            "s", "the solution, once passed",
            "m", "all errors, or only the first",
            "o", "open in your editor",
            "x", "reset the exercise (asks)",
            "u", "undo the last reset",
            "q", "quit; progress is kept");

    private HelpText() {}

    static List<Line> lines(int columns) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("Open the exercise that is named at the bottom in your editor and save it:"
                + " it is checked at once."));
        lines.add(Line.EMPTY);
        int perRow = columns >= WIDE ? 2 : 1;
        for (int i = 0; i < KEYS.size(); i += 2 * perRow) {
            Line line = Line.EMPTY;
            for (int j = i; j < i + 2 * perRow; j += 2) {
                String meaning = KEYS.get(j + 1);
                line = line.and(KEYS.get(j), Style.STRONG).and("  " + meaning);
                line = j + 2 < i + 2 * perRow ? line.and(" ".repeat(Math.max(1, COLUMN - meaning.length()))) : line;
            }
            lines.add(line);
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of("Space, b and the arrow keys scroll. Ctrl-Z stops the watch, and fg brings it back."));
        return lines;
    }
}
