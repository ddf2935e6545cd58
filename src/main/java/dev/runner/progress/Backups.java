package dev.runner.progress;

import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Replaces a learner's files and keeps what they held. Each replacement is a directory of its own below {@code
 * .runner/backups}, numbered in order, with the files under their paths in the workspace. Backups are written and on disk
 * before the first file is replaced.
 */
public final class Backups {
    private final Workspace workspace;

    public Backups(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Replaces files.
     *
     * @param contents the new content of each file, by path relative to the workspace
     * @return where the old contents are kept
     * @throws ProgressException if something can't be written; what was replaced until then can be undone
     */
    public Path replace(Map<Path, byte[]> contents) {
        try {
            Path batch = keepAll(contents.keySet());
            for (Map.Entry<Path, byte[]> entry : contents.entrySet()) {
                Path file = workspace.resolve(entry.getKey());
                Files.createDirectories(file.toAbsolutePath().getParent());
                AtomicFile.write(file, entry.getValue());
            }
            return batch;
        } catch (IOException fault) {
            throw failed("files could not be replaced", fault);
        }
    }

    /**
     * Brings back what the last replacement replaced; a second call takes the first back.
     *
     * @return the files that were brought back, relative to the workspace; empty when there is no backup
     */
    public List<Path> undo() {
        try {
            Optional<Path> last = batches().stream().reduce((earlier, later) -> later);
            if (last.isEmpty()) {
                return List.of();
            }
            Map<Path, byte[]> contents = new LinkedHashMap<>();
            for (Path file : filesBelow(last.get())) {
                contents.put(last.get().relativize(file), Files.readAllBytes(file));
            }
            replace(contents);
            retire(last.get());
            return List.copyOf(contents.keySet());
        } catch (IOException fault) {
            throw failed("the backup could not be brought back", fault);
        }
    }

    /** Makes a batch, which gets its number only when it is complete: half of one must not be the last that undo finds. */
    private Path keepAll(Set<Path> files) throws IOException {
        Path unfinished = Files.createDirectories(directory().resolve("unfinished-" + UUID.randomUUID()));
        try {
            for (Path relative : files) {
                keep(relative, unfinished);
            }
            return numbered(unfinished);
        } catch (IOException | RuntimeException fault) {
            discard(unfinished);
            throw fault;
        }
    }

    private void keep(Path relative, Path batch) throws IOException {
        try {
            byte[] old = Files.readAllBytes(workspace.resolve(relative));
            Path copy = batch.resolve(relative);
            Files.createDirectories(copy.toAbsolutePath().getParent());
            AtomicFile.write(copy, old);
        } catch (NoSuchFileException nothingToKeep) {
            // It was deleted; the replacement brings it back.
        }
    }

    /** Two runners that take the same number at once fail one of them, which tries the next. */
    private Path numbered(Path unfinished) throws IOException {
        List<Path> batches = batches();
        int number = batches.isEmpty() ? 1 : number(batches.get(batches.size() - 1)) + 1;
        while (true) {
            Path batch = directory().resolve(String.format(Locale.ROOT, "%06d", number));
            try {
                return Files.move(unfinished, batch);
            } catch (FileSystemException fault) {
                if (!Files.exists(batch)) {
                    throw fault;
                }
                number++;
            }
        }
    }

    /** Nothing was replaced yet, so that every file is still in its place. */
    private static void discard(Path unfinished) {
        try (Stream<Path> entries = Files.walk(unfinished)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException leftBehind) {
            // It has no number, so nobody takes it for a backup.
        }
    }

    /** A batch that was brought back is out of the row but still on disk, under a name that ends in {@code -undone}. */
    private static void retire(Path batch) throws IOException {
        Files.move(batch, batch.resolveSibling(batch.getFileName() + "-undone"));
    }

    private List<Path> batches() throws IOException {
        if (!Files.isDirectory(directory())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory())) {
            return entries.filter(path -> path.getFileName().toString().matches("\\d{6,9}"))
                    .sorted(Comparator.comparingInt(Backups::number))
                    .toList();
        }
    }

    private static int number(Path batch) {
        return Integer.parseInt(batch.getFileName().toString());
    }

    private static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> entries = Files.walk(directory)) {
            return new ArrayList<>(entries.filter(Files::isRegularFile).sorted().toList());
        }
    }

    private Path directory() {
        return workspace.stateDirectory().resolve("backups");
    }

    private ProgressException failed(String what, IOException fault) {
        return new ProgressException(
                what + ": " + fault,
                "make room or give write permission in " + workspace.root() + "; backups are in " + directory(),
                fault);
    }
}
