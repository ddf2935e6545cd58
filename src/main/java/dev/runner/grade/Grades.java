package dev.runner.grade;

import dev.runner.report.GradeRow;
import java.util.List;

/**
 * What grading found.
 *
 * @param rows a row per submission, in the order in which they were given
 * @param takenOver how many of them an earlier run had graded
 * @param notKept what went wrong in writing reports, each in one line
 */
public record Grades(List<GradeRow> rows, int takenOver, List<String> notKept) {
    public Grades {
        rows = List.copyOf(rows);
        notKept = List.copyOf(notKept);
    }
}
