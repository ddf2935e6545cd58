package dev.runner.course;

/** A place where a document is not TOML. Thrown inside the reading of one statement, which then goes on with the next. */
final class TomlSyntax extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String expected;

    TomlSyntax(int line, String problem, String expected) {
        super(problem, null, false, false);
        this.line = line;
        this.expected = expected;
    }

    int line() {
        return line;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    String expected() {
        return expected;
    }
}
