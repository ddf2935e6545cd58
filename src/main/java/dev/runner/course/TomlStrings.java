package dev.runner.course;

import org.jspecify.annotations.Nullable;

/** The four kinds of strings of TOML 1.0, decoded here because toml4j gets their escapes wrong. */
final class TomlStrings {
    private final TomlCursor cursor;

    TomlStrings(TomlCursor cursor) {
        this.cursor = cursor;
    }

    /** The string that begins at the cursor with a quote. */
    String read() {
        if (cursor.lookingAt("\"\"\"")) {
            return multiLine("\"\"\"", true);
        }
        if (cursor.lookingAt("'''")) {
            return multiLine("'''", false);
        }
        return singleLine();
    }

    String singleLine() {
        int start = cursor.line();
        char quote = cursor.next();
        StringBuilder text = new StringBuilder();
        while (true) {
            if (cursor.atEnd() || cursor.peek() == '\n') {
                throw new TomlSyntax(start, "a string is not closed on its line", "a closing " + quote);
            }
            char c = cursor.next();
            if (c == quote) {
                return text.toString();
            }
            if (c == '\\' && quote == '"') {
                escape(text);
            } else {
                text.append(printable(c));
            }
        }
    }

    private String multiLine(String quotes, boolean escapes) {
        int start = cursor.line();
        cursor.skip(3);
        if (cursor.peek() == '\n') {
            cursor.next();
        }
        StringBuilder text = new StringBuilder();
        @Nullable TomlSyntax fault = null;
        while (!cursor.lookingAt(quotes)) {
            if (cursor.atEnd()) {
                throw new TomlSyntax(start, "a string that begins here is not closed", "a closing " + quotes);
            }
            try {
                part(escapes, text);
            } catch (TomlSyntax broken) {
                // First to the string's end, or its lines would be taken for statements.
                fault = fault == null ? broken : fault;
            }
        }
        cursor.skip(3);
        if (fault != null) {
            throw fault;
        }
        // One or two more quotes belong to the text.
        for (int extra = 0; extra < 2 && cursor.peek() == quotes.charAt(0); extra++) {
            text.append(cursor.next());
        }
        return text.toString();
    }

    private void part(boolean escapes, StringBuilder text) {
        char c = cursor.next();
        if (c != '\\' || !escapes) {
            text.append(c == '\n' ? c : printable(c));
        } else if (!continuation()) {
            escape(text);
        }
    }

    /** A backslash at the end of a line takes away all white space up to the next text. */
    private boolean continuation() {
        int ahead = 0;
        while (cursor.peek(ahead) == ' ' || cursor.peek(ahead) == '\t') {
            ahead++;
        }
        if (cursor.peek(ahead) != '\n') {
            return false;
        }
        while (cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.peek() == '\n') {
            cursor.next();
        }
        return true;
    }

    private void escape(StringBuilder text) {
        int line = cursor.line();
        char c = cursor.atEnd() ? TomlCursor.END : cursor.next();
        switch (c) {
            case 'b' -> text.append('\b');
            case 't' -> text.append('\t');
            case 'n' -> text.append('\n');
            case 'f' -> text.append('\f');
            case 'r' -> text.append('\r');
            case '"' -> text.append('"');
            case '\\' -> text.append('\\');
            case 'u' -> text.appendCodePoint(codePoint(line, 4));
            case 'U' -> text.appendCodePoint(codePoint(line, 8));
            default ->
                throw new TomlSyntax(
                        line,
                        "an unknown escape " + (c < ' ' || c == TomlCursor.END ? "\\" : "\\" + c) + " in a string",
                        "\\\\ for a backslash, or a string in ''' quotes, where nothing is an escape");
        }
    }

    private int codePoint(int line, int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = cursor.atEnd() ? -1 : Character.digit(cursor.peek(), 16);
            if (digit < 0) {
                throw new TomlSyntax(line, "an incomplete \\u escape", digits + " hexadecimal digits");
            }
            cursor.next();
            value = value * 16 + digit;
        }
        if (value < 0 || value > Character.MAX_CODE_POINT || value >= 0xD800 && value <= 0xDFFF) {
            throw new TomlSyntax(line, "an escape that is no Unicode character", "a Unicode scalar value");
        }
        return value;
    }

    private char printable(char c) {
        if (c < ' ' && c != '\t' || c == 0x7f) {
            throw cursor.error(
                    String.format("a control character (U+%04X) in a string", (int) c),
                    String.format("the escape \\u%04X", (int) c));
        }
        return c;
    }
}
