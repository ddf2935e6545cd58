package dev.runner.course;

import java.util.ArrayList;
import java.util.List;

/** Reads keys, and writes them for people. */
final class TomlKeys {
    /** How many parts a key may have, and how deep values may lie in each other; what is deeper is no course. */
    static final int DEEPEST = 100;

    private final TomlCursor cursor;
    private final TomlStrings strings;

    TomlKeys(TomlCursor cursor, TomlStrings strings) {
        this.cursor = cursor;
        this.strings = strings;
    }

    /** The parts of a dotted key. */
    List<String> path() {
        List<String> path = new ArrayList<>();
        do {
            if (!path.isEmpty()) {
                cursor.next();
            }
            if (path.size() == DEEPEST) {
                throw cursor.error("a key of more than " + DEEPEST + " parts", "fewer");
            }
            cursor.skipBlanks();
            path.add(key());
            cursor.skipBlanks();
        } while (cursor.peek() == '.');
        return path;
    }

    void equalsSign() {
        cursor.skipBlanks();
        if (cursor.peek() != '=') {
            throw cursor.error(cursor.shown() + " after a key", "= and a value");
        }
        cursor.next();
        cursor.skipBlanks();
    }

    private String key() {
        char c = cursor.peek();
        if (c == '"' || c == '\'') {
            return strings.singleLine();
        }
        StringBuilder key = new StringBuilder();
        while (isBare(cursor.peek())) {
            key.append(cursor.next());
        }
        if (key.isEmpty()) {
            throw cursor.error(cursor.shown() + " where a key or a table should begin", "a key such as name");
        }
        return key.toString();
    }

    /** A key as a part of a path such as {@code exercises[3].name}: in quotes unless it is plain, so that no two are alike. */
    static String shown(String key) {
        return isPlain(key) ? key : quoted(key);
    }

    /** A text in quotes and on one line, as TOML writes it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c < ' ' || c == 0x7f) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append(c == '"' || c == '\\' ? "\\" : "").append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    static String shown(List<String> path) {
        return String.join(".", path.stream().map(TomlKeys::shown).toList());
    }

    static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> isBare((char) c));
    }

    static boolean isBare(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
