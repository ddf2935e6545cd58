package dev.runner.verify;

import dev.runner.toolchain.CacheHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Verdicts that were found before, each in a file that is named by the hash of everything it depends on
 * ({@link VerdictKeys}). Files are replaced whole, damaged ones count for nothing, and nothing here is ever an error: a
 * directory that can't be written to keeps nothing. So it may be deleted at any time, and shared by processes and
 * machines. Safe for use by many threads.
 */
public final class VerdictCache {
    /** A course of a hundred exercises takes about half a megabyte. */
    static final long LARGEST_TOTAL = 64L << 20;

    /** What prints that much is judged anew each time. */
    static final int LARGEST_ENTRY = 512 << 10;

    private static final int MAGIC = 0x52564332; // RVC2
    private static final int HEADER_BYTES = Integer.BYTES + Long.BYTES;

    private final Path directory;
    private final Clock clock;
    private final long largestTotal;
    private final AtomicBoolean looked = new AtomicBoolean();

    /** @param directory made when the first verdict is kept */
    public VerdictCache(Path directory, Clock clock) {
        this(directory, clock, LARGEST_TOTAL);
    }

    VerdictCache(Path directory, Clock clock, long largestTotal) {
        this.directory = directory;
        this.clock = clock;
        this.largestTotal = largestTotal;
    }

    /** The verdict kept under {@code key}. */
    Optional<Verdict> find(String key) {
        Path file = file(key);
        try {
            if (Files.size(file) > HEADER_BYTES + LARGEST_ENTRY) {
                return Optional.empty();
            }
            ByteBuffer entry = ByteBuffer.wrap(Files.readAllBytes(file));
            if (entry.remaining() < HEADER_BYTES
                    || entry.getInt() != MAGIC
                    || entry.getLong() != sum(key, entry.slice())) {
                return Optional.empty();
            }
            Optional<Verdict> verdict = VerdictCodec.read(entry);
            if (verdict.isPresent()) {
                used(file);
            }
            return verdict;
        } catch (IOException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Keeps {@code verdict}, if it is one to keep. */
    void keep(String key, Verdict verdict) {
        if (!VerdictCodec.isLasting(verdict)) {
            return;
        }
        byte[] content = VerdictCodec.write(verdict);
        if (content.length > LARGEST_ENTRY) {
            return;
        }
        ByteBuffer entry = ByteBuffer.allocate(HEADER_BYTES + content.length)
                .putInt(MAGIC)
                .putLong(sum(key, ByteBuffer.wrap(content)))
                .put(content);
        try {
            // Looking at every file takes time, and only what is added can be too much.
            if (!looked.getAndSet(true)) {
                evict();
            }
            CacheHome.replace(directory(key), name(key), entry.array());
        } catch (IOException | UnsupportedOperationException notKept) {
            // Then it is judged again the next time.
        }
    }

    /** Deletes what was not used for longest, until what is left takes three quarters of the space that it may take. */
    void evict() {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            List<Entry> entries = new ArrayList<>();
            files.filter(Files::isRegularFile).forEach(file -> Entry.of(file).ifPresent(entries::add));
            long total = entries.stream().mapToLong(Entry::size).sum();
            if (total <= largestTotal) {
                return;
            }
            entries.sort(Comparator.comparing(Entry::used));
            for (Entry entry : entries) {
                if (total <= largestTotal / 4 * 3) {
                    return;
                }
                Files.deleteIfExists(entry.file());
                total -= entry.size();
            }
        } catch (IOException | UncheckedIOException unimportant) {
            // The next verification tries again.
        }
    }

    /** Once a day is enough to know what is in use; a write for each use would cost more than the reading. */
    private void used(Path file) throws IOException {
        FileTime now = FileTime.from(clock.instant());
        FileTime before = Files.getLastModifiedTime(file);
        if (Duration.between(before.toInstant(), now.toInstant()).abs().toHours() >= 24) {
            try {
                Files.setLastModifiedTime(file, now);
            } catch (IOException sharedReadOnly) {
                // It may be evicted early.
            }
        }
    }

    private Path file(String key) {
        return directory(key).resolve(name(key));
    }

    /** No directory holds them all. */
    private Path directory(String key) {
        return directory.resolve(key.substring(0, 2));
    }

    private static String name(String key) {
        return key.substring(2);
    }

    private static long sum(String key, ByteBuffer content) {
        CRC32 crc = new CRC32();
        for (int at = 0; at < key.length(); at++) {
            crc.update(key.charAt(at));
        }
        int length = content.remaining();
        crc.update(content);
        return crc.getValue() << 32 | length;
    }

    private record Entry(Path file, long size, FileTime used) {
        static Optional<Entry> of(Path file) {
            try {
                return Optional.of(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
    }
}
