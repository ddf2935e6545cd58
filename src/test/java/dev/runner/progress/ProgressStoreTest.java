package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:05Z");
    private static final Course COURSE = Courses.of("a", "b");
    private static final Exercise A = COURSE.exercises().get(0);
    private static final Exercise B = COURSE.exercises().get(1);

    @TempDir
    Path directory;

    private final List<String> notices = new ArrayList<>();
    private ProgressStore store = storeIn(Path.of(""));

    @BeforeEach
    void makeTheStore() {
        store = storeIn(directory);
    }

    private ProgressStore storeIn(Path workspace) {
        return new ProgressStore(new Workspace(workspace), COURSE, Clock.fixed(NOW, ZoneOffset.UTC), notices::add);
    }

    private void keep(String text) throws IOException {
        Files.createDirectories(store.file().toAbsolutePath().getParent());
        Files.writeString(store.file(), text);
    }

    private List<String> filesOfState() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(".runner"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whereNothingWasKeptNothingIsDone() {
        assertThat(store.load()).isEqualTo(Progress.NONE);
        assertThat(directory).as("looking leaves no trace").isEmptyDirectory();
    }

    @Test
    void whatIsKeptIsThereForTheNextRunner() {
        Progress kept =
                store.update(progress -> progress.attempted(A, true, NOW).at(B));

        assertThat(kept.isDone(A)).isTrue();
        assertThat(storeIn(directory).load()).isEqualTo(kept);
        assertThat(store.file()).isEqualTo(directory.resolve(".runner/progress.json"));
        assertThat(notices).isEmpty();
    }

    @Test
    void aChangeIsAppliedToWhatIsKeptNow() {
        ProgressStore other = storeIn(directory);
        store.load();
        other.update(progress -> progress.attempted(A, true, NOW));
        store.update(progress -> progress.attempted(B, true, NOW));

        assertThat(other.load().doneCount(COURSE.exercises())).isEqualTo(2);
    }

    @Test
    void nothingButTheFileAndTheLockIsLeft() throws IOException {
        store.update(progress -> progress.at(A));
        store.update(progress -> progress.at(B));

        assertThat(filesOfState()).containsExactly("lock", "progress.json");
    }

    @Test
    void whatDoesNotChangeIsNotWritten() throws IOException {
        store.update(progress -> progress.at(A));
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(store.file(), longAgo);
        store.update(progress -> progress.at(A));

        assertThat(Files.getLastModifiedTime(store.file())).isEqualTo(longAgo);
    }

    @Test
    void aFirstUpdateKeepsEvenNothing() {
        store.update(progress -> progress);

        assertThat(store.file()).exists();
    }

    @Test
    void aFileThatCannotBeUnderstoodIsKeptAsideAndSaid() throws IOException {
        keep("{\"version\": 1, \"exer");

        assertThat(store.load()).isEqualTo(Progress.NONE);
        Path aside = directory.resolve(".runner/progress.json.corrupt-20261124-083005");
        assertThat(aside).hasContent("{\"version\": 1, \"exer");
        assertThat(store.file()).doesNotExist();
        assertThat(notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice)
                        .startsWith("progress could not be understood (")
                        .endsWith("); it was kept as " + aside + " and progress starts anew"));
    }

    @Test
    void severalOfThemAreAllKept() throws IOException {
        for (String text : List.of("one", "two", "three")) {
            keep(text);
            store.load();
        }

        String name = ".runner/progress.json.corrupt-20261124-083005";
        assertThat(directory.resolve(name)).hasContent("one");
        assertThat(directory.resolve(name + "-2")).hasContent("two");
        assertThat(directory.resolve(name + "-3")).hasContent("three");
    }

    @Test
    void anUpdateOfSuchAFileStartsAnew() throws IOException {
        keep("\u0000\u0000\u0000\u0000");
        store.update(progress -> progress.attempted(A, true, NOW));

        assertThat(store.load().isDone(A)).isTrue();
        assertThat(notices).hasSize(1);
        assertThat(filesOfState()).contains("progress.json.corrupt-20261124-083005");
    }

    @Test
    void aFileThatIsNoUtf8IsKeptAsideToo() throws IOException {
        Files.createDirectories(directory.resolve(".runner"));
        Files.write(store.file(), new byte[] {'{', '"', (byte) 0xe9, '"', ':', '1', '}'});

        assertThat(store.load()).isEqualTo(Progress.NONE);
        assertThat(filesOfState()).contains("progress.json.corrupt-20261124-083005");
    }

    @Test
    void aFileOfAnotherVersionIsNotOverwritten() throws IOException {
        keep("{\"version\": 2}");
        store.update(progress -> progress.at(A));

        assertThat(directory.resolve(".runner/progress.json.corrupt-20261124-083005"))
                .hasContent("{\"version\": 2}");
        assertThat(notices).singleElement().asString().contains("(version 2 instead of 1)");
    }

    @Test
    void whatCannotBeReadStaysWhereItIs() throws IOException {
        Files.createDirectories(store.file());

        assertThatExceptionOfType(ProgressException.class)
                .isThrownBy(store::load)
                .withMessageStartingWith(store.file() + " can't be read: ")
                .satisfies(fault -> assertThat(fault.help())
                        .isEqualTo("repair it, or move it to another place; then progress starts anew"));
        assertThatExceptionOfType(ProgressException.class).isThrownBy(() -> store.update(progress -> progress));
        assertThat(store.file()).isDirectory();
        assertThat(notices).isEmpty();
    }

    /** A file in the directory's place stops root, too. */
    @Test
    void whereNothingCanBeWrittenItIsSaidAndNothingIsLost() throws IOException {
        Path inTheWay = Files.writeString(directory.resolve(".runner"), "mine");

        assertThatExceptionOfType(ProgressException.class)
                .isThrownBy(() -> store.update(progress -> progress.at(A)))
                .withMessageStartingWith("progress could not be saved in " + store.file() + ": ")
                .satisfies(fault -> assertThat(fault.help())
                        .isEqualTo("make room or give write permission there;"
                                + " nothing that was saved before is lost"));
        assertThat(inTheWay).hasContent("mine");
    }

    @Test
    void withoutItsLockNothingIsWritten() throws IOException {
        store.update(progress -> progress.at(A));
        Files.delete(directory.resolve(".runner/lock"));
        Files.createDirectories(directory.resolve(".runner/lock"));

        assertThatExceptionOfType(ProgressException.class).isThrownBy(() -> store.update(progress -> progress.at(B)));
        assertThat(store.load().current()).isEqualTo("a");
    }

    @Test
    void whenTheChangeFailsTheFileStaysAndTheLockIsGivenBack() {
        store.update(progress -> progress.at(A));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.update(progress -> {
                    throw new IllegalStateException("no");
                }));
        assertThat(store.update(progress -> progress).current()).isEqualTo("a");
    }
}
