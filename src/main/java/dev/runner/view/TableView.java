package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/** A table in lines of text, its columns as wide as what stands in them; a wide glyph takes two places. */
public final class TableView {
    private static final String GAP = "  ";

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

    /** @param columns at least one */
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

    /** The heading, then a line per row. */
    public List<Line> lines() {
        List<Row> all = new ArrayList<>();
        all.add(new Row(columns.stream().map(Column::title).toList(), Style.STRONG));
        all.addAll(rows);
        int[] widths = new int[columns.size()];
        for (Row row : all) {
            for (int column = 0; column < widths.length; column++) {
                int width = Widths.of(row.cells().get(column));
                widths[column] = Math.max(
                        widths[column], Math.min(width, columns.get(column).widest()));
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private Line line(Row row, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = Widths.clip(row.cells().get(column), widths[column]);
            String padding = " ".repeat(Math.max(0, widths[column] - Widths.of(cell)));
            boolean right = columns.get(column).right();
            text.append(column == 0 ? "" : GAP).append(right ? padding + cell : cell + padding);
        }
        return Line.of(text.toString().stripTrailing(), row.style());
    }
}
