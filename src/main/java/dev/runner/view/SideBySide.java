package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/** Two texts beside each other; one below the other where the terminal is too narrow. */
public final class SideBySide {
    private static final int LEAST_COLUMN = 48;

    private SideBySide() {}

    /** The lines, at most {@code columns} wide where the texts stand side by side. */
    public static List<Line> lines(
            Theme theme, int columns, String leftTitle, String left, String rightTitle, String right) {
        int width = (columns - Widths.of(theme.column())) / 2;
        List<Line> lines = new ArrayList<>();
        if (width < LEAST_COLUMN) {
            lines.add(Line.of(rightTitle, Style.HEADING));
            lines.addAll(Line.lines(right, Style.PLAIN));
            lines.add(Line.EMPTY);
            lines.add(Line.of(leftTitle, Style.HEADING));
            lines.addAll(Line.lines(left, Style.PLAIN));
            return lines;
        }
        lines.add(row(theme, width, leftTitle, rightTitle, Style.HEADING));
        List<String> leftLines = left.lines().map(SideBySide::untabbed).toList();
        List<String> rightLines = right.lines().map(SideBySide::untabbed).toList();
        for (int i = 0; i < Math.max(leftLines.size(), rightLines.size()); i++) {
            String leftLine = i < leftLines.size() ? leftLines.get(i) : "";
            String rightLine = i < rightLines.size() ? rightLines.get(i) : "";
            lines.add(row(theme, width, leftLine, rightLine, Style.PLAIN));
        }
        return lines;
    }

    private static Line row(Theme theme, int width, String left, String right, Style style) {
        return Line.of(Widths.clip(left, width), style)
                .and(" ".repeat(Math.max(0, width - Widths.of(left))))
                .and(theme.column(), Style.FAINT)
                .and(Widths.clip(right, width), style);
    }

    private static String untabbed(String line) {
        return line.replace("\t", "    ");
    }
}
