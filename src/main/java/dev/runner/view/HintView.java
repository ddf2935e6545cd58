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

    /** The stages of these numbers, which count from 1. */
    public List<Line> lines(Exercise exercise, List<Integer> stages) {
        List<Line> lines = new ArrayList<>();
        for (int stage : stages) {
            lines.add(Line.of(
                    "Hint " + stage + " of " + exercise.hint().size() + theme.dot() + exercise.name(), Style.STRONG));
            String text = exercise.hint().stages().get(stage - 1).text();
            Widths.wrap(text, Math.min(columns, 100)).forEach(line -> lines.add(Line.of(line)));
            lines.add(Line.EMPTY);
        }
        return lines;
    }

    /** How many stages there still are to reveal. */
    public static Line left(int stages) {
        return Line.of(
                stages == 0
                        ? "That was the last stage."
                        : stages + " more " + (stages == 1 ? "stage" : "stages") + " to reveal.",
                Style.FAINT);
    }
}
