package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Judges;
import dev.runner.verify.Scratch;
import dev.runner.watch.Screen;
import dev.runner.watch.Watch;
import org.jspecify.annotations.Nullable;

/** Puts a watch together for {@code runner} and {@code runner watch}. */
final class WatchLoop {
    private final Command command;
    private final WatchOptions options;

    WatchLoop(Command command, WatchOptions options) {
        this.command = command;
        this.options = options;
    }

    /** @param name the exercise to begin with, or null for the current one */
    ExitCode watch(@Nullable String name) throws InterruptedException {
        OpenCourse open = command.openCourse();
        Progress progress = open.store().load();
        Exercise begin = name == null ? progress.currentIn(open.course()) : open.named(name);
        Toolchain toolchain = command.toolchain(open);
        Screen screen = new Screen(open.workspace(), open.course(), command.terminal());
        if (progress.equals(Progress.NONE)) {
            screen.welcome();
        }
        try (Scratch scratch = command.scratch(open.workspace())) {
            Watch watch = new Watch(
                    open.workspace(),
                    open.course(),
                    open.planner(options.timeLimit.duration()),
                    Judges.forWatching(toolchain, scratch),
                    screen,
                    progress,
                    begin,
                    open::keep,
                    command.context().clock());
            boolean well = watch.run(command.context().keyboard(), options.poll());
            return well ? ExitCode.PASSED : ExitCode.NOT_PASSED;
        }
    }
}
