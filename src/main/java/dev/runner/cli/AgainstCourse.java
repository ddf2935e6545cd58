package dev.runner.cli;

import dev.runner.course.BundledCourse;
import dev.runner.course.Exercise;
import dev.runner.course.Mode;
import dev.runner.course.Workspace;
import dev.runner.verify.CheckPlan;
import dev.runner.verify.CourseCopy;
import dev.runner.verify.Planner;
import dev.runner.verify.Reference;
import dev.runner.verify.Scratch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pristine course, against which submissions are judged; a copy of it lies in a directory of ours. Of a submission
 * nothing counts but the exercises' own files.
 */
final class AgainstCourse {
    /** The course that comes with the program. */
    static final String BUNDLED = "bundled";

    /** What else could change a verdict, if it were the submission's that counted. */
    private static final List<Path> TELLING = List.of(
            Path.of("info.toml"),
            Path.of("Cargo.toml"),
            Path.of("build.rs"),
            Path.of("clippy.toml"),
            Path.of(".clippy.toml"),
            Path.of("rust-toolchain"),
            Path.of("rust-toolchain.toml"),
            Path.of(".cargo", "config"),
            Path.of(".cargo", "config.toml"),
            Path.of("src", "lib.rs"));

    /** Far more than any of these files has; a stranger's may have anything. */
    private static final int LARGEST = 4 << 20;

    private final OpenCourse open;
    private final @Nullable Path directory;
    private final Set<Path> telling;

    private AgainstCourse(OpenCourse open, @Nullable Path directory) throws IOException {
        this.open = open;
        this.directory = directory;
        this.telling = telling(open);
    }

    /** Besides what cargo and its kin look for: what the course's exercises are built from. */
    private static Set<Path> telling(OpenCourse open) throws IOException {
        Set<Path> telling = new LinkedHashSet<>(TELLING);
        List<Path> sources =
                open.course().exercises().stream().map(Exercise::source).toList();
        open.course().exercises().stream()
                .filter(exercise -> exercise.mode() == Mode.BUILDSCRIPT)
                .map(exercise -> exercise.source().resolveSibling("build.rs"))
                .forEach(telling::add);
        Path root = open.workspace().root();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> file.toString().endsWith(".rs") || file.endsWith("Cargo.toml"))
                    .sorted()
                    .forEach(telling::add);
        }
        sources.forEach(telling::remove);
        return telling;
    }

    /**
     * Copies the course into a scratch directory and opens it there.
     *
     * @param name a directory, relative to where we were started, or {@code bundled}
     */
    static AgainstCourse open(String name, Command command, Scratch scratch) {
        @Nullable Path directory = name.equals(BUNDLED) ? null : directory(name, command.context());
        Path copy = scratch.newDirectory();
        try {
            if (directory == null) {
                Path whole = scratch.newDirectory().resolve("course");
                BundledCourse.copyTo(whole);
                CourseCopy.of(whole, copy);
                Scratch.delete(whole);
            } else {
                CourseCopy.of(directory, copy);
            }
            return new AgainstCourse(
                    OpenCourse.open(new Workspace(copy), command.context(), command.terminal()), directory);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Path directory(String name, Context context) {
        Path directory = context.directory().resolve(name).normalize();
        if (!Files.isRegularFile(directory.resolve(Workspace.INFO_FILE))) {
            throw new UsageException(
                    "there is no course in " + directory,
                    "name a directory with an info.toml, or the course of this program: --against " + BUNDLED);
        }
        return directory;
    }

    /** The copy, opened. */
    OpenCourse course() {
        return open;
    }

    /** Where the active toolchain is asked for: the course's own directory, or the copy. */
    Path toolchainDirectory() {
        return directory == null ? open.workspace().root() : directory;
    }

    /**
     * Plans that judge what lies below {@code root}.
     *
     * @param solutions whether its solutions are judged instead, every warning denied
     */
    Function<Exercise, CheckPlan> plans(Path root, boolean solutions, @Nullable Duration time) {
        return plans(open.planner(time), root, solutions);
    }

    /** The same by a planner that is made once for many submissions. */
    Function<Exercise, CheckPlan> plans(Planner planner, Path root, boolean solutions) {
        return exercise -> {
            Path file = root.resolve(solutions ? exercise.solution() : exercise.source());
            return planner.against(exercise, new Reference.Submission(root, file), solution(exercise), solutions);
        };
    }

    /** What else the submission has that is not the course's, each in one line; nothing of it is used. */
    List<String> changes(Path root) {
        List<String> changes = new ArrayList<>();
        for (Path path : telling) {
            Path theirs = root.resolve(path);
            Optional<String> ours = text(open.workspace().root().resolve(path));
            boolean there = Files.exists(theirs, LinkOption.NOFOLLOW_LINKS);
            if (there && ours.isEmpty()) {
                changes.add(path + " is not part of the course: it is not used");
            } else if (there && !ours.equals(text(theirs))) {
                changes.add(path + " is not the course's: the course's is used");
            }
        }
        return changes;
    }

    /** What the course's own solution holds, or null. */
    @Nullable
    String solution(Exercise exercise) {
        Optional<String> solution = directory == null
                ? BundledCourse.file(exercise.solution()).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : text(directory.resolve(exercise.solution()));
        return solution.orElse(null);
    }

    private static Optional<String> text(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
