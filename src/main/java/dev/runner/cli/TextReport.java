package dev.runner.cli;

import dev.runner.report.Figures;
import dev.runner.report.Report;
import dev.runner.view.Line;
import dev.runner.view.Theme;
import dev.runner.view.VerificationView;
import java.util.ArrayList;
import java.util.List;

/** A report as {@code runner verify} prints it: a line per exercise, then the summary. */
final class TextReport {
    private TextReport() {}

    /** All of it. */
    static List<Line> lines(Report report, Theme theme) {
        VerificationView view = new VerificationView(theme);
        List<Line> lines = new ArrayList<>();
        report.verification().results().forEach(result -> lines.add(view.result(result)));
        lines.add(Line.EMPTY);
        lines.addAll(summary(report, theme));
        return lines;
    }

    /** What comes after the line per exercise. */
    static List<Line> summary(Report report, Theme theme) {
        List<Line> lines = new ArrayList<>(new VerificationView(theme).summary(report.verification()));
        String points = Figures.pointsLine(report);
        if (!points.isEmpty()) {
            lines.add(Line.of(points));
        }
        return lines;
    }

    static String write(Report report, Theme theme) {
        StringBuilder text = new StringBuilder();
        lines(report, theme).forEach(line -> text.append(theme.render(line)).append('\n'));
        return text.toString();
    }
}
