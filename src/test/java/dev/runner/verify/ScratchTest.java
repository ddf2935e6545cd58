package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScratchTest {
    /** Greater than any number that a system gives a process. */
    private static final long NOBODY = Long.MAX_VALUE;

    @TempDir
    private Path place;

    @Test
    void eachDirectoryIsNewAndEmpty() {
        try (Scratch scratch = new Scratch(List.of(place))) {
            Path one = scratch.newDirectory();
            Path other = scratch.newDirectory();
            assertThat(one).isEmptyDirectory().isNotEqualTo(other);
            assertThat(other).isEmptyDirectory();
        }
    }

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        Scratch scratch = new Scratch(List.of(place));
        assertThat(place).isEmptyDirectory();
        scratch.close();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void theNameOfADirectoryThatIsGoneIsNotUsedAgain() {
        try (Scratch scratch = new Scratch(List.of(place))) {
            Path one = scratch.newDirectory();
            Scratch.delete(one);
            assertThat(one).doesNotExist();
            assertThat(scratch.newDirectory()).isNotEqualTo(one);
        }
    }

    @Test
    void closingRemovesEverythingInIt() throws IOException {
        Scratch scratch = new Scratch(List.of(place));
        Path directory = scratch.newDirectory();
        Files.createDirectories(directory.resolve("a/b"));
        Files.writeString(directory.resolve("a/b/c"), "text");
        scratch.close();
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void aLinkIsRemovedAndNotWhatItLeadsTo() throws IOException {
        Path kept = Files.createDirectory(place.resolve("kept"));
        Files.writeString(kept.resolve("file"), "text");
        Scratch scratch = new Scratch(List.of(place));
        Files.createSymbolicLink(scratch.newDirectory().resolve("link"), kept);
        scratch.close();
        assertThat(place).isDirectoryContaining(path -> path.equals(kept));
        assertThat(kept.resolve("file")).hasContent("text");
    }

    @Test
    void afterClosingThereAreNoMore() {
        Scratch scratch = new Scratch(List.of(place));
        scratch.close();
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(scratch::newDirectory)
                .withMessage("no place for temporary files: the runner is closing");
    }

    @Test
    void theFirstPlaceThatCanBeWrittenToIsUsed() throws IOException {
        Path noDirectory = Files.writeString(place.resolve("file"), "text");
        Path other = place.resolve("not/yet/there");
        try (Scratch scratch = new Scratch(List.of(noDirectory, other))) {
            assertThat(scratch.newDirectory().startsWith(other)).isTrue();
        }
    }

    @Test
    void withoutAnyPlaceItSaysWhatToDo() throws IOException {
        Path noDirectory = Files.writeString(place.resolve("file"), "text");
        Scratch scratch = new Scratch(List.of(noDirectory));
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(scratch::newDirectory)
                .withMessageStartingWith("no place for temporary files: ")
                .satisfies(fault -> assertThat(fault.help()).contains("TMPDIR"));
    }

    @Test
    void whatADeadRunnerLeftIsRemovedByTheNext() throws IOException {
        Path left = Files.createDirectories(place.resolve("runner-scratch-" + NOBODY + "-12/1"));
        Files.writeString(left.resolve("program"), "text");
        try (Scratch scratch = new Scratch(List.of(place))) {
            scratch.newDirectory();
            assertThat(left.getParent()).doesNotExist();
        }
    }

    @Test
    void whatALiveRunnerUsesStays() throws IOException {
        Path used = place.resolve("runner-scratch-" + ProcessHandle.current().pid() + "-12");
        Files.createDirectories(used);
        try (Scratch scratch = new Scratch(List.of(place))) {
            scratch.newDirectory();
            assertThat(used).isDirectory();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"runner-scratch-", "runner-scratch-x-1", "runner-scratch", "other-" + NOBODY, "x"})
    void whatIsNotOursStays(String name) throws IOException {
        Path foreign = Files.createDirectories(place.resolve(name));
        try (Scratch scratch = new Scratch(List.of(place))) {
            scratch.newDirectory();
            assertThat(foreign).isDirectory();
        }
    }

    @Test
    void whatIsNotThereIsDeletedAlready() {
        Scratch.delete(place.resolve("nothing"));
        assertThat(place).isEmptyDirectory();
    }
}
