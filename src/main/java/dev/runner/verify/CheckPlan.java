package dev.runner.verify;

import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
 * @param home the directory of the {@code Cargo.toml} from which its dependencies are built; {@code root}, but where a
 *     submission is judged in a directory of its own
 * @param place the working directory of its tests and its program where rustc builds them; {@code root}, but where what is
 *     built holds secrets
 * @param writable directories that its tests and its program may write to in a sandbox; none for most
 * @param reference what the course itself says of the exercise; null where nobody knows or where it is not asked
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
        @Nullable String viaCargo,
        Path home,
        Path place,
        List<Path> writable,
        @Nullable Reference reference) {
    public CheckPlan {
        writable = List.copyOf(writable);
        crates = List.copyOf(crates);
    }

    /** Of what tells the plans of a course apart: one made for each component takes 20 ms when it is first asked for. */
    @Override
    public int hashCode() {
        return 31 * target.hashCode() + source.hashCode();
    }

    /** A plan for a file in its course's own directory, held against nothing. */
    public CheckPlan(
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
        this(target, root, source, mode, test, strict, manifest, crates, time, viaCargo, root, root, List.of(), null);
    }

    /** The same, held against what the course says. */
    public CheckPlan withReference(@Nullable Reference other) {
        return new CheckPlan(
                target, root, source, mode, test, strict, manifest, crates, time, viaCargo, home, place, writable,
                other);
    }

    /**
     * The same in directories of ours, held against nothing; dependencies are built where they were.
     *
     * @param directory where it is built
     * @param other where its tests and its program run
     * @param more what they may write to, too
     */
    CheckPlan in(Path directory, Path other, Path... more) {
        List<Path> free = Stream.concat(Stream.of(other), Arrays.stream(more)).toList();
        return new CheckPlan(
                target, directory, source, mode, test, strict, manifest, crates, time, viaCargo, home, other, free,
                null);
    }

    /** The crate's name: cargo replaces what an identifier cannot hold. */
    public String crateName() {
        return target.replace('-', '_');
    }

    /** Whether its tests are asked; what has a build script always is. */
    boolean asksTests() {
        return test || mode == Mode.BUILDSCRIPT;
    }

    /** What its processes may write to, and {@code more}. */
    Path[] writableWith(Path... more) {
        return Stream.concat(writable.stream(), Arrays.stream(more)).toArray(Path[]::new);
    }
}
