package dev.runner.toolchain;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * {@code fork_server.rs} as built by the toolchain that it is preloaded into, kept with what this user's programs can make
 * again. Safe to delete, and to share between processes. Nothing here is ever an error.
 */
final class ForkLibrary {
    private static final String SOURCE = "fork_server.rs";
    /** Of as many toolchains, about 0.5 MB each. */
    private static final int MOST = 10;
    /** A build takes less than a second; what is so much older than another was left behind. */
    private static final Duration STALE = Duration.ofHours(1);

    private final Path directory;
    private final Path rustc;
    private final Processes processes;
    private final Path file;

    /**
     * @param caches this program's part of {@link CacheHome}
     * @param release whose compiler builds and is preloaded
     */
    ForkLibrary(Path caches, Release release, Path rustc, Processes processes) {
        this.directory = caches.resolve("fork-server");
        this.rustc = rustc;
        this.processes = processes;
        CRC32 crc = new CRC32();
        crc.update(source());
        crc.update((release.sysroot() + " " + release.identity()).getBytes(StandardCharsets.UTF_8));
        this.file = directory.resolve(Long.toHexString(crc.getValue()) + ".so");
    }

    /** The library, if it was built and could be loaded then. */
    Optional<Path> find() {
        return file.toFile().length() > 0 ? Optional.of(file) : Optional.empty();
    }

    /** It could not be loaded any more: the next {@link #build} is to make another. */
    void doubt() {
        delete(file);
    }

    /**
     * Builds it and loads it once, which takes a fraction of a second. Where it can't be loaded an empty file says so, and
     * it is not built again.
     */
    void build() throws InterruptedException {
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(directory);
            Path made = Files.createTempDirectory(directory, "build-");
            try {
                build(made);
                tidy(Files.getLastModifiedTime(made).toInstant());
            } finally {
                remove(made);
            }
        } catch (IOException | ToolchainException notBuilt) {
            // Then compilers are started one by one.
        }
    }

    private void build(Path made) throws IOException, InterruptedException {
        Files.write(made.resolve(SOURCE), source());
        Path library = made.resolve("library.so");
        // Unoptimised it takes a third of the time, and what it does is to wait.
        List<String> arguments = List.of(
                "--edition=2021",
                "--crate-type=cdylib",
                "--crate-name=fork_server",
                "--cap-lints=allow",
                "-Cpanic=abort",
                "-Copt-level=0",
                "-Ccodegen-units=1",
                "-Cstrip=symbols",
                "-o",
                library.toString(),
                SOURCE);
        Completion completion = processes.run(
                rustc, Invocation.of(Tool.RUSTC, arguments, made), new Cancellation(), OutputListener.NONE);
        if (completion.succeeded()) {
            if (!loads(library)) {
                Files.write(library, new byte[0]);
            }
            Files.move(library, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean loads(Path library) throws InterruptedException {
        try {
            processes.startForkServer(rustc, library, STALE).close();
            return true;
        } catch (IOException notHere) {
            return false;
        }
    }

    /** Toolchains come and go, and a runner that is killed leaves its build. */
    private void tidy(Instant now) throws IOException {
        List<Path> entries;
        try (Stream<Path> listed = Files.list(directory)) {
            entries = listed.toList();
        }
        for (Path entry : entries) {
            boolean isStale = Files.isDirectory(entry)
                    ? Files.getLastModifiedTime(entry).toInstant().isBefore(now.minus(STALE))
                    : entries.size() > MOST && !entry.equals(file);
            if (isStale) {
                remove(entry);
            }
        }
    }

    private static void remove(Path entry) {
        File[] inside = entry.toFile().listFiles();
        for (File each : inside == null ? new File[0] : inside) {
            delete(each.toPath());
        }
        delete(entry);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // It is in nobody's way.
        }
    }

    private static byte[] source() {
        try (InputStream stream = ForkLibrary.class.getResourceAsStream(SOURCE)) {
            return stream == null ? new byte[0] : stream.readAllBytes();
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }
}
