package dev.runner.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a document's characters by the rules of TOML 1.0 and writes its {@link TomlSkeleton}. */
final class TomlScanner {
    private final String file;
    private final TomlCursor cursor;
    private final TomlStrings strings;
    private final TomlSkeleton skeleton = new TomlSkeleton();
    private final List<Finding> findings;
    /** Where the current table lies, with a dot at its end; empty at the top. */
    private String prefix = "";
    /** The current table's header for toml4j, with a dot at its end. */
    private String header = "";

    /** @param findings takes what is no TOML */
    TomlScanner(String file, String text, List<Finding> findings) {
        this.file = file;
        this.cursor = new TomlCursor(text);
        this.strings = new TomlStrings(cursor);
        this.findings = findings;
    }

    TomlSkeleton scan() {
        cursor.skipGapsReporting(this::report);
        while (!cursor.atEnd()) {
            try {
                statement();
                endOfStatement();
            } catch (TomlSyntax error) {
                report(error);
                cursor.recover();
            }
            cursor.skipGapsReporting(this::report);
        }
        skeleton.endTable();
        return skeleton;
    }

    private void report(TomlSyntax error) {
        findings.add(new Finding(file, error.line(), null, error.problem(), error.expected()));
    }

    private void statement() {
        if (cursor.peek() == '[') {
            table();
        } else {
            assignment();
        }
    }

    private void endOfStatement() {
        cursor.skipBlanks();
        if (cursor.peek() == '#') {
            cursor.skipComment();
        }
        if (!cursor.atEnd() && cursor.peek() != '\n') {
            throw cursor.error(cursor.shown() + " after the end of a value or table name", "the end of the line");
        }
    }

    private void table() {
        int line = cursor.line();
        boolean element = cursor.lookingAt("[[");
        cursor.skip(element ? 2 : 1);
        List<String> path = keyPath();
        String close = element ? "]]" : "]";
        if (!cursor.lookingAt(close)) {
            throw cursor.error("a table name is not closed", close);
        }
        cursor.skip(close.length());
        skeleton.endTable();
        String shown = resolved(path);
        if (element) {
            shown += "[" + skeleton.nextElement(shown) + "]";
        }
        String words = words(path);
        prefix = shown + ".";
        header = words + ".";
        if (!skeleton.place(shown, line)) {
            throw new TomlSyntax(
                    line,
                    "the table [" + shown + "] is there already, on line " + skeleton.placeOf(shown),
                    "each table once");
        }
        skeleton.statement(element ? "[[" + words + "]]" : "[" + words + "]", line);
    }

    /** The path with the number of the last element wherever an array of tables is passed. */
    private String resolved(List<String> path) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            shown.append(i == 0 ? "" : ".").append(path.get(i));
            int elements = skeleton.elementsOf(shown.toString());
            if (elements > 0 && i < path.size() - 1) {
                shown.append('[').append(elements).append(']');
            }
        }
        return shown.toString();
    }

    private void assignment() {
        int line = cursor.line();
        List<String> path = keyPath();
        String shown = prefix + String.join(".", path);
        try {
            equalsSign();
            String value = value(shown, line);
            if (!skeleton.place(shown, line)) {
                throw new TomlSyntax(
                        line,
                        "the key " + shown + " is there already, on line " + skeleton.placeOf(shown),
                        "each key once");
            }
            String statement = skeleton.key(path.get(path.size() - 1)) + " = " + value;
            if (path.size() == 1) {
                skeleton.statement(statement, line);
            } else {
                skeleton.below(header + words(path.subList(0, path.size() - 1)), statement, line);
            }
        } catch (TomlSyntax error) {
            skeleton.breakAt(shown);
            skeleton.place(shown, line);
            throw error;
        }
    }

    private void equalsSign() {
        cursor.skipBlanks();
        if (cursor.peek() != '=') {
            throw cursor.error(cursor.shown() + " after a key", "= and a value");
        }
        cursor.next();
        cursor.skipBlanks();
    }

    private String words(List<String> path) {
        return String.join(".", path.stream().map(skeleton::key).toList());
    }

    private List<String> keyPath() {
        List<String> path = new ArrayList<>();
        do {
            if (!path.isEmpty()) {
                cursor.next();
            }
            cursor.skipBlanks();
            path.add(key());
            cursor.skipBlanks();
        } while (cursor.peek() == '.');
        return path;
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

    /** The value as it stands in the skeleton. */
    private String value(String path, int line) {
        char c = cursor.peek();
        if (c == '"' || c == '\'') {
            return skeleton.scalar(strings.read());
        }
        if (c == '[') {
            return array(path);
        }
        if (c == '{') {
            return inlineTable(path);
        }
        StringBuilder word = new StringBuilder();
        while (isBare(cursor.peek()) || "+.:".indexOf(cursor.peek()) >= 0) {
            word.append(cursor.next());
        }
        if (word.isEmpty()) {
            throw new TomlSyntax(line, "a key without a value", "a value after the =");
        }
        if (word.length() == 10 && cursor.peek() == ' ' && Character.isDigit(cursor.peek(1))) {
            word.append(cursor.next());
            while (isBare(cursor.peek()) || "+.:".indexOf(cursor.peek()) >= 0) {
                word.append(cursor.next());
            }
        }
        return skeleton.scalar(TomlScalars.read(word.toString(), line));
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
        return "{" + String.join(", ", entries) + "}";
    }

    private String entry(String path) {
        int line = cursor.line();
        List<String> keys = keyPath();
        String shown = path + "." + String.join(".", keys);
        equalsSign();
        String value = value(shown, line);
        if (!skeleton.place(shown, line) || keys.size() > 1 && !skeleton.place(path + "." + keys.get(0), line)) {
            throw new TomlSyntax(line, "the key " + shown + " is there twice in an inline table", "each key once");
        }
        for (int i = keys.size() - 1; i > 0; i--) {
            value = "{" + skeleton.key(keys.get(i)) + " = " + value + "}";
        }
        return skeleton.key(keys.get(0)) + " = " + value;
    }

    static boolean isBare(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }
}
