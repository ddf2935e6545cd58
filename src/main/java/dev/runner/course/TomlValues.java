package dev.runner.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads values and writes them as they stand in the {@link TomlSkeleton}. */
final class TomlValues {
    private final TomlCursor cursor;
    private final TomlStrings strings;
    private final TomlKeys keys;
    private final TomlSkeleton skeleton;
    private int depth;

    TomlValues(TomlCursor cursor, TomlStrings strings, TomlKeys keys, TomlSkeleton skeleton) {
        this.cursor = cursor;
        this.strings = strings;
        this.keys = keys;
        this.skeleton = skeleton;
    }

    /** The value at the cursor, which belongs to the key {@code path} on that line. */
    String read(String path, int line) {
        depth = 0;
        return value(path, line);
    }

    private String value(String path, int line) {
        return switch (cursor.peek()) {
            case '"', '\'' -> skeleton.scalar(strings.read());
            case '[' -> deeper(() -> array(path));
            case '{' -> deeper(() -> inlineTable(path));
            default -> skeleton.scalar(TomlScalars.read(word(line), line));
        };
    }

    private String deeper(java.util.function.Supplier<String> value) {
        if (++depth > TomlKeys.DEEPEST) {
            throw cursor.error("values lie more than " + TomlKeys.DEEPEST + " deep in each other", "fewer");
        }
        String read = value.get();
        depth--;
        return read;
    }

    private String word(int line) {
        StringBuilder word = new StringBuilder();
        letters(word);
        if (word.isEmpty()) {
            throw new TomlSyntax(line, "a key without a value", "a value after the =");
        }
        // A date may be parted from its time by a blank.
        if (word.length() == 10 && cursor.peek() == ' ' && Character.isDigit(cursor.peek(1))) {
            word.append(cursor.next());
            letters(word);
        }
        return word.toString();
    }

    private void letters(StringBuilder word) {
        while (TomlKeys.isBare(cursor.peek()) || "+.:".indexOf(cursor.peek()) >= 0) {
            word.append(cursor.next());
        }
    }

    private String array(String path) {
        int start = cursor.line();
        cursor.next();
        List<String> values = new ArrayList<>();
        Set<Character> kinds = new HashSet<>();
        cursor.skipGaps();
        while (cursor.peek() != ']') {
            int line = cursor.line();
            String element = path + "[" + (values.size() + 1) + "]";
            skeleton.place(element, line);
            String value = value(element, line);
            values.add(value);
            kinds.add(value.charAt(0));
            cursor.skipGaps();
            if (cursor.peek() == ',') {
                cursor.next();
                cursor.skipGaps();
            } else if (cursor.peek() != ']') {
                throw new TomlSyntax(
                        cursor.atEnd() ? start : cursor.line(),
                        "an array is not closed: " + cursor.shown() + " after a value",
                        ", or ]");
            }
        }
        cursor.next();
        if (kinds.size() > 1) {
            throw new TomlSyntax(start, "an array of values of different kinds", "an array of one kind of values");
        }
        return "[" + String.join(", ", values) + "]";
    }

    private String inlineTable(String path) {
        int start = cursor.line();
        cursor.next();
        cursor.skipBlanks();
        List<String> entries = new ArrayList<>();
        while (cursor.peek() != '}') {
            entries.add(entry(path));
            cursor.skipBlanks();
            if (cursor.peek() == ',') {
                cursor.next();
                cursor.skipBlanks();
                if (cursor.peek() == '}') {
                    throw cursor.error("a comma before the } of an inline table", "another key, or no comma");
                }
            } else if (cursor.peek() != '}') {
                throw new TomlSyntax(
                        start, "an inline table is not closed: " + cursor.shown() + " after a value", ", or }");
            }
        }
        cursor.next();
        skeleton.close(path);
        return "{" + String.join(", ", entries) + "}";
    }

    private String entry(String path) {
        int line = cursor.line();
        List<String> names = keys.path();
        String first = path + "." + TomlKeys.shown(names.get(0));
        String shown = path + "." + TomlKeys.shown(names);
        keys.equalsSign();
        String value = value(shown, line);
        if (!skeleton.place(shown, line) || names.size() > 1 && !skeleton.place(first, line)) {
            throw new TomlSyntax(
                    line, "an inline table names " + first + " twice", "one key that holds a table of its own");
        }
        for (int i = names.size() - 1; i > 0; i--) {
            value = "{" + skeleton.key(names.get(i)) + " = " + value + "}";
        }
        return skeleton.key(names.get(0)) + " = " + value;
    }
}
