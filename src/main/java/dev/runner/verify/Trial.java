package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Diagnostics;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds and runs a smallest program, to see whether a toolchain can do what will be asked of it. */
public final class Trial {
    private final Toolchain toolchain;
    private final Scratch scratch;

    public Trial(Toolchain toolchain, Scratch scratch) {
        this.toolchain = toolchain;
        this.scratch = scratch;
    }

    /** What goes wrong, in one line; empty if nothing does. */
    public Optional<String> fault(Cancellation cancellation) throws InterruptedException {
        Path directory = scratch.newDirectory();
        try {
            Files.writeString(directory.resolve("trial.rs"), "fn main() {}\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        Completion built = toolchain.run(
                Invocation.of(
                                Tool.RUSTC,
                                List.of(
                                        "trial.rs",
                                        "--error-format=json",
                                        "-o",
                                        directory.resolve("trial").toString()),
                                directory)
                        .writing(directory),
                cancellation);
        if (!built.succeeded()) {
            String said = built.errors().text();
            return Optional.of(Diagnostics.parse(said).stream()
                    .map(Diagnostic::message)
                    .findFirst()
                    .orElse(Diagnostics.plainText(said).strip()));
        }
        Completion ran = toolchain.run(
                Invocation.of(directory.resolve("trial"), List.of(), directory, Limits.PROGRAM), cancellation);
        return ran.succeeded() ? Optional.empty() : Optional.of("a program ends with exit code " + ran.exitCode());
    }
}
