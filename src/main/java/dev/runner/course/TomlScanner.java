package dev.runner.course;

import java.util.List;

/** Reads a document's statements by the rules of TOML 1.0 and writes its {@link TomlSkeleton}. */
final class TomlScanner {
    private final String file;
    private final TomlCursor cursor;
    private final TomlKeys keys;
    private final TomlValues values;
    private final TomlSkeleton skeleton = new TomlSkeleton();
    private final List<Finding> findings;
    /** Where the current table lies, with a dot at its end; empty at the top. */
    private String prefix = "";
    /** The current table's header for toml4j, with a dot at its end. */
    private String header = "";
    /** Whether the current table's header could not be read; then nobody can say where its keys belong. */
    private boolean lost;

    /** @param findings takes what is no TOML */
    TomlScanner(String file, String text, List<Finding> findings) {
        this.file = file;
        this.cursor = new TomlCursor(text);
        TomlStrings strings = new TomlStrings(cursor);
        this.keys = new TomlKeys(cursor, strings);
        this.values = new TomlValues(cursor, strings, keys, skeleton);
        this.findings = findings;
    }

    TomlSkeleton scan() {
        cursor.skipGapsReporting(this::report);
        while (!cursor.atEnd()) {
            int line = cursor.line();
            try {
                statement();
                endOfStatement();
            } catch (TomlSyntax error) {
                report(error);
                cursor.recover(line);
            }
            cursor.skipGapsReporting(this::report);
        }
        skeleton.endTable();
        return skeleton;
    }

    private void report(TomlSyntax error) {
        findings.add(new Finding(file, error.line(), error.key(), error.problem(), error.expected()));
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
        skeleton.endTable();
        lost = true;
        prefix = "?" + line + ".";
        boolean element = cursor.lookingAt("[[");
        cursor.skip(element ? 2 : 1);
        List<String> path = keys.path();
        String close = element ? "]]" : "]";
        if (!cursor.lookingAt(close)) {
            throw cursor.error("a table name is not closed", close);
        }
        cursor.skip(close.length());
        String shown = resolved(path, line);
        if (element) {
            shown += "[" + skeleton.nextElement(shown) + "]";
        }
        if (!skeleton.place(shown, line)) {
            throw twice(shown, line, "each table once");
        }
        String words = words(path);
        skeleton.statement(element ? "[[" + words + "]]" : "[" + words + "]", line);
        prefix = shown + ".";
        header = words + ".";
        lost = false;
    }

    /** The path with the number of the last element wherever an array of tables is passed. */
    private String resolved(List<String> path, int line) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < path.size(); i++) {
            shown.append(i == 0 ? "" : ".").append(TomlKeys.shown(path.get(i)));
            int elements = skeleton.elementsOf(shown.toString());
            if (elements > 0 && i < path.size() - 1) {
                shown.append('[').append(elements).append(']');
            }
            refuseClosed(shown.toString(), TomlKeys.shown(path), line);
        }
        return shown.toString();
    }

    private void refuseClosed(String table, String shown, int line) {
        if (skeleton.isClosed(table)) {
            throw new TomlSyntax(
                            line,
                            "the table " + table + " is closed by its braces, on line " + skeleton.placeOf(table),
                            "all of its keys inside the braces")
                    .about(shown);
        }
    }

    private void assignment() {
        int line = cursor.line();
        List<String> path = keys.path();
        String shown = prefix + TomlKeys.shown(path);
        try {
            keys.equalsSign();
            String value = values.read(shown, line);
            if (!lost) {
                assign(path, shown, value, line);
            }
        } catch (TomlSyntax error) {
            skeleton.breakAt(shown);
            skeleton.place(shown, line);
            throw lost ? error : error.about(shown);
        }
    }

    private void assign(List<String> path, String shown, String value, int line) {
        if (!skeleton.place(shown, line)) {
            throw twice(shown, line, "each key once");
        }
        String statement = skeleton.key(path.get(path.size() - 1)) + " = " + value;
        if (path.size() == 1) {
            skeleton.statement(statement, line);
            return;
        }
        for (int parts = 1; parts < path.size(); parts++) {
            // The tables on the way are defined by this, and a header for one of them comes too late.
            String table = prefix + TomlKeys.shown(path.subList(0, parts));
            refuseClosed(table, shown, line);
            skeleton.place(table, line);
        }
        skeleton.below(header + words(path.subList(0, path.size() - 1)), statement, line);
    }

    private TomlSyntax twice(String shown, int line, String expected) {
        return new TomlSyntax(line, "is there already, on line " + skeleton.placeOf(shown), expected).about(shown);
    }

    private String words(List<String> path) {
        return String.join(".", path.stream().map(skeleton::key).toList());
    }
}
