package dev.runner.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/** {@code runner completion}: a script for the shell. */
@CommandLine.Command(
        name = "completion",
        description = "Print a completion script for bash and zsh.",
        footer = {"", "Example:", "  source <(runner completion)"})
final class CompletionCommand extends Command {
    CompletionCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        terminal().raw(AutoComplete.bash("runner", Cli.complete(context())));
        return ExitCode.PASSED;
    }
}
