package dev.runner.author;

import dev.runner.course.Exercise;
import dev.runner.course.Finding;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exercise with its texts, and a place to write down what is wrong with it. For use by one thread. */
final class Material {
    private final Workspace workspace;
    private final Exercise exercise;
    private final List<Finding> findings = new ArrayList<>();
    private final Optional<String> source;
    private final Optional<String> solution;

    Material(Workspace workspace, Exercise exercise) {
        this.workspace = workspace;
        this.exercise = exercise;
        this.source = read(workspace.source(exercise));
        this.solution = read(workspace.solution(exercise));
    }

    Exercise exercise() {
        return exercise;
    }

    /** The exercise's text; empty if it can't be read. */
    Optional<String> source() {
        return source;
    }

    /** The solution's text; empty if there is none. */
    Optional<String> solution() {
        return solution;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Something is wrong in {@code info.toml}. */
    void wrongKey(String key, String problem, @Nullable String expected) {
        findings.add(new Finding(
                Workspace.INFO_FILE,
                exercise.line(),
                "exercise \"" + exercise.name() + "\": " + key,
                problem,
                expected));
    }

    /** Something is wrong in a file of the course. */
    void wrongFile(Path file, int line, String problem, @Nullable String expected) {
        findings.add(new Finding(shown(file), line, null, problem, expected));
    }

    /** A path as findings show it. */
    String shown(Path file) {
        Path relative = file.isAbsolute() ? workspace.root().relativize(file) : file;
        return relative.toString().replace('\\', '/');
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
