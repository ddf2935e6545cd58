package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupsTest {
    private static final Path ONE = Path.of("exercises/00_intro/one.rs");
    private static final Path TWO = Path.of("exercises/two.rs");

    @TempDir
    Path directory;

    private Backups backups = new Backups(new Workspace(Path.of("")));

    @BeforeEach
    void makeTheFiles() throws IOException {
        backups = new Backups(new Workspace(directory));
        Files.createDirectories(directory.resolve("exercises/00_intro"));
        Files.writeString(directory.resolve(ONE), "my one");
        Files.writeString(directory.resolve(TWO), "my two");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path replace(Path file, String text) {
        return backups.replace(Map.of(file, bytes(text)));
    }

    private static Map<Path, byte[]> both(String one, String two) {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        contents.put(ONE, bytes(one));
        contents.put(TWO, bytes(two));
        return contents;
    }

    @Test
    void filesAreReplacedAndWhatTheyHeldIsKept() {
        Path kept = backups.replace(both("its one", "its two"));

        assertThat(directory.resolve(ONE)).hasContent("its one");
        assertThat(directory.resolve(TWO)).hasContent("its two");
        assertThat(kept).isEqualTo(directory.resolve(".runner/backups/000001"));
        assertThat(kept.resolve(ONE)).hasContent("my one");
        assertThat(kept.resolve(TWO)).hasContent("my two");
    }

    @Test
    void undoBringsThemBackAndSaysWhich() {
        backups.replace(both("its one", "its two"));

        assertThat(backups.undo()).containsExactly(ONE, TWO);
        assertThat(directory.resolve(ONE)).hasContent("my one");
        assertThat(directory.resolve(TWO)).hasContent("my two");
    }

    @Test
    void undoOnceMoreTakesThatBack() {
        backups.replace(both("its one", "its two"));
        backups.undo();

        assertThat(backups.undo()).containsExactly(ONE, TWO);
        assertThat(directory.resolve(ONE)).hasContent("its one");
    }

    @Test
    void onlyTheLastReplacementIsUndone() {
        replace(ONE, "its one");
        replace(TWO, "its two");

        assertThat(backups.undo()).containsExactly(TWO);
        assertThat(directory.resolve(ONE)).hasContent("its one");
        assertThat(directory.resolve(TWO)).hasContent("my two");
    }

    @Test
    void whatWasWrittenSinceIsKeptByTheUndo() throws IOException {
        replace(ONE, "its one");
        Files.writeString(directory.resolve(ONE), "my second try");
        backups.undo();
        backups.undo();

        assertThat(directory.resolve(ONE)).hasContent("my second try");
    }

    @Test
    void nothingThatWasEverKeptIsLost() {
        replace(ONE, "its one");
        backups.undo();
        replace(ONE, "its one again");

        assertThat(directory.resolve(".runner/backups/000001-undone").resolve(ONE))
                .hasContent("my one");
        assertThat(directory.resolve(".runner/backups/000002").resolve(ONE)).hasContent("its one");
        assertThat(directory.resolve(".runner/backups/000003").resolve(ONE)).hasContent("my one");
    }

    @Test
    void whereThereIsNoBackupNothingIsUndone() {
        assertThat(backups.undo()).isEmpty();
        assertThat(directory.resolve(".runner")).doesNotExist();
    }

    @Test
    void aDeletedFileIsWrittenAnew() throws IOException {
        Files.delete(directory.resolve(ONE));
        Files.delete(directory.resolve("exercises/00_intro"));
        replace(ONE, "its one");

        assertThat(directory.resolve(ONE)).hasContent("its one");
        assertThat(backups.undo()).as("there was nothing to keep").isEmpty();
        assertThat(directory.resolve(ONE)).hasContent("its one");
    }

    @Test
    void aFileWhoseDirectoryWasDeletedComesBack() throws IOException {
        replace(ONE, "its one");
        Files.delete(directory.resolve(ONE));
        Files.delete(directory.resolve("exercises/00_intro"));

        assertThat(backups.undo()).containsExactly(ONE);
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }

    @Test
    void bytesAreKeptAsTheyAre() throws IOException {
        byte[] odd = {(byte) 0xff, 0, '\r', '\n', (byte) 0xfe};
        Files.write(directory.resolve(ONE), odd);
        replace(ONE, "its one");
        backups.undo();

        assertThat(directory.resolve(ONE)).hasBinaryContent(odd);
    }

    @Test
    void otherDigitsOfTheLearnersLanguageChangeNothing() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("fa-IR"));
            assertThat(replace(ONE, "its one")).hasFileName("000001");
            assertThat(backups.undo()).containsExactly(ONE);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void backupsAreOrderedByNumberNotByName() throws IOException {
        Path backupsDirectory = Files.createDirectories(directory.resolve(".runner/backups"));
        Files.createDirectories(backupsDirectory.resolve("999999"));
        Files.createDirectories(backupsDirectory.resolve("notes"));
        Files.createDirectories(backupsDirectory.resolve("99999999999999"));

        assertThat(replace(ONE, "its one")).hasFileName("1000000");
        assertThat(backups.undo()).containsExactly(ONE);
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }

    @Test
    void twoRunnersAtOnceTakeBackupsOfTheirOwn() {
        List<CompletableFuture<Path>> running = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> replace(i % 2 == 0 ? ONE : TWO, "its " + i)))
                .toList();

        assertThat(running.stream().map(CompletableFuture::join)).doesNotHaveDuplicates();
    }

    @Test
    void whatLeavesTheWorkspaceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> replace(Path.of("../elsewhere.rs"), "x"));
    }

    /** A file in the directory's place stops root, too. */
    @Test
    void withoutAPlaceForTheBackupNothingIsReplaced() throws IOException {
        Files.writeString(directory.resolve(".runner"), "in the way");

        assertThatExceptionOfType(ProgressException.class)
                .isThrownBy(() -> replace(ONE, "its one"))
                .withMessageStartingWith("files could not be replaced: ")
                .satisfies(fault -> assertThat(fault.help())
                        .isEqualTo("make room or give write permission in " + directory + "; backups are in "
                                + directory.resolve(".runner/backups")));
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }

    @Test
    void whenSomethingCannotBeKeptNothingIsReplacedAndTheLastBackupStaysTheLast() throws IOException {
        replace(ONE, "its one");
        Map<Path, byte[]> contents = both("its second", "its two");
        contents.put(Path.of("exercises"), bytes("a file where a directory is"));

        assertThatExceptionOfType(ProgressException.class).isThrownBy(() -> backups.replace(contents));
        assertThat(directory.resolve(ONE)).hasContent("its one");
        assertThat(directory.resolve(TWO)).hasContent("my two");
        assertThat(directory.resolve(".runner/backups")).isDirectoryNotContaining(file -> !file.endsWith("000001"));
        assertThat(backups.undo()).containsExactly(ONE);
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }

    @Test
    void whatWasReplacedBeforeAFaultCanBeUndone() throws IOException {
        Map<Path, byte[]> contents = both("its one", "its two");
        Files.delete(directory.resolve(TWO));
        contents.put(TWO.resolve("below"), bytes("what two must be a directory for"));

        assertThatExceptionOfType(ProgressException.class).isThrownBy(() -> backups.replace(contents));
        assertThat(directory.resolve(ONE)).hasContent("its one");
        assertThat(backups.undo()).containsExactly(ONE);
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }

    @Test
    void anUndoThatFailsCanBeTriedAgain() throws IOException {
        replace(ONE, "its one");
        Files.delete(directory.resolve(ONE));
        Path inTheWay = Files.createDirectories(directory.resolve(ONE).resolve("in the way"));

        assertThatExceptionOfType(ProgressException.class)
                .isThrownBy(backups::undo)
                .withMessageStartingWith("files could not be replaced: ");
        Files.delete(inTheWay);
        Files.delete(directory.resolve(ONE));
        assertThat(backups.undo()).containsExactly(ONE);
        assertThat(directory.resolve(ONE)).hasContent("my one");
    }
}
