package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Format;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressImportTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:05Z");
    private static final Course V6 = Courses.of("intro1", "intro2", "vecs1");
    private static final Course V5 = Courses.of(Format.RUSTLINGS_V5, "intro1", "intro2", "vecs1");

    @TempDir
    Path directory;

    private final List<String> notices = new ArrayList<>();

    private ProgressStore store(Course course) {
        return new ProgressStore(new Workspace(directory), course, Clock.fixed(NOW, ZoneOffset.UTC), notices::add);
    }

    private void state(String text) throws IOException {
        Files.writeString(directory.resolve(".rustlings-state.txt"), text);
    }

    private void source(String name, String text) throws IOException {
        Path file = directory.resolve("exercises/00_intro").resolve(name + ".rs");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static List<String> done(Progress progress, Course course) {
        return course.exercises().stream()
                .filter(progress::isDone)
                .map(Exercise::name)
                .toList();
    }

    @Test
    void theStateOfRustlings6IsTakenOver() throws IOException {
        state("DON'T EDIT THIS FILE!\n\nvecs1\n\nintro1\nintro2");
        Progress progress = store(V6).load();

        assertThat(progress.current()).isEqualTo("vecs1");
        assertThat(done(progress, V6)).containsExactly("intro1", "intro2");
        assertThat(progress.of(V6.exercises().get(0))).isEqualTo(new ExerciseProgress(NOW, 0, List.of(), null, null));
        assertThat(notices).isEmpty();
    }

    @Test
    void lineEndsOfWindowsAreGood() throws IOException {
        state("DON'T EDIT THIS FILE!\r\n\r\nvecs1\r\n\r\nintro1\r\n");
        Progress progress = store(V6).load();

        assertThat(progress.current()).isEqualTo("vecs1");
        assertThat(done(progress, V6)).containsExactly("intro1");
    }

    @Test
    void namesThatTheCourseDoesNotKnowAreLeftOut() throws IOException {
        state("DON'T EDIT THIS FILE!\n\ngone\n\nintro1\ngone\n\n");
        Progress progress = store(V6).load();

        assertThat(progress.current()).isNull();
        assertThat(progress.exercises()).containsOnlyKeys("intro1");
    }

    @Test
    void aStateWithNothingDoneHasItsCurrentExercise() throws IOException {
        state("DON'T EDIT THIS FILE!\n\nintro2\n");

        assertThat(store(V6).load()).isEqualTo(Progress.NONE.at(V6.exercises().get(1)));
    }

    @Test
    void aStateThatIsTooShortSaysNothing() throws IOException {
        state("");
        assertThat(store(V6).load()).isEqualTo(Progress.NONE);
        state("DON'T EDIT THIS FILE!\n");
        assertThat(store(V6).load()).isEqualTo(Progress.NONE);
    }

    @Test
    void aStateThatIsNoTextIsSaid() throws IOException {
        Files.write(directory.resolve(".rustlings-state.txt"), new byte[] {'\n', '\n', (byte) 0xff});

        assertThat(store(V6).load()).isEqualTo(Progress.NONE);
        assertThat(notices).singleElement().asString().startsWith("progress of another program could not be read: ");
    }

    @Test
    void whatWeKeptOurselvesGoesBefore() throws IOException {
        store(V6).update(progress -> progress.at(V6.exercises().get(1)));
        state("DON'T EDIT THIS FILE!\n\nvecs1\n\nintro1\n");

        assertThat(store(V6).load()).isEqualTo(Progress.NONE.at(V6.exercises().get(1)));
    }

    @Test
    void whatWasTakenOverIsKeptWithTheFirstChange() throws IOException {
        state("DON'T EDIT THIS FILE!\n\nvecs1\n\nintro1\n");
        store(V6).update(progress -> progress.attempted(V6.exercises().get(1), true, NOW));
        Files.delete(directory.resolve(".rustlings-state.txt"));

        assertThat(done(store(V6).load(), V6)).containsExactly("intro1", "intro2");
    }

    @Test
    void anExerciseOfRustlings5WithoutItsMarkIsDone() throws IOException {
        source("intro1", "fn main() {}\n");
        source("intro2", "// intro2.rs\n\n// I AM NOT DONE\n\nfn main() {}\n");
        Progress progress = store(V5).load();

        assertThat(done(progress, V5)).as("a missing file is not done either").containsExactly("intro1");
        assertThat(progress.currentIn(V5).name()).isEqualTo("intro2");
    }

    @Test
    void marksAreReadInSourcesThatAreNoUtf8() throws IOException {
        Path file = directory.resolve("exercises/00_intro/intro1.rs");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, "// \u00e9\n// I AM NOT DONE\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

        assertThat(done(store(V5).load(), V5)).isEmpty();
    }

    @Test
    void marksSayNothingInACourseOfRustlings6() throws IOException {
        source("intro1", "fn main() {}\n");

        assertThat(store(V6).load()).isEqualTo(Progress.NONE);
    }
}
