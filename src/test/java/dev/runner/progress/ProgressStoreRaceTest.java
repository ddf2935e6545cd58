package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several threads at once, on one store and on stores of their own, as when a learner has two windows open. */
final class ProgressStoreRaceTest {
    private static final int THREADS = 4;
    private static final int EACH = 10;
    private static final Instant NOW = Instant.parse("2026-11-24T08:30:05Z");
    private static final Course COURSE = Courses.of("a");
    private static final Exercise A = COURSE.exercises().get(0);

    @TempDir
    Path directory;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stopTheThreads() {
        threads.shutdownNow();
    }

    private ProgressStore store() {
        return new ProgressStore(new Workspace(directory), COURSE, Clock.fixed(NOW, ZoneOffset.UTC), notices::add);
    }

    /** Runs the work of each at the same moment, and fails as any of it fails. */
    private void atOnce(List<Runnable> work) {
        CyclicBarrier start = new CyclicBarrier(work.size());
        List<CompletableFuture<Void>> running = work.stream()
                .map(each -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                start.await();
                            } catch (Exception interrupted) {
                                throw new IllegalStateException(interrupted);
                            }
                            each.run();
                        },
                        threads))
                .toList();
        running.forEach(CompletableFuture::join);
    }

    private static Runnable attempts(ProgressStore store) {
        return () -> IntStream.range(0, EACH).forEach(i -> store.update(progress -> progress.attempted(A, false, NOW)));
    }

    @Test
    void threadsThatShareAStoreLoseNothing() {
        ProgressStore shared = store();
        atOnce(Collections.nCopies(THREADS, attempts(shared)));

        assertThat(shared.load().of(A).attempts()).isEqualTo(THREADS * EACH);
    }

    @Test
    void threadsWithStoresOfTheirOwnLoseNothing() {
        atOnce(IntStream.range(0, THREADS).mapToObj(i -> attempts(store())).toList());

        assertThat(store().load().of(A).attempts()).isEqualTo(THREADS * EACH);
        assertThat(notices).isEmpty();
    }

    @Test
    void aReaderNeverSeesLessThanBefore() {
        ProgressStore reader = store();
        List<Integer> seen = new ArrayList<>();
        atOnce(List.of(
                attempts(store()),
                attempts(store()),
                () -> IntStream.range(0, 5 * EACH)
                        .forEach(i -> seen.add(reader.load().of(A).attempts()))));

        assertThat(seen).isSorted();
        assertThat(notices).isEmpty();
    }

    @Test
    void aBrokenFileIsPutAsideOnceAndNoGoodOneWithIt() throws IOException {
        Files.createDirectories(directory.resolve(".runner"));
        Files.writeString(directory.resolve(".runner/progress.json"), "broken");
        atOnce(List.of(attempts(store()), () -> store().load(), () -> store().load(), attempts(store())));

        assertThat(store().load().of(A).attempts()).isEqualTo(2 * EACH);
        assertThat(notices).hasSize(1);
    }
}
