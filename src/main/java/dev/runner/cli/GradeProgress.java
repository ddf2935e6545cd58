package dev.runner.cli;

import dev.runner.grade.GradeListener;
import dev.runner.grade.Submission;
import dev.runner.report.GradeRow;
import dev.runner.view.Line;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import dev.runner.view.VerificationView;

/**
 * Tells how grading goes on: on a terminal with one line that changes, elsewhere with a remark per submission, in their
 * order. Results are no business of it: the table comes in the end.
 */
final class GradeProgress implements GradeListener, AutoCloseable {
    private final Terminal terminal;
    private final VerificationView view;
    private final int total;
    private final int exercises;
    private int done;

    GradeProgress(Terminal terminal, int total, int exercises) {
        this.terminal = terminal;
        this.view = new VerificationView(terminal.theme());
        this.total = total;
        this.exercises = exercises;
    }

    @Override
    public void judging(Submission submission, String exercise) {
        show(submission.name() + " " + exercise);
    }

    @Override
    public void graded(GradeRow row, boolean takenOver) {
        done++;
        if (terminal.interactive()) {
            show("");
            return;
        }
        String what = row.problem() != null
                ? "not graded: " + row.problem()
                : row.passed() + "/" + exercises + " passed" + (takenOver ? " (graded before)" : "");
        terminal.remark(Line.of("[" + done + "/" + total + "] " + row.name() + ": " + what, Style.FAINT));
    }

    @Override
    public void close() {
        terminal.transientLine(Line.EMPTY);
    }

    private void show(String running) {
        terminal.transientLine(view.progress(done, 0, total, running));
    }
}
