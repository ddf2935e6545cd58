package dev.runner.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory that holds a course and a learner's work on it; the only place where paths of exercises, solutions
 * and state are resolved.
 *
 * @param root the directory of {@code info.toml}, absolute and normalised
 */
public record Workspace(Path root) {
    /** The course's definition. */
    public static final String INFO_FILE = "info.toml";
    /** How its exercises are compiled. */
    public static final String MANIFEST_FILE = "Cargo.toml";

    private static final String STATE_DIRECTORY = ".runner";

    public Workspace {
        root = root.toAbsolutePath().normalize();
    }

    /** The nearest directory with an {@code info.toml}: {@code start} itself or one above it. */
    public static Optional<Workspace> find(Path start) {
        @Nullable Path directory = start.toAbsolutePath().normalize();
        while (directory != null) {
            if (Files.exists(directory.resolve(INFO_FILE))) {
                return Optional.of(new Workspace(directory));
            }
            directory = directory.getParent();
        }
        return Optional.empty();
    }

    /** {@code info.toml}. */
    public Path infoFile() {
        return root.resolve(INFO_FILE);
    }

    /** {@code Cargo.toml}, which need not exist. */
    public Path manifestFile() {
        return root.resolve(MANIFEST_FILE);
    }

    /** Where the learner works on that exercise. */
    public Path source(Exercise exercise) {
        return resolve(exercise.source());
    }

    /** Where that exercise's solution lies, if there is one. */
    public Path solution(Exercise exercise) {
        return resolve(exercise.solution());
    }

    /** Everything of ours that is kept in the workspace: progress and backups. */
    public Path stateDirectory() {
        return root.resolve(STATE_DIRECTORY);
    }

    /**
     * A path inside the workspace.
     *
     * @throws IllegalArgumentException if {@code relative} is absolute or leads out of the workspace
     */
    public Path resolve(Path relative) {
        Path path = root.resolve(relative).normalize();
        if (relative.isAbsolute() || !path.startsWith(root)) {
            throw new IllegalArgumentException(relative + " leaves " + root);
        }
        return path;
    }
}
