package dev.runner.verify;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the compiler sees as code in a Rust source of edition 2021 or later ("The Rust Reference", Lexical structure):
 * comments and the insides of strings and characters are blanked out, line ends kept, and every kind of whitespace that
 * Rust knows is a space or a line end. It never fails; what it makes of a source that does not compile means nothing.
 */
final class RustCode {
    /** Those whose strings are what they are taken for here. */
    static final Set<String> EDITIONS = Set.of("2021", "2024");

    private static final Pattern RARE_SPACES = Pattern.compile("[\\u0085\\u200E\\u200F\\u2028\\u2029\\uFEFF]");

    private final String source;
    private final StringBuilder code = new StringBuilder();
    private int at;

    private RustCode(String source) {
        this.source = source;
    }

    /** The code of {@code source}, as long as that. */
    static String of(String source) {
        RustCode reader = new RustCode(RARE_SPACES.matcher(source).replaceAll(" "));
        while (reader.at < source.length()) {
            reader.next();
        }
        return reader.code.toString();
    }

    private void next() {
        char first = source.charAt(at);
        if (source.startsWith("//", at)) {
            blankTo(orEnd(source.indexOf('\n', at)));
        } else if (source.startsWith("/*", at)) {
            blankTo(endOfComment());
        } else if (first == '"') {
            blankTo(endOfQuoted('"'));
        } else if (first == '\'' && isCharacter()) {
            blankTo(endOfQuoted('\''));
        } else if (isWord(first)) {
            word();
        } else {
            take(1);
        }
    }

    /** A word, and the raw string that it may begin: {@code r"…"}, {@code br#"…"#}. */
    private void word() {
        int end = at;
        while (end < source.length() && isWord(source.charAt(end))) {
            end++;
        }
        String word = source.substring(at, end);
        take(end - at);
        if (word.equals("r") || word.equals("br") || word.equals("cr")) {
            int quote = end;
            while (quote < source.length() && source.charAt(quote) == '#') {
                quote++;
            }
            if (quote < source.length() && source.charAt(quote) == '"') {
                String close = '"' + "#".repeat(quote - end);
                int closed = source.indexOf(close, quote + 1);
                blankTo(closed < 0 ? source.length() : closed + close.length());
            }
        }
    }

    /** Whether the quote here is a character's and not a lifetime's. */
    private boolean isCharacter() {
        if (at + 1 >= source.length()) {
            return false;
        }
        int width = Character.charCount(source.codePointAt(at + 1));
        return source.charAt(at + 1) == '\\' || source.startsWith("'", at + 1 + width);
    }

    private int endOfQuoted(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private int endOfComment() {
        int depth = 0;
        int end = at;
        do {
            if (source.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (source.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        } while (depth > 0 && end < source.length());
        return Math.min(end, source.length());
    }

    private int orEnd(int index) {
        return index < 0 ? source.length() : index;
    }

    private void take(int length) {
        code.append(source, at, at + length);
        at += length;
    }

    private void blankTo(int end) {
        for (; at < end; at++) {
            code.append(source.charAt(at) == '\n' ? '\n' : ' ');
        }
    }

    private static boolean isWord(char c) {
        return Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c) || c == '_';
    }
}
