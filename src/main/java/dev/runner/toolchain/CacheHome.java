package dev.runner.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * Where this user's programs keep what they can make again: the XDG base directory specification's place, or Windows' own.
 */
public final class CacheHome {
    private CacheHome() {}

    /**
     * This program's part of it, which need not exist; empty where the environment names none.
     *
     * @param environment the environment that we were started in
     */
    public static Optional<Path> of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        String[] places = {
            environment.getOrDefault("XDG_CACHE_HOME", ""),
            environment.getOrDefault("LOCALAPPDATA", ""),
            home.isEmpty() ? "" : home + "/.cache"
        };
        for (String place : places) {
            try {
                if (!place.isEmpty() && Path.of(place).isAbsolute()) {
                    return Optional.of(Path.of(place, "runner"));
                }
            } catch (InvalidPathException unusable) {
                // The next one then.
            }
        }
        return Optional.empty();
    }

    /**
     * Puts {@code content} whole in the place of a file in {@code directory}, which is made if it is not there. It is not
     * forced to the disk: what a machine that stops loses here can be made again.
     *
     * @throws IOException if that can't be done; what was there before stays
     */
    public static void replace(Path directory, String name, byte[] content) throws IOException {
        Files.createDirectories(directory);
        Path temporary = Files.createTempFile(directory, "new-", ".tmp");
        try {
            Files.write(temporary, content);
            Files.move(
                    temporary,
                    directory.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
