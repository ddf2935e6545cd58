package dev.runner.progress;

import dev.runner.course.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** The progress in a directory that a stranger handed in: it is read, nothing there is changed, and nothing is an error. */
public final class HandedInProgress {
    /** The file, below what was handed in. */
    public static final String FILE = ".runner/progress.json";

    /** What a course of a hundred exercises leaves takes 20 KB. */
    private static final int LARGEST = 1 << 20;

    private HandedInProgress() {}

    /** What it says; nothing where it can't be read or understood. */
    public static Progress in(Path root) {
        Path directory = new Workspace(root).stateDirectory();
        Path file = directory.resolve("progress.json");
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Progress.NONE;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(LARGEST + 1);
            return content.length > LARGEST
                    ? Progress.NONE
                    : ProgressJson.read(new String(content, StandardCharsets.UTF_8));
        } catch (IOException notUnderstood) {
            return Progress.NONE;
        }
    }
}
