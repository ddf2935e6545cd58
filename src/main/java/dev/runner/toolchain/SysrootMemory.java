package dev.runner.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which sysroot rustc named in a directory, because asking takes longer than judging what did not change. The
 * answer holds as long as everything is the same that it follows from: the program that is asked and, where that is
 * rustup's proxy, what rustup's manual says under "Overrides" and "Environment variables": {@code RUSTUP_TOOLCHAIN}, the
 * settings in its home, and each {@code rust-toolchain} file here and above. Nothing here is ever an error.
 */
final class SysrootMemory {
    private static final int MOST = 200;

    private final @Nullable Path file;
    private final String basis;

    /**
     * @param rustc the program that would be asked
     * @param directory where it would be asked
     * @param environment the environment that we were started in
     */
    SysrootMemory(Path rustc, Path directory, Map<String, String> environment) {
        this.basis = basis(rustc, directory, environment);
        this.file = file(directory, environment);
    }

    /** The sysroot, if it is known and still there. */
    Optional<Path> recall() {
        try {
            String[] kept =
                    file == null ? new String[0] : Files.readString(file).split("\n", 2);
            return kept.length == 2 && kept[1].equals(basis) && Files.isDirectory(Path.of(kept[0], "lib"))
                    ? Optional.of(Path.of(kept[0]))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Keeps it for the next time, unless the answer may depend on more than is known here. */
    void keep(Path sysroot) {
        if (file == null || basis.isEmpty()) {
            return;
        }
        try {
            Path memory = Files.createDirectories(file.resolveSibling(""));
            forgetIfTooMany(memory);
            byte[] content = (sysroot + "\n" + basis).getBytes(StandardCharsets.UTF_8);
            CacheHome.replace(memory, file.getFileName().toString(), content);
        } catch (IOException | UnsupportedOperationException notKept) {
            // Then it is asked again the next time.
        }
    }

    /** Directories come and go; what is forgotten is asked again. */
    private static void forgetIfTooMany(Path memory) throws IOException {
        try (Stream<Path> entries = Files.list(memory)) {
            List<Path> all = entries.toList();
            for (Path entry : all.size() > MOST ? all : List.<Path>of()) {
                Files.deleteIfExists(entry);
            }
        }
    }

    private static @Nullable Path file(Path directory, Map<String, String> environment) {
        CRC32 crc = new CRC32();
        crc.update(directory.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8));
        return CacheHome.of(environment)
                .map(home -> home.resolve("toolchains").resolve(Long.toHexString(crc.getValue())))
                .orElse(null);
    }

    /** What the answer follows from, as text; empty if that can't be read. */
    private static String basis(Path rustc, Path directory, Map<String, String> environment) {
        try {
            StringBuilder text = new StringBuilder(directory.toAbsolutePath().toString());
            text.append('\n').append(rustc.toAbsolutePath()).append(' ');
            BasicFileAttributes attributes = Files.readAttributes(rustc, BasicFileAttributes.class);
            text.append(attributes.lastModifiedTime()).append(' ').append(attributes.size());
            for (String name : new String[] {"RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "HOME", "RUSTC_SYSROOT"}) {
                text.append('\n').append(environment.getOrDefault(name, ""));
            }
            String named = environment.getOrDefault("RUSTUP_HOME", "");
            Path home = named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), ".rustup") : Path.of(named);
            add(text, home.resolve("settings.toml"));
            for (Path place = directory.toAbsolutePath(); place != null; place = place.getParent()) {
                add(text, place.resolve("rust-toolchain"));
                add(text, place.resolve("rust-toolchain.toml"));
            }
            return text.toString();
        } catch (IOException | IllegalArgumentException unknown) {
            return "";
        }
    }

    private static void add(StringBuilder text, Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            text.append('\n').append(file).append('\n').append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }
}
