package dev.runner.cli;

import dev.runner.report.GradeRow;
import dev.runner.report.GradeSheet;
import dev.runner.view.Line;
import dev.runner.view.Style;
import dev.runner.view.TableView;
import dev.runner.view.TableView.Column;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of grades as {@code runner grade} prints it, in lines no wider than the terminal. */
final class GradeTable {
    private static final int LONGEST_NAME = 40;
    private static final int ANY = Integer.MAX_VALUE;

    private GradeTable() {}

    static List<Line> lines(GradeSheet sheet, int width) {
        boolean points = sheet.pointsMatter();
        List<Column> columns = new ArrayList<>(
                List.of(new Column("Submission", false, LONGEST_NAME), new Column("Passed", true, ANY)));
        if (points) {
            columns.add(new Column("Points", true, ANY));
        }
        columns.addAll(List.of(
                new Column("Percent", true, ANY), new Column("Time", true, ANY), new Column("Remarks", false, ANY)));
        TableView table = new TableView(columns);
        for (GradeRow row : sheet.rows()) {
            table.add(cells(row, sheet.exercises().size(), points), style(row));
        }
        return table.lines(width);
    }

    private static List<String> cells(GradeRow row, int exercises, boolean points) {
        boolean graded = row.problem() == null;
        List<String> cells = new ArrayList<>(List.of(row.name(), graded ? row.passed() + "/" + exercises : "-"));
        if (points) {
            cells.add(graded ? row.score().toPlainString() + "/" + row.points() : "-");
        }
        cells.add(graded && row.points() > 0 ? row.percent() : "-");
        cells.add(graded ? seconds(row.duration()) : "-");
        cells.add(row.remark());
        return cells;
    }

    private static Style style(GradeRow row) {
        return row.problem() != null ? Style.FAILURE : row.complete() ? Style.PLAIN : Style.WARNING;
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
