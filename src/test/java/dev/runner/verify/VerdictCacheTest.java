package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runner.testing.FixedClock;
import dev.runner.testing.Verdicts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictCacheTest {
    private static final String KEY = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @TempDir
    private Path machine;

    private final FixedClock clock = new FixedClock();
    private Path directory = Path.of("");
    private VerdictCache cache = new VerdictCache(directory, clock);

    @BeforeEach
    void makeTheCache() {
        directory = machine.resolve("cache");
        cache = new VerdictCache(directory, clock);
    }

    @Test
    void whatIsKeptIsFoundUnderItsKeyOnly() {
        assertThat(cache.find(KEY)).isEmpty();
        cache.keep(KEY, Verdicts.moved(2));
        assertThat(cache.find(KEY)).contains(Verdicts.moved(2));
        assertThat(cache.find(OTHER)).isEmpty();
        assertThat(new VerdictCache(directory, clock).find(KEY)).contains(Verdicts.moved(2));
    }

    @Test
    void theLastVerdictCounts() {
        cache.keep(KEY, Verdicts.moved(2));
        cache.keep(KEY, Verdicts.passed("on"));
        assertThat(cache.find(KEY)).contains(Verdicts.passed("on"));
    }

    @Test
    void whatIsNotLastingIsNotKept() throws IOException {
        cache.keep(KEY, Verdicts.timedOut());
        cache.keep(KEY, new Verdict.NotRunnable("no crates", "fetch them"));
        assertThat(files()).isEmpty();
    }

    @Test
    void whateverIsDamagedCountsForNothing() throws IOException {
        cache.keep(KEY, Verdicts.testFailed());
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThat(cache.find(KEY)).as("byte %d", at).isEmpty();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(cache.find(KEY)).as("%d bytes", length).isEmpty();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(cache.find(KEY)).isEmpty();
        Files.writeString(file, "something else altogether");
        assertThat(cache.find(KEY)).isEmpty();
        cache.keep(KEY, Verdicts.passed("again"));
        assertThat(cache.find(KEY)).contains(Verdicts.passed("again"));
    }

    @Test
    void anEntryInTheWrongPlaceCountsForNothing() throws IOException {
        cache.keep(KEY, Verdicts.passed("on"));
        Path wrong = directory.resolve(OTHER.substring(0, 2)).resolve(OTHER.substring(2));
        Files.createDirectories(wrong.getParent());
        Files.copy(files().get(0), wrong);
        assertThat(cache.find(OTHER)).isEmpty();
    }

    @Test
    void aDirectoryOrSomethingHugeInItsPlaceIsNoError() throws IOException {
        Path file = directory.resolve(KEY.substring(0, 2)).resolve(KEY.substring(2));
        Files.createDirectories(file);
        assertThat(cache.find(KEY)).isEmpty();
        cache.keep(KEY, Verdicts.passed("on"));
        Files.deleteIfExists(file);
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(8L << 30);
        }
        assertThat(cache.find(KEY)).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotKept() throws IOException {
        cache.keep(KEY, Verdicts.passed("x".repeat(VerdictCache.LARGEST_ENTRY)));
        assertThat(cache.find(KEY)).isEmpty();
        assertThat(files()).isEmpty();
        String fits = "x".repeat(VerdictCache.LARGEST_ENTRY - 100);
        cache.keep(KEY, Verdicts.passed(fits));
        assertThat(cache.find(KEY)).contains(Verdicts.passed(fits));
    }

    @Test
    void itMayBeDeletedAtAnyTime() {
        cache.keep(KEY, Verdicts.passed("on"));
        Scratch.delete(directory);
        assertThat(cache.find(KEY)).isEmpty();
        cache.evict();
        cache.keep(KEY, Verdicts.passed("on"));
        assertThat(cache.find(KEY)).contains(Verdicts.passed("on"));
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() throws IOException {
        Files.writeString(directory, "a file where the directory should be");
        cache.keep(KEY, Verdicts.passed("on"));
        assertThat(cache.find(KEY)).isEmpty();
        cache.evict();
        assertThat(directory).hasContent("a file where the directory should be");
    }

    @Test
    void aReadOnlyCacheIsReadAndLeftAsItIs() throws IOException {
        cache.keep(KEY, Verdicts.passed("on"));
        clock.advance(Duration.ofDays(400));
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r-xr-xr-x"));
            }
        }
        try {
            // The superuser may write everywhere.
            assumeThat(Files.isWritable(directory)).isFalse();
            cache.keep(OTHER, Verdicts.passed("off"));
            assertThat(cache.find(OTHER)).isEmpty();
        } finally {
            assertThat(cache.find(KEY)).contains(Verdicts.passed("on"));
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.toList()) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }

    @Test
    void manyAtOnceFindAWholeVerdictOrNone() throws Exception {
        List<Verdict> written = List.of(Verdicts.passed("on"), Verdicts.moved(50), Verdicts.testFailed());
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            CyclicBarrier start = new CyclicBarrier(6);
            List<Future<Boolean>> ends = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                Verdict own = written.get(number % written.size());
                // As another process would have one.
                VerdictCache another = new VerdictCache(directory, clock);
                ends.add(threads.submit(() -> {
                    start.await();
                    boolean whole = true;
                    for (int round = 0; round < 50; round++) {
                        another.keep(KEY, own);
                        Optional<Verdict> found = another.find(KEY);
                        whole &= found.isPresent() && written.contains(found.get());
                    }
                    return whole;
                }));
            }
            for (Future<Boolean> end : ends) {
                assertThat(end.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(files()).hasSize(1);
    }

    @Test
    void whatWasUsedLongestAgoIsEvictedFirst() throws IOException {
        VerdictCache small = new VerdictCache(directory, clock, 4_000);
        for (int number = 0; number < 8; number++) {
            String key = ("" + number).repeat(64);
            small.keep(key, Verdicts.passed("x".repeat(1_000)));
            touched(key, Instant.EPOCH.plus(Duration.ofDays(number)));
        }
        touched("0".repeat(64), Instant.EPOCH.plus(Duration.ofDays(100)));
        small.evict();
        assertThat(files()).hasSize(2);
        assertThat(small.find("0".repeat(64))).isPresent();
        assertThat(small.find("7".repeat(64))).isPresent();
    }

    @Test
    void whoKeepsSomethingMakesRoomFirst() throws IOException {
        for (int number = 0; number < 8; number++) {
            cache.keep(("" + number).repeat(64), Verdicts.passed("x".repeat(1_000)));
        }
        new VerdictCache(directory, clock, 4_000).keep(KEY, Verdicts.passed("on"));
        assertThat(files()).hasSize(3);
    }

    @Test
    void whatFitsIsNotEvicted() throws IOException {
        cache.keep(KEY, Verdicts.passed("on"));
        cache.keep(OTHER, Verdicts.passed("off"));
        cache.evict();
        assertThat(files()).hasSize(2);
    }

    @Test
    void useIsNotedOnceADay() throws IOException {
        cache.keep(KEY, Verdicts.passed("on"));
        Instant kept = clock.instant();
        touched(KEY, kept);
        clock.advance(Duration.ofHours(23));
        assertThat(cache.find(KEY)).isPresent();
        assertThat(Files.getLastModifiedTime(files().get(0)).toInstant()).isEqualTo(kept);
        clock.advance(Duration.ofHours(1));
        assertThat(cache.find(KEY)).isPresent();
        assertThat(Files.getLastModifiedTime(files().get(0)).toInstant()).isEqualTo(kept.plus(Duration.ofHours(24)));
    }

    private void touched(String key, Instant time) throws IOException {
        Files.setLastModifiedTime(
                directory.resolve(key.substring(0, 2)).resolve(key.substring(2)), FileTime.from(time));
    }

    private List<Path> files() throws IOException {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
