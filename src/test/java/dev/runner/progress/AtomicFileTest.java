package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    Path directory;

    private boolean posix() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void aFileIsMadeAndReplaced() throws IOException {
        Path file = directory.resolve("a");

        AtomicFile.write(file, "one, größer");
        assertThat(Files.readString(file)).isEqualTo("one, größer");
        AtomicFile.write(file, new byte[] {0, 1, 2});
        assertThat(file).hasBinaryContent(new byte[] {0, 1, 2});
    }

    @Test
    void nothingIsLeftBeside() throws IOException {
        AtomicFile.write(directory.resolve("a"), "one");

        assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("a"));
    }

    @Test
    void withoutItsDirectoryItFails() {
        assertThatIOException()
                .isThrownBy(() -> AtomicFile.write(directory.resolve("none/a"), "one"))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void whenItFailsTheOldContentStaysAndNothingIsLeftBeside() throws IOException {
        Path occupied = Files.createDirectories(directory.resolve("a"));
        Files.writeString(occupied.resolve("old"), "old");

        assertThatIOException().isThrownBy(() -> AtomicFile.write(occupied, "new"));
        assertThat(occupied.resolve("old")).hasContent("old");
        assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("a"));
    }

    @Test
    void aNewFileIsReadableByOthers() throws IOException {
        assumeTrue(posix());
        AtomicFile.write(directory.resolve("a"), "one");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("a"))))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void aReplacedFileKeepsItsPermissions() throws IOException {
        assumeTrue(posix());
        Path file = Files.writeString(directory.resolve("a"), "one");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
        AtomicFile.write(file, "two");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rwxr-x---");
    }

    @Test
    void aLinkStaysOneAndItsFileIsReplaced() throws IOException {
        assumeTrue(posix());
        Path file = Files.writeString(directory.resolve("file"), "one");
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("file"));
        AtomicFile.write(link, "two");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("two");
    }

    /** Each reading sees one of the contents whole. */
    @Test
    void aReaderSeesTheOldContentOrTheNewAndNeverLess() throws IOException {
        Path file = directory.resolve("a");
        String one = "1".repeat(100_000);
        String two = "2".repeat(200_000);
        AtomicFile.write(file, one);
        AtomicBoolean finished = new AtomicBoolean();
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    AtomicFile.write(file, i % 2 == 0 ? two : one);
                }
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            } finally {
                finished.set(true);
            }
        });
        do {
            String seen = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            assertThat(seen.equals(one) || seen.equals(two)).isTrue();
        } while (!finished.get());
        writer.join();
    }
}
