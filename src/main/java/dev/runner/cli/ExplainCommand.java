package dev.runner.cli;

import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import dev.runner.view.Line;
import dev.runner.view.Style;
import java.util.List;
import java.util.Locale;
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
        Toolchain toolchain = context().toolchains().apply(start());
        boolean lint = code.startsWith("clippy::");
        Invocation invocation = lint
                ? Invocation.of(Tool.CARGO, List.of("clippy", "--explain", code.substring(8)), start())
                : Invocation.of(Tool.RUSTC, List.of("--explain", errorCode()), start());
        Completion completion = toolchain.run(invocation, context().interruption());
        String text = completion.output().text();
        if (!completion.succeeded() || text.isBlank()) {
            throw new UsageException(
                    "nobody explains \"" + code + "\"",
                    lint ? "give a lint as clippy names it" : "give a code such as E0382, as rustc prints it");
        }
        terminal().print(Line.lines(text.strip(), Style.PLAIN));
        return ExitCode.PASSED;
    }

    /** {@code 382} and {@code e0382} mean E0382. */
    private String errorCode() {
        String digits = code.toUpperCase(Locale.ROOT).startsWith("E") ? code.substring(1) : code;
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UsageException(
                    "\"" + code + "\" is no error code", "give a code such as E0382, or a lint such as clippy::todo");
        }
        return "E" + "0".repeat(4 - digits.length()) + digits;
    }
}
