package dev.runner.verify;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds out what Rust code reaches for beyond itself: files, the environment, the network, other programs, the clock. It
 * looks for the names without which none of it can be had, rather too many than too few: who is named here by mistake is
 * judged the slow way, and that is all.
 */
final class Outside {
    private static final String MODULES_AND_MACROS =
            "env|option_env|fs|net|os|arch|include|include_str|include_bytes|asm|global_asm|naked_asm";

    /** Where a macro can put names together from pieces, a name counts wherever it stands. */
    private static final Pattern MACROS = Pattern.compile("\\bmacro_rules\\b");

    private static final Pattern ANYWHERE = Pattern.compile("\\b(?:" + MODULES_AND_MACROS + ")\\b");
    private static final Pattern IN_A_PATH = path(MODULES_AND_MACROS);

    private static final Pattern ALWAYS =
            Pattern.compile("\\b(?:extern|available_parallelism|Backtrace)\\b|\\bpath\\s*=|\\bmod\\s+[^\\s;{]+\\s*;");

    private static final Pattern CLOCK =
            Pattern.compile("\\b(?:SystemTime|UNIX_EPOCH|Instant|sleep\\w*|park_timeout\\w*|\\w+_timeout\\w*)\\b");

    /** A name that means something only to who also names the module that it lies in. */
    private static final List<Pattern> PAIRS = List.of(
            both("process", "Command"),
            both(
                    "(?:path|Path|PathBuf)",
                    "(?:try_exists|exists|is_file|is_dir|is_symlink|canonicalize|metadata|symlink_metadata|read_dir"
                            + "|read_link)"));

    private static final Pattern CHANCE = Pattern.compile("\\b(?:thread|spawn|HashMap|HashSet|RandomState|process)\\b");

    private Outside() {}

    /** Whether it may find the world another time, or on another machine, otherwise. */
    static boolean isReachedBy(String code) {
        return ALWAYS.matcher(code).find()
                || (usesMacros(code) ? ANYWHERE : IN_A_PATH).matcher(code).find()
                || PAIRS.stream().anyMatch(pair -> pair.matcher(code).find());
    }

    /** Whether it asks what time it is, or waits. */
    static boolean isBoundToTime(String code) {
        return CLOCK.matcher(code).find();
    }

    /** Whether two runs may differ by chance: threads take turns as they like, and hash maps have no order. */
    static boolean isLeftToChance(String code) {
        return CHANCE.matcher(code).find();
    }

    static boolean usesMacros(String code) {
        return MACROS.matcher(code).find();
    }

    /** Matches where one of the names stands in a path, in a {@code use} or before a {@code !}. */
    static Pattern path(String names) {
        return Pattern.compile("\\buse\\b[^;]*\\b(?:" + names + ")\\b|::\\s*(?:" + names + ")\\b|\\b(?:" + names
                + ")\\s*(?:::|!(?!=))");
    }

    /** Matches where both names stand, in whichever order. */
    static Pattern both(String one, String other) {
        return Pattern.compile("\\A(?=.*\\b" + one + "\\b).*\\b" + other + "\\b", Pattern.DOTALL);
    }
}
