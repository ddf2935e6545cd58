package dev.runner.course;

import java.util.function.Consumer;

/** Goes through the characters of a document and counts its lines. */
final class TomlCursor {
    static final char END = '\uffff';

    private final String text;
    private int at;
    private int line = 1;

    TomlCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    int line() {
        return line;
    }

    /** The current character; {@link #END} at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean lookingAt(String wanted) {
        return text.startsWith(wanted, at);
    }

    char next() {
        char c = text.charAt(at++);
        if (c == '\n') {
            line++;
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    /** Goes to the end of the line, which is not passed. */
    void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /** A comment, which may hold everything but control characters. */
    void skipComment() {
        while (!atEnd() && peek() != '\n') {
            char c = next();
            if (c < ' ' && c != '\t' || c == 0x7f) {
                throw error("a control character in a comment", "text");
            }
        }
    }

    /** Blanks, line ends and comments. */
    void skipGaps() {
        while (!atEnd()) {
            char c = peek();
            if (c == '#') {
                skipComment();
            } else if (c == ' ' || c == '\t' || c == '\n') {
                next();
            } else {
                return;
            }
        }
    }

    /** Between statements: a fault in a comment is told, and the comment passed. */
    void skipGapsReporting(Consumer<TomlSyntax> faults) {
        while (true) {
            try {
                skipGaps();
                return;
            } catch (TomlSyntax fault) {
                faults.accept(fault);
                skipLine();
            }
        }
    }

    /** The character for a message. */
    String shown() {
        if (atEnd()) {
            return "the end of the file";
        }
        char c = peek();
        return c == '\n' ? "the end of the line" : "\"" + (c < ' ' ? String.format("\\u%04X", (int) c) : c) + "\"";
    }

    TomlSyntax error(String problem, String expected) {
        return new TomlSyntax(line, problem, expected);
    }

    /** After an error in the statement of {@code line}: goes to where the next one seems to begin. */
    void recover(int line) {
        // What stands first on a later line may be the next statement itself, met inside an open array.
        if (this.line > line && startsLine() && startsStatement()) {
            return;
        }
        skipLine();
        while (!atEnd()) {
            next();
            if (startsStatement()) {
                return;
            }
            skipLine();
        }
    }

    private boolean startsLine() {
        return text.substring(text.lastIndexOf('\n', at - 1) + 1, at).isBlank();
    }

    private boolean startsStatement() {
        int p = at;
        if (p < text.length() && text.charAt(p) == '[') {
            return true;
        }
        while (p < text.length() && TomlKeys.isBare(text.charAt(p))) {
            p++;
        }
        if (p == at) {
            return false;
        }
        while (p < text.length() && (text.charAt(p) == ' ' || text.charAt(p) == '\t')) {
            p++;
        }
        return p < text.length() && text.charAt(p) == '=';
    }
}
