package dev.runner.grade;

import dev.runner.report.GradeRow;

/** Hears how grading goes on. Called by several threads, one call at a time. */
public interface GradeListener {
    /** An exercise of a submission is judged now. */
    default void judging(Submission submission, String exercise) {}

    /**
     * A submission is done; in the order in which they were given.
     *
     * @param takenOver whether it was graded by an earlier run
     */
    default void graded(GradeRow row, boolean takenOver) {}
}
