package dev.runner.report;

import dev.runner.course.Exercise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of grades for spreadsheets: CSV as RFC 4180 has it, in UTF-8, with a column per exercise after the fixed ones. What
 * a spreadsheet would take for a formula gets an apostrophe before it, for names are chosen by those who are graded.
 */
final class GradeCsv {
    private static final String END = "\r\n";
    private static final List<String> COLUMNS =
            List.of("submission", "state", "passed", "exercises", "score", "points", "percent", "seconds", "remarks");

    private GradeCsv() {}

    static String write(GradeSheet sheet) {
        StringBuilder csv = new StringBuilder();
        List<String> header = new ArrayList<>(COLUMNS);
        sheet.exercises().stream().map(Exercise::name).forEach(header::add);
        line(csv, header);
        for (GradeRow row : sheet.rows()) {
            line(csv, cells(row, sheet.exercises().size()));
        }
        return csv.toString();
    }

    private static List<String> cells(GradeRow row, int exercises) {
        List<String> cells = new ArrayList<>(List.of(row.name(), row.state()));
        if (row.problem() == null) {
            cells.addAll(List.of(
                    Long.toString(row.passed()),
                    Integer.toString(exercises),
                    row.score().toPlainString(),
                    Long.toString(row.points()),
                    row.percent(),
                    Seconds.of(row.duration()).toPlainString()));
        } else {
            cells.addAll(List.of("", "", "", "", "", ""));
        }
        cells.add(row.remark());
        for (int exercise = 0; exercise < exercises; exercise++) {
            cells.add(row.problem() == null ? row.statuses().get(exercise).id() : "");
        }
        return cells;
    }

    private static void line(StringBuilder csv, List<String> cells) {
        csv.append(cells.stream().map(GradeCsv::cell).collect(Collectors.joining(",")))
                .append(END);
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
