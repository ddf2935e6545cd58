package dev.runner.grade;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of files for submissions whose own names may be anything. A name of ASCII letters, digits, {@code . _ -} stays what
 * it is. Of every other one these are kept, and a digest of the whole name is added; so it is where two names differ in case
 * only, and where Windows gives a name a meaning of its own.
 */
final class ReportNames {
    private static final int LONGEST = 80;
    private static final int DIGITS = 10;

    /** "Naming Files, Paths, and Namespaces" in Microsoft's documentation of Win32. */
    private static final String RESERVED = "(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?";

    private ReportNames() {}

    /** For each name the name of a file, without an ending; no two are alike, not even where case does not count. */
    static List<String> of(List<String> names) {
        Map<String, Integer> met = new HashMap<>();
        names.forEach(name -> met.merge(lower(plain(name)), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (String name : names) {
            String plain = plain(name);
            boolean asItIs = plain.equals(name) && met.getOrDefault(lower(plain), 0) == 1 && !name.matches(RESERVED);
            String id = asItIs ? plain : plain + "-" + digest(name);
            String free = id;
            for (int copy = 2; !taken.add(lower(free)); copy++) {
                free = id + "-" + copy;
            }
            ids.add(free);
        }
        return ids;
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[._-]+|[.]+$", "");
        return plain.isEmpty() ? "submission" : plain.substring(0, Math.min(plain.length(), LONGEST));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String digest(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
