package dev.runner.cli;

import dev.runner.course.BundledCourse;
import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.integrity.CourseText;
import dev.runner.progress.AtomicFile;
import dev.runner.verify.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the exercises of a workspace that {@code runner init} made are held against: the bundled course. A newer runner's
 * course may have other tests than the one that made the workspace, so what the tests were is recorded: a line with our
 * version, then a line per part of the tests, the exercise's name and a hash. The record counts only for another version's
 * workspace.
 */
final class TestRecord {
    private static final String FILE = "tests";

    private final Path file;
    private final String version;
    private final boolean bundled;

    TestRecord(Workspace workspace, String version) {
        this.file = workspace.stateDirectory().resolve(FILE);
        this.version = version;
        this.bundled = BundledCourse.isCopyAt(workspace);
    }

    /** Records the tests of the bundled course. */
    void write(Course course) throws IOException {
        StringBuilder text = new StringBuilder(version).append('\n');
        for (Exercise exercise : course.exercises()) {
            for (String hash : CourseText.fingerprints(text(exercise.source()).orElse(""))) {
                text.append(exercise.name()).append(' ').append(hash).append('\n');
            }
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What the exercise is held against; empty where the workspace is not made from the bundled course. */
    Optional<Reference> of(Exercise exercise) {
        if (!bundled) {
            return Optional.empty();
        }
        return text(exercise.source())
                .map(original -> new Reference(
                        original, text(exercise.solution()).orElse(null), List.of(), recorded(exercise), null));
    }

    private List<String> recorded(Exercise exercise) {
        try {
            List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
            if (lines.isEmpty() || lines.get(0).equals(version)) {
                return List.of();
            }
            String prefix = exercise.name() + " ";
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<String> text(Path relative) {
        return BundledCourse.file(relative).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
