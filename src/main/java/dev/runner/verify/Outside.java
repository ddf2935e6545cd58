package dev.runner.verify;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds out what Rust code reaches for beyond itself: files, the environment, the network, other programs, the clock. It
 * looks for the names without which none of it can be had, rather too many than too few: who is named here by mistake is
 * judged the slow way, and that is all.
 */
final class Outside {
    private static final Set<String> ALWAYS = Set.of("extern", "available_parallelism", "Backtrace");

    /** Names of modules and macros, which mean something only in a path, in a {@code use} or before a {@code !}. */
    private static final Set<String> IN_PATHS = Set.of(
            "env",
            "option_env",
            "fs",
            "net",
            "os",
            "arch",
            "include",
            "include_str",
            "include_bytes",
            "asm",
            "global_asm",
            "naked_asm");

    private static final Pattern PATHS = paths(IN_PATHS);

    /** A module in a file of its own. */
    private static final Pattern OTHER_FILE = Pattern.compile("mod\\s+(?:[^\\s;{]+\\s*;|\\$)");

    private static final Set<String> OF_PATHS = Set.of(
            "try_exists",
            "exists",
            "is_file",
            "is_dir",
            "is_symlink",
            "canonicalize",
            "metadata",
            "symlink_metadata",
            "read_dir",
            "read_link");

    private static final Set<String> CHANCE = Set.of(
            "thread", "spawn", "HashMap", "HashSet", "RandomState", "process", "Instant", "SystemTime", "UNIX_EPOCH");

    private Outside() {}

    /** Whether it may find the world another time, or on another machine, otherwise. */
    static boolean isReachedBy(RustCode code) {
        return code.hasOneOf(ALWAYS)
                || names(code, IN_PATHS, PATHS)
                || code.has("process") && code.has("Command")
                || code.hasOneOf(Set.of("path", "Path", "PathBuf")) && code.hasOneOf(OF_PATHS)
                || code.matches(OTHER_FILE);
    }

    /**
     * Whether two runs may differ by chance: threads take turns as they like, hash maps have no order, clocks
     * go on, and a machine may be slow.
     */
    static boolean isLeftToChance(RustCode code) {
        return code.hasOneOf(CHANCE) || waits(code);
    }

    /** Whether it may let time go by without doing anything. */
    static boolean waits(RustCode code) {
        return code.words().stream().anyMatch(word -> word.startsWith("sleep") || word.contains("_timeout"));
    }

    /** Whether it makes macros: they can put names together from pieces that stand anywhere. */
    static boolean makesMacros(RustCode code) {
        return code.has("macro_rules");
    }

    /** Whether it has one of the names where that means something. */
    static boolean names(RustCode code, Set<String> names, Pattern paths) {
        return code.hasOneOf(names) && (makesMacros(code) || code.matches(paths));
    }

    /** Matches one of the names in a path, in a {@code use} or before a {@code !}. */
    static Pattern paths(Set<String> names) {
        String any = "(?:" + String.join("|", names) + ")";
        return Pattern.compile("\\buse\\b[^;]*\\b" + any + "\\b|::\\s*" + any + "\\b|\\b" + any + "\\s*(?:::|!(?!=))");
    }
}
