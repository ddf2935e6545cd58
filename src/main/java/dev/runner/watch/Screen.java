package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.view.HintView;
import dev.runner.view.Line;
import dev.runner.view.ListView;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import dev.runner.view.VerdictView;
import java.nio.file.Path;

/** Shows the effects of a {@link WatchSession} that are there to be seen, line by line. */
public final class Screen {
    private static final int ERRORS_SHOWN = 2;

    private final Workspace workspace;
    private final Course course;
    private final Terminal terminal;

    public Screen(Workspace workspace, Course course, Terminal terminal) {
        this.workspace = workspace;
        this.course = course;
        this.terminal = terminal;
    }

    /** The course's welcome, for a learner who has done nothing yet. */
    public void welcome() {
        String message = course.welcomeMessage();
        if (message != null && !message.isBlank()) {
            terminal.print(Line.lines(message.strip(), Style.PLAIN));
            terminal.print(Line.EMPTY);
        }
    }

    void show(Effect effect) {
        if (effect instanceof Effect.ShowChecking checking) {
            terminal.transientLine(Line.of("Checking " + checking.exercise().name(), Style.FAINT));
        } else if (effect instanceof Effect.ShowVerdict verdict) {
            verdict(verdict);
        } else if (effect instanceof Effect.ShowHint hint) {
            terminal.print(Line.EMPTY);
            terminal.print(new HintView(terminal.theme(), terminal.columns())
                    .lines(hint.exercise(), hint.first(), hint.last()));
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
        terminal.print(new ListView(terminal.theme(), terminal.columns()).figures(course, progress));
        terminal.print(Line.of("Every exercise is done.", Style.SUCCESS));
        String message = course.finalMessage();
        if (message != null) {
            terminal.print(Line.lines(message.strip(), Style.PLAIN));
        }
    }
}
