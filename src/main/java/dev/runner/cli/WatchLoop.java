package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Judges;
import dev.runner.verify.Scratch;
import dev.runner.view.FullScreen;
import dev.runner.watch.FullSurface;
import dev.runner.watch.LineSurface;
import dev.runner.watch.Surface;
import dev.runner.watch.Watch;
import dev.runner.watch.WatchEnd;
import dev.runner.watch.WatchSession;
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
        Context context = command.context();
        FullScreen.Opener screen = context.screens().apply(command.common.colour());
        boolean full = screen.possible() && !options.plain;
        if (full) {
            screen.prepare();
        }
        OpenCourse open = command.openCourse();
        Progress progress = open.store().load();
        Exercise begin = name == null ? progress.currentIn(open.course()) : open.named(name);
        Toolchain toolchain = command.toolchain(open);
        try (Scratch scratch = command.scratch(open.workspace())) {
            Watch watch = new Watch(
                    open.workspace(),
                    open.course(),
                    open.planner(options.timeLimit.duration()),
                    steps -> Judges.forWatching(toolchain, scratch, steps),
                    Judges.forMany(toolchain, scratch),
                    full ? new FullSurface(screen) : plain(open, progress),
                    new WatchServices(open, toolchain, context, options.editCommand),
                    open::keepQuietly,
                    new WatchSession(open.workspace(), open.course(), progress, begin, context.clock(), full));
            return exitCode(watch.run(options.poll()));
        }
    }

    private Surface plain(OpenCourse open, Progress progress) {
        LineSurface surface = new LineSurface(
                open.workspace(),
                open.course(),
                command.terminal(),
                command.context().keyboard());
        if (progress.equals(Progress.NONE)) {
            surface.welcome();
        }
        return surface;
    }

    private static ExitCode exitCode(WatchEnd end) {
        return switch (end) {
            case LEFT -> ExitCode.PASSED;
            case NOT_PASSED -> ExitCode.NOT_PASSED;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
