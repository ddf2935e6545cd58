package dev.runner.course;

import org.jspecify.annotations.Nullable;

/** A place where a document is not TOML. Thrown inside the reading of one statement, which then goes on with the next. */
final class TomlSyntax extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String expected;
    private final @Nullable String key;

    TomlSyntax(int line, String problem, String expected) {
        this(line, null, problem, expected);
    }

    private TomlSyntax(int line, @Nullable String key, String problem, String expected) {
        super(problem, null, false, false);
        this.line = line;
        this.key = key;
        this.expected = expected;
    }

    /** The same, and the key or table that it is about. */
    TomlSyntax about(String path) {
        return key == null ? new TomlSyntax(line, path, problem(), expected) : this;
    }

    int line() {
        return line;
    }

    /** The key or table that it is about, or null where none can be told. */
    @Nullable
    String key() {
        return key;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String expected() {
        return expected;
    }
}
