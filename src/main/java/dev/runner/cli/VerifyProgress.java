package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.verify.Result;
import dev.runner.verify.VerifyListener;
import dev.runner.view.Line;
import dev.runner.view.Terminal;
import dev.runner.view.VerificationView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how a verification goes on: on a terminal with one line that changes, elsewhere with a line per exercise, in the
 * course's order whatever the order in which they end.
 */
final class VerifyProgress implements VerifyListener, AutoCloseable {
    private final Terminal terminal;
    private final VerificationView view;
    private final List<Exercise> exercises;
    private final Map<Exercise, Result> waiting = new HashMap<>();
    private int printed;
    private int finished;
    private int failed;

    VerifyProgress(Terminal terminal, List<Exercise> exercises) {
        this.terminal = terminal;
        this.view = new VerificationView(terminal.theme());
        this.exercises = exercises;
    }

    @Override
    public void started(Exercise exercise) {
        show(exercise.name());
    }

    @Override
    public void finished(Result result) {
        finished++;
        if (!result.verdict().passed()) {
            failed++;
        }
        if (terminal.interactive()) {
            show("");
            return;
        }
        waiting.put(result.exercise(), result);
        while (printed < exercises.size()) {
            @Nullable Result next = waiting.remove(exercises.get(printed));
            if (next == null) {
                return;
            }
            terminal.print(view.result(next));
            printed++;
        }
    }

    /** Prints what waited for one that never came, because the verification ended early. */
    @Override
    public void close() {
        terminal.transientLine(Line.EMPTY);
        for (int index = printed; index < exercises.size(); index++) {
            Result result = waiting.remove(exercises.get(index));
            if (result != null) {
                terminal.print(view.result(result));
            }
        }
        if (!terminal.interactive()) {
            terminal.print(Line.EMPTY);
        }
    }

    private void show(String running) {
        terminal.transientLine(view.progress(finished, failed, exercises.size(), running));
    }
}
