package dev.runner.verify;

import dev.runner.course.Exercise;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Release;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells ways of judging apart: two that have one identity give the same submission the same verdicts. It holds the course's
 * files, its solutions, the toolchain, the limits and the judging code, and no place on a machine.
 */
public final class JudgingIdentity {
    private JudgingIdentity() {}

    /**
     * The identity, in hexadecimal; empty if it can't be told.
     *
     * @param course the directory of the course that is judged by
     * @param exercises all of the course's
     * @param solution what the course's solution of an exercise holds, or null
     * @param time the usual limit, or null for ours
     */
    public static Optional<String> of(
            Release release,
            Confinement confinement,
            Path course,
            List<Exercise> exercises,
            Function<Exercise, @Nullable String> solution,
            @Nullable Duration time) {
        return JudgingCode.identity().map(code -> {
            Digest digest = new Digest()
                    .add(code)
                    .add(release.identity() + ", clippy " + release.clippy() + ", dynamic " + release.dynamicStd())
                    .add("memory " + confinement.memoryBytes() + ", sandbox "
                            + confinement.sandbox().isPresent())
                    .add("time " + time);
            addFiles(digest, course);
            for (Exercise exercise : exercises) {
                String solved = solution.apply(exercise);
                digest.add(exercise.name()).add(solved == null ? "" : solved);
            }
            return digest.hex();
        });
    }

    private static void addFiles(Digest digest, Path course) {
        try (Stream<Path> files = Files.walk(course)) {
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .map(course::relativize)
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                digest.add(file.toString().replace('\\', '/')).add(Files.readAllBytes(course.resolve(file)));
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
