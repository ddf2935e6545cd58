package dev.runner.view;

import dev.runner.course.Finding;
import java.util.ArrayList;
import java.util.List;

/** Shows what went wrong outside the learner's code: what happened, and what to type next. */
public final class ProblemView {
    private ProblemView() {}

    /** {@code error: what happened} and {@code help: what to type next}. */
    public static List<Line> lines(String message, String help) {
        List<Line> lines = new ArrayList<>();
        boolean first = true;
        for (String text : message.lines().toList()) {
            lines.add(first ? Line.of("error: ", Style.FAILURE).and(text) : Line.of("       " + text));
            first = false;
        }
        if (!help.isEmpty()) {
            lines.add(Line.of("help: ", Style.ACCENT).and(help));
        }
        return lines;
    }

    /** A remark that stops nothing. */
    public static Line warning(String message) {
        return Line.of("warning: ", Style.WARNING).and(message);
    }

    /** The course's defects, a line each, and what to do. */
    public static List<Line> findings(List<Finding> findings) {
        List<Line> lines = new ArrayList<>();
        for (Finding finding : findings) {
            lines.add(Line.of("error: ", Style.FAILURE).and(finding.render()));
        }
        lines.add(Line.of("help: ", Style.ACCENT)
                .and(
                        findings.size() == 1
                                ? "mend the course and try again"
                                : "mend these " + findings.size() + " places and try again"));
        return lines;
    }
}
