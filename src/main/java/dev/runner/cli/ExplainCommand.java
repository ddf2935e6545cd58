package dev.runner.cli;

import dev.runner.toolchain.Confinement;
import dev.runner.view.Line;
import dev.runner.view.Style;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code runner explain}: the compiler's own text on an error code, or clippy's on a lint. */
@CommandLine.Command(
        name = "explain",
        description = "Explain an error code of rustc or a lint of clippy.",
        footer = {"", "Examples:", "  runner explain E0382", "  runner explain clippy::needless_return"})
final class ExplainCommand extends Command {
    @Parameters(index = "0", paramLabel = "CODE", description = "Such as E0382, or clippy::needless_return.")
    String code = "";

    ExplainCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        Explanations explanations =
                new Explanations(context().toolchains().locate(start(), Confinement.USUAL), start());
        terminal().print(Line.lines(explanations.of(code, context().interruption()), Style.PLAIN));
        return ExitCode.PASSED;
    }
}
