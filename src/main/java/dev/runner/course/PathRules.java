package dev.runner.course;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the name of a file or directory may hold: looser than rustlings' author check, as strict as file systems are. */
final class PathRules {
    private static final String FORBIDDEN = "/\\:*?\"<>|";
    private static final int LONGEST = 200;

    private PathRules() {}

    /** What is wrong with one part of a path, or null. */
    static @Nullable String fault(String part) {
        if (part.isEmpty()) {
            return "has an empty part";
        }
        if (part.equals("..") || part.equals(".")) {
            return "leaves its place";
        }
        if (part.length() > LONGEST) {
            return "is too long for a file name";
        }
        if (!part.equals(part.strip()) || part.endsWith(".")) {
            return "begins or ends with a blank or a dot";
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < ' ' || c == 0x7f) {
                return String.format("holds the control character U+%04X", (int) c);
            }
            if (FORBIDDEN.indexOf(c) >= 0) {
                return "holds the character " + c;
            }
        }
        return unnameable(part);
    }

    /** What this machine's file names can't hold: under a locale without Unicode every letter beyond ASCII. */
    private static @Nullable String unnameable(String part) {
        try {
            return Path.of(part).isAbsolute() ? "leaves its place" : null;
        } catch (InvalidPathException unnameable) {
            return "can't be a file name here";
        }
    }
}
