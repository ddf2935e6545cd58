package dev.runner.view;

import dev.runner.course.Exercise;
import java.util.ArrayList;
import java.util.List;

/** Shows stages of an exercise's hint. */
public final class HintView {
    private final Theme theme;
    private final int columns;

    public HintView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /**
     * The stages from {@code first} to {@code last}, both from 1.
     *
     * @param exercise an exercise with at least {@code last} stages
     */
    public List<Line> lines(Exercise exercise, int first, int last) {
        List<Line> lines = new ArrayList<>();
        for (int stage = first; stage <= last; stage++) {
            lines.add(Line.of(
                    "Hint " + stage + " of " + exercise.hint().size() + theme.dot() + exercise.name(), Style.STRONG));
            String text = exercise.hint().stages().get(stage - 1).text();
            Widths.wrap(text, Math.min(columns, 100)).forEach(line -> lines.add(Line.of(line)));
            lines.add(Line.EMPTY);
        }
        int left = exercise.hint().size() - last;
        lines.add(Line.of(
                left == 0
                        ? "That was the last stage."
                        : left + " more " + (left == 1 ? "stage" : "stages") + " to reveal.",
                Style.FAINT));
        return lines;
    }
}
