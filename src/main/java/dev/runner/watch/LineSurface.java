package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.view.HintView;
import dev.runner.view.Key;
import dev.runner.view.Line;
import dev.runner.view.ListView;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import dev.runner.view.VerdictView;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A watch line by line: for a pipe, a file, and terminals that can show no more. */
public final class LineSurface implements Surface {
    private static final int ERRORS_SHOWN = 2;

    private final Workspace workspace;
    private final Course course;
    private final Terminal terminal;
    private final Keyboard keyboard;
    private Keyboard.@Nullable Listening listening;

    public LineSurface(Workspace workspace, Course course, Terminal terminal, Keyboard keyboard) {
        this.workspace = workspace;
        this.course = course;
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    @Override
    public void open(Consumer<WatchEvent> events) {
        listening = keyboard.listen(
                key -> events.accept(key < 0 ? new WatchEvent.InputEnded() : new WatchEvent.KeyPressed(Key.of(key))));
    }

    @Override
    public void refresh(WatchSession session) {
        // A line that was written stays as it is.
    }

    @Override
    public boolean showsTime() {
        return false;
    }

    @Override
    public void lend(Runnable work) {
        work.run();
    }

    @Override
    public void suspend() {
        // Without a terminal of its own there is nothing to give back; Ctrl-Z works by itself.
    }

    @Override
    public void close() {
        if (listening != null) {
            listening.close();
        }
    }

    /** The course's welcome, for a learner who has done nothing yet. */
    public void welcome() {
        String message = course.welcomeMessage();
        if (message != null && !message.isBlank()) {
            terminal.print(Line.lines(message.strip(), Style.PLAIN));
            terminal.print(Line.EMPTY);
        }
    }

    @Override
    public void show(Effect effect) {
        if (effect instanceof Effect.ShowChecking checking) {
            terminal.transientLine(Line.of("Checking " + checking.exercise().name(), Style.FAINT));
        } else if (effect instanceof Effect.ShowVerdict verdict) {
            verdict(verdict);
        } else if (effect instanceof Effect.ShowHint hint) {
            terminal.print(Line.EMPTY);
            terminal.print(new HintView(terminal.theme(), terminal.columns()).lines(hint.exercise(), hint.stages()));
        } else if (effect instanceof Effect.ShowList list) {
            terminal.print(Line.EMPTY);
            terminal.print(new ListView(terminal.theme(), terminal.columns())
                    .lines(course, list.progress(), exercise -> true));
        } else if (effect instanceof Effect.ShowFinal last) {
            farewell(last.progress());
        } else if (effect instanceof Effect.Say say) {
            terminal.print(Line.of(say.text(), Style.ACCENT));
        }
    }

    private void verdict(Effect.ShowVerdict shown) {
        terminal.clear();
        terminal.print(new VerdictView(terminal.theme(), ERRORS_SHOWN)
                .lines(shown.exercise().name(), shown.verdict()));
        terminal.print(Line.EMPTY);
        terminal.print(new ListView(terminal.theme(), terminal.columns())
                .figures(course, shown.progress())
                .and("  " + path(workspace.source(shown.exercise())), Style.FAINT));
        terminal.print(keys(shown));
    }

    /** From here if that is shorter. */
    private String path(Path file) {
        return workspace.root().relativize(file).toString();
    }

    private Line keys(Effect.ShowVerdict shown) {
        String dot = terminal.theme().dot();
        boolean done = shown.verdict().passed();
        return Line.of("n", done ? Style.STRONG : Style.PLAIN)
                .and(" next" + dot)
                .and("h", Style.STRONG)
                .and(" hint" + dot + "r run" + dot + "l list" + dot + "q quit");
    }

    private void farewell(Progress progress) {
        terminal.print(Line.EMPTY);
        terminal.print(Farewell.lines(terminal.theme(), course, progress));
    }
}
