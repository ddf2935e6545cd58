package dev.runner.toolchain;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
}
