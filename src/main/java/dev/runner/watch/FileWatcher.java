package dev.runner.watch;

import io.methvin.watcher.DirectoryChangeListener;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHasher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.NOPLogger;

/**
 * Tells when something below a directory may have changed, as quickly as the system gives notice. It says neither what nor
 * whether: a rewrite arrives as any of several events, so whoever hears must look for itself. Whether notices come at all
 * is proved at the start with a file of our own.
 */
final class FileWatcher implements AutoCloseable {
    private static final Duration PROOF_LIMIT = Duration.ofSeconds(2);
    private static final String PROBE = "watch-probe";
    private static final Set<String> IGNORED = Set.of("target", ".git", "node_modules");

    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "file-watcher");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch proved = new CountDownLatch(1);
    private final Runnable changed;
    private @Nullable DirectoryWatcher watcher;

    /** @param changed called on a thread of ours, any number of times */
    FileWatcher(Runnable changed) {
        this.changed = changed;
    }

    /**
     * Begins.
     *
     * @param directory what to watch
     * @param probeDirectory where the probe may be written, on the same file system; made if it is not there
     * @param silent called, on a thread of ours, if the system turns out to give no notice
     */
    void start(Path directory, Path probeDirectory, Runnable silent) {
        threads.execute(() -> {
            if (!watch(directory, probeDirectory)) {
                silent.run();
            }
        });
    }

    private boolean watch(Path directory, Path probeDirectory) {
        try {
            boolean probe = prepared(probeDirectory);
            DirectoryWatcher made = DirectoryWatcher.builder()
                    .paths(probe ? List.of(directory, probeDirectory) : List.of(directory))
                    .listener(listener(probeDirectory.resolve(PROBE)))
                    // The default reads every byte of every file, and is deaf to a save that changes nothing.
                    .fileHasher(FileHasher.LAST_MODIFIED_TIME)
                    .fileTreeVisitor(FileWatcher::visit)
                    .logger(NOPLogger.NOP_LOGGER)
                    .build();
            watcher = made;
            var unused = made.watchAsync(threads);
            return !probe || prove(probeDirectory.resolve(PROBE));
        } catch (IOException | RuntimeException withoutNotices) {
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean prepared(Path probeDirectory) {
        try {
            Files.createDirectories(probeDirectory);
            return Files.isWritable(probeDirectory);
        } catch (IOException readOnly) {
            return false;
        }
    }

    private DirectoryChangeListener listener(Path probe) {
        return event -> {
            if (probe.equals(event.path())) {
                proved.countDown();
            } else {
                changed.run();
            }
        };
    }

    private boolean prove(Path probe) throws IOException, InterruptedException {
        try {
            Files.writeString(probe, "");
            return proved.await(PROOF_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    /** The directories and files below {@code start}, but for those that builds and tools fill. */
    private static void visit(Path start, FileTreeVisitor.Callback onDirectory, FileTreeVisitor.Callback onFile)
            throws IOException {
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (IGNORED.contains(String.valueOf(directory.getFileName()))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                onDirectory.call(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                onFile.call(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (watcher != null) {
                watcher.close();
            }
        } catch (IOException unimportant) {
            // The process is about to end.
        }
    }
}
