package dev.runner.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The course that comes with the program, as resources below {@code /course}. */
public final class BundledCourse {
    /** Tells that a workspace was made from the bundled course, so that its files can be brought back. */
    private static final String MARK = "bundled-course";

    private static final Path README_OF_EXERCISES = Path.of("exercises", "README.md");

    private static final String GITIGNORE = """
            # Build output and the runner's own state.
            target/
            .runner/
            Cargo.lock
            """;

    private BundledCourse() {}

    /** The paths of the files that a learner gets, relative to a course's directory, in the course's order. */
    public static List<Path> files() {
        String info = text(Path.of(Workspace.INFO_FILE)).orElse("");
        List<Path> files = new ArrayList<>(
                List.of(Path.of(Workspace.INFO_FILE), Path.of(Workspace.MANIFEST_FILE), README_OF_EXERCISES));
        for (Chapter chapter : CourseReader.parse(info).chapters()) {
            files.add(README_OF_EXERCISES.resolveSibling(chapter.name()).resolve("README.md"));
            for (Exercise exercise : chapter.exercises()) {
                files.add(exercise.source());
                files.add(exercise.solution());
            }
        }
        return files.stream().filter(path -> file(path).isPresent()).toList();
    }

    /** What one of its files holds; empty if it has no such file. */
    public static Optional<byte[]> file(Path relative) {
        return resource("/course/" + relative.toString().replace('\\', '/'));
    }

    /** Makes a workspace of it in {@code directory}, which is made if it is not there. Replaces nothing. */
    public static Workspace copyTo(Path directory) throws IOException {
        for (Path relative : files()) {
            Path target = directory.resolve(relative.toString());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.write(target, file(relative).orElseThrow(), StandardOpenOption.CREATE_NEW);
        }
        Files.writeString(directory.resolve(".gitignore"), GITIGNORE, StandardOpenOption.CREATE_NEW);
        Workspace workspace = new Workspace(directory);
        Files.createDirectories(workspace.stateDirectory());
        Files.writeString(workspace.stateDirectory().resolve(MARK), "");
        return workspace;
    }

    /** Whether that workspace was made by {@link #copyTo}. */
    public static boolean isCopyAt(Workspace workspace) {
        return Files.exists(workspace.stateDirectory().resolve(MARK));
    }

    private static Optional<String> text(Path relative) {
        return file(relative).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static Optional<byte[]> resource(String name) {
        try (@Nullable InputStream stream = BundledCourse.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
