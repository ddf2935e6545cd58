package dev.runner.verify;

import dev.runner.toolchain.ToolchainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory of this process for what compilers write and nobody keeps. Made with its first use, removed by {@link
 * #close}; what a killed runner left behind is removed by the next one. Safe for use by many threads.
 */
public final class Scratch implements AutoCloseable {
    private static final String PREFIX = "runner-scratch-";

    private final List<Path> candidates;
    private final AtomicInteger counter = new AtomicInteger();
    private @Nullable Path base;
    private boolean closed;

    /** @param candidates directories to make it in; the first that can be written to is used */
    public Scratch(List<Path> candidates) {
        this.candidates = List.copyOf(candidates);
    }

    /** A new empty directory inside it, whose name is never used again by this process. */
    public Path newDirectory() {
        try {
            return Files.createDirectory(base().resolve(Integer.toString(counter.incrementAndGet())));
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    /** Removes a directory and what it holds; a file that cannot be removed stays. */
    public static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new Deleting());
        } catch (IOException unimportant) {
            // The next runner's sweep tries again.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (base != null) {
            delete(base);
            base = null;
        }
    }

    private synchronized Path base() throws IOException {
        if (closed) {
            throw new IOException("the runner is closing");
        }
        if (base == null) {
            base = make();
            sweep(base);
        }
        return base;
    }

    private Path make() throws IOException {
        IOException last = new IOException("no directory for temporary files");
        String prefix = PREFIX + ProcessHandle.current().pid() + "-";
        for (Path candidate : candidates) {
            try {
                Files.createDirectories(candidate);
                return Files.createTempDirectory(candidate, prefix);
            } catch (IOException fault) {
                last = fault;
            }
        }
        throw last;
    }

    private static void sweep(Path own) {
        Path parent = own.getParent();
        if (parent == null) {
            return;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            siblings.filter(path -> isStale(path.getFileName().toString())).forEach(Scratch::delete);
        } catch (IOException | UncheckedIOException unimportant) {
            // Nothing depends on it.
        }
    }

    private static boolean isStale(String name) {
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        int end = name.indexOf('-', PREFIX.length());
        try {
            long pid = Long.parseLong(name.substring(PREFIX.length(), Math.max(end, PREFIX.length())));
            return ProcessHandle.of(pid).isEmpty();
        } catch (NumberFormatException foreign) {
            return false;
        }
    }

    private ToolchainException unusable(IOException fault) {
        return new ToolchainException(
                "no place for temporary files: " + fault.getMessage(),
                "free some space in " + candidates.get(0) + ", or set TMPDIR to a directory that can be written to");
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
