package dev.runner.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code runner} alone: watches. */
@CommandLine.Command(
        name = "runner",
        description = "Learn Rust by repairing small programs: runs, checks and explains exercises.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Without a command it watches: it checks the current exercise whenever you save it.",
            "",
            "Examples:",
            "  runner                 start or go on learning",
            "  runner verify          check everything, as in CI",
            "  runner -C DIR list     the exercises of the course in DIR"
        })
final class RootCommand extends Command {
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    @CommandLine.Mixin
    WatchOptions options = new WatchOptions();

    RootCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        return new WatchLoop(this, options).watch(null);
    }
}
