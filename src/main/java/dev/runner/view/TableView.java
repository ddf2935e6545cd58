package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in lines of text, its columns as wide as what stands in them; a wide glyph takes two places. Where that is too wide,
 * the first column is cut off and the last broken; where it is far too wide, the first stands above its row and the last
 * below it. The columns between are figures and stay whole.
 */
public final class TableView {
    private static final String GAP = "  ";
    /** What the first column keeps beside the others, and beside the figures alone, if it is not narrower anyway. */
    private static final int LEAST_FIRST = 16;

    private static final int LEAST_LAST = 20;

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param title its heading
     * @param right whether it holds numbers, which end under one another
     * @param widest how wide it may become; what is longer is clipped
     */
    public record Column(String title, boolean right, int widest) {}

    private record Row(List<String> cells, Style style) {}

    /** @param columns at least two */
    public TableView(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row; a cell per column. */
    public void add(List<String> cells, Style style) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(new Row(List.copyOf(cells), style));
    }

    /** The heading, then each row, in lines that are as far as possible no wider than {@code width}. */
    public List<Line> lines(int width) {
        List<String> titles = columns.stream().map(Column::title).toList();
        List<Row> all = new ArrayList<>();
        all.add(new Row(titles, Style.STRONG));
        all.addAll(rows);
        Layout layout = layout(widths(all), width);
        if (!layout.lastBeside) {
            // What stands below its row needs no title, which would stand there alone.
            List<String> without = new ArrayList<>(titles);
            without.set(without.size() - 1, "");
            all.set(0, new Row(without, Style.STRONG));
        }
        return all.stream().flatMap(row -> layout.lines(row).stream()).toList();
    }

    private int[] widths(List<Row> all) {
        int[] widths = new int[columns.size()];
        for (Row row : all) {
            for (int column = 0; column < widths.length; column++) {
                int width = Widths.of(row.cells().get(column));
                widths[column] = Math.max(
                        widths[column], Math.min(width, columns.get(column).widest()));
            }
        }
        return widths;
    }

    private Layout layout(int[] widths, int width) {
        int end = widths.length - 1;
        int figures = 0;
        for (int column = 1; column < end; column++) {
            figures += GAP.length() + widths[column];
        }
        int room = width - figures;
        int first = Math.min(widths[0], LEAST_FIRST);
        int last = Math.min(widths[end], LEAST_LAST);
        if (first + GAP.length() + last <= room) {
            widths[0] = Math.min(widths[0], room - GAP.length() - last);
            widths[end] = Math.min(widths[end], room - GAP.length() - widths[0]);
            return new Layout(widths, width, true, true);
        }
        widths[0] = Math.min(widths[0], first <= room ? room : width);
        return new Layout(widths, width, first <= room, false);
    }

    /** How a row becomes lines: whether its first and its last cell stand beside the figures. */
    private final class Layout {
        private final int[] widths;
        private final int width;
        private final boolean firstBeside;
        private final boolean lastBeside;

        Layout(int[] widths, int width, boolean firstBeside, boolean lastBeside) {
            this.widths = widths;
            this.width = width;
            this.firstBeside = firstBeside;
            this.lastBeside = lastBeside;
        }

        List<Line> lines(Row row) {
            int end = widths.length - 1;
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder(cell(row, 0));
            if (!firstBeside) {
                lines.add(line.toString());
                line.setLength(0);
            }
            for (int column = 1; column < end; column++) {
                line.append(GAP).append(cell(row, column));
            }
            String last = row.cells().get(end);
            if (lastBeside) {
                String indent = " ".repeat(Widths.of(line.toString()) + GAP.length());
                for (String part : Widths.wrap(last.isEmpty() ? " " : last, widths[end])) {
                    lines.add((line.isEmpty() ? indent : line + GAP) + part);
                    line.setLength(0);
                }
            } else {
                lines.add(line.toString());
                Widths.wrap(last, width - GAP.length()).forEach(part -> lines.add(GAP + part));
            }
            return lines.stream()
                    .map(text -> Line.of(text.stripTrailing(), row.style()))
                    .toList();
        }

        private String cell(Row row, int column) {
            String cell = Widths.clip(row.cells().get(column), widths[column]);
            return columns.get(column).right()
                    ? " ".repeat(widths[column] - Widths.of(cell)) + cell
                    : Widths.pad(cell, widths[column]);
        }
    }
}
