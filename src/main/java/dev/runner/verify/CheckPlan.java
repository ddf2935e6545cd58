package dev.runner.verify;

import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link Verdict} depends on, apart from the toolchain and the bytes of the source and of what it
 * includes.
 *
 * @param target the name of the binary, as {@code Cargo.toml} lists it
 * @param root the course's directory, absolute: the working directory of compiler and program
 * @param source the file to check, relative to {@code root}
 * @param mode how it is checked
 * @param test whether its tests are asked
 * @param strict whether a lint's warning fails it
 * @param manifest edition, lints and the rest of {@code Cargo.toml}
 * @param crates the dependencies that it uses, sorted; empty for most
 * @param time the limit for the tests and for the program, each
 * @param viaCargo why cargo itself has to judge it, or null when rustc can
 */
public record CheckPlan(
        String target,
        Path root,
        Path source,
        Mode mode,
        boolean test,
        boolean strict,
        Manifest manifest,
        List<String> crates,
        Duration time,
        @Nullable String viaCargo) {
    public CheckPlan {
        crates = List.copyOf(crates);
    }

    /** The crate's name: cargo replaces what an identifier cannot hold. */
    public String crateName() {
        return target.replace('-', '_');
    }
}
