package dev.runner.author;

import dev.runner.course.Finding;
import java.util.List;

/**
 * What the check of a course found.
 *
 * @param findings what is wrong, by file and line; empty when the course holds what it promises
 * @param survivors changes to a solution that no test notices, a line each: food for thought and no defect, because a
 *     change may also mean the same
 * @param solutions how many solutions passed
 * @param wrongAnswers how many wrong answers were tried
 * @param mutants how many changed solutions were tried
 */
public record CourseReport(
        List<Finding> findings, List<String> survivors, int solutions, int wrongAnswers, int mutants) {
    public CourseReport {
        findings = List.copyOf(findings);
        survivors = List.copyOf(survivors);
    }
}
