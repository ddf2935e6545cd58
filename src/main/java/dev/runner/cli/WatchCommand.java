package dev.runner.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code runner watch}: checks the current exercise on every save. */
@CommandLine.Command(
        name = "watch",
        description = "Check the current exercise whenever you save it.",
        footer = {
            "",
            "Keys: n next, h hint, l list, ? all of them, q quit.",
            "",
            "Examples:",
            "  runner watch vecs1",
            "  runner watch --edit-cmd 'code --reuse-window'"
        })
final class WatchCommand extends Command {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "The exercise to begin with; default: the current.")
    @Nullable
    String name;

    @Mixin
    WatchOptions options = new WatchOptions();

    WatchCommand(Context context) {
        super(context);
    }

    @Override
    boolean takesName(String exercise) {
        name = exercise;
        return true;
    }

    @Override
    ExitCode perform() throws InterruptedException {
        return new WatchLoop(this, options).watch(name);
    }
}
