package dev.runner.cli;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The compiler's own text on an error code, clippy's on one of its lints, or rustc's line on one of its own. */
final class Explanations {
    private static final String CLIPPY = "clippy::";

    private final Toolchain toolchain;
    private final Path directory;

    Explanations(Toolchain toolchain, Path directory) {
        this.toolchain = toolchain;
        this.directory = directory;
    }

    /**
     * What there is to say of {@code code}.
     *
     * @throws UsageException if nobody explains it
     */
    String of(String code, Cancellation cancellation) throws InterruptedException {
        boolean lint = code.startsWith(CLIPPY);
        Invocation invocation = lint
                ? Invocation.of(Tool.CARGO, List.of("clippy", "--explain", code.substring(CLIPPY.length())), directory)
                : Invocation.of(Tool.RUSTC, List.of("--explain", errorCode(code)), directory);
        Completion completion = toolchain.run(invocation, cancellation);
        String text = completion.output().text();
        if (!completion.succeeded() || text.isBlank()) {
            throw new UsageException(
                    "nobody explains \"" + code + "\"",
                    lint ? "give a lint as clippy names it" : "give a code such as E0382, as rustc prints it");
        }
        return text.strip();
    }

    /** {@code 382} and {@code e0382} mean E0382. */
    private static String errorCode(String code) {
        String digits = code.toUpperCase(Locale.ROOT).startsWith("E") ? code.substring(1) : code;
        if (digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new UsageException(
                    "\"" + code + "\" is no error code", "give a code such as E0382, or a lint such as clippy::todo");
        }
        return "E" + "0".repeat(4 - digits.length()) + digits;
    }
}
