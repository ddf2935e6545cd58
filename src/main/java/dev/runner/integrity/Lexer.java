package dev.runner.integrity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts Rust source (edition 2021 and later) into tokens by the rules of rustc's own lexer ("The Rust Reference", Lexical
 * structure): nested comments, raw strings, characters against lifetimes. It never fails: what rustc would refuse becomes
 * some token or other.
 */
final class Lexer {
    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int counted;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens in order, comments among them. */
    static List<Token> tokens(String source) {
        Lexer lexer = new Lexer(source);
        lexer.skipShebang();
        while (lexer.at < source.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    /** {@code #!} at the very start is the shell's, unless an attribute's bracket follows. */
    private void skipShebang() {
        if (peek(0) == '\uFEFF') {
            at++;
        }
        if (peek(0) == '#' && peek(1) == '!') {
            List<Token> rest = significant(source.substring(at + 2));
            if (rest.isEmpty() || !rest.get(0).is("[")) {
                skipLine();
            }
        }
    }

    /** As much of the tokens as tells whether a bracket follows. */
    private static List<Token> significant(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
            if (!lexer.tokens.isEmpty()
                    && lexer.tokens.get(lexer.tokens.size() - 1).kind() != Token.Kind.COMMENT) {
                return List.of(lexer.tokens.get(lexer.tokens.size() - 1));
            }
        }
        return List.of();
    }

    private void next() {
        int start = at;
        char c = peek(0);
        if (isWhitespace(c)) {
            at++;
        } else if (c == '/' && peek(1) == '/') {
            skipLine();
            add(Token.Kind.COMMENT, start);
        } else if (c == '/' && peek(1) == '*') {
            skipBlockComment();
            add(Token.Kind.COMMENT, start);
        } else if (isWordStart(source.codePointAt(at))) {
            word(start);
        } else if (c >= '0' && c <= '9') {
            skipNumber();
            add(Token.Kind.LITERAL, start);
        } else if (c == '"') {
            skipString();
            add(Token.Kind.LITERAL, start);
        } else if (c == '\'') {
            quote(start);
        } else {
            at += Character.charCount(source.codePointAt(at));
            add(Token.Kind.MARK, start);
        }
    }

    private void word(int start) {
        skipWord();
        String word = source.substring(start, at);
        boolean raw = word.equals("r") || word.equals("br") || word.equals("cr");
        if (raw && startsRawString()) {
            skipRawString();
            add(Token.Kind.LITERAL, start);
        } else if ((word.equals("b") || word.equals("c")) && peek(0) == '"') {
            skipString();
            add(Token.Kind.LITERAL, start);
        } else if (word.equals("b") && peek(0) == '\'') {
            skipQuoted();
            add(Token.Kind.LITERAL, start);
        } else if (word.equals("r")
                && peek(0) == '#'
                && at + 1 < source.length()
                && isWordStart(source.codePointAt(at + 1))) {
            at++;
            int name = at;
            skipWord();
            tokens.add(new Token(Token.Kind.RAW_WORD, composed(source.substring(name, at)), start, at, lineOf(start)));
        } else {
            tokens.add(new Token(Token.Kind.WORD, composed(word), start, at, lineOf(start)));
        }
    }

    private void quote(int start) {
        at++;
        boolean lifetime = peek(1) != '\''
                && at < source.length()
                && (isWordStart(source.codePointAt(at)) || Character.isDigit(peek(0)));
        if (!lifetime) {
            at--;
            skipQuoted();
            add(Token.Kind.LITERAL, start);
            return;
        }
        skipWord();
        if (peek(0) == '\'') {
            at++;
            add(Token.Kind.LITERAL, start);
        } else {
            add(Token.Kind.LIFETIME, start);
        }
    }

    private void add(Token.Kind kind, int start) {
        tokens.add(new Token(kind, source.substring(start, at), start, at, lineOf(start)));
    }

    private int lineOf(int offset) {
        for (; counted < offset; counted++) {
            if (source.charAt(counted) == '\n') {
                line++;
            }
        }
        return line;
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    private void skipLine() {
        int end = source.indexOf('\n', at);
        at = end < 0 ? source.length() : end;
    }

    private void skipBlockComment() {
        int depth = 0;
        do {
            if (peek(0) == '/' && peek(1) == '*') {
                depth++;
                at += 2;
            } else if (peek(0) == '*' && peek(1) == '/') {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < source.length());
        at = Math.min(at, source.length());
    }

    private void skipWord() {
        while (at < source.length() && isWordPart(source.codePointAt(at))) {
            at += Character.charCount(source.codePointAt(at));
        }
    }

    private void skipNumber() {
        boolean other = peek(0) == '0' && "xob".indexOf(peek(1)) >= 0;
        skipWord();
        if (other) {
            return;
        }
        if (peek(0) == '.' && Character.isDigit(peek(1))) {
            at++;
            skipWord();
        }
        char last = source.charAt(at - 1);
        if ((last == 'e' || last == 'E') && (peek(0) == '+' || peek(0) == '-') && Character.isDigit(peek(1))) {
            at++;
            skipWord();
        }
    }

    private void skipString() {
        at++;
        while (at < source.length() && peek(0) != '"') {
            at += peek(0) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, source.length());
    }

    private boolean startsRawString() {
        int hashes = 0;
        while (peek(hashes) == '#') {
            hashes++;
        }
        return peek(hashes) == '"';
    }

    private void skipRawString() {
        int hashes = 0;
        while (peek(0) == '#') {
            hashes++;
            at++;
        }
        int end = source.indexOf('"' + "#".repeat(hashes), at + 1);
        at = end < 0 ? source.length() : end + 1 + hashes;
    }

    /** A character or a byte, as rustc's {@code single_quoted_string} finds its end. */
    private void skipQuoted() {
        at++;
        if (at < source.length() && peek(0) != '\\') {
            int width = Character.charCount(source.codePointAt(at));
            if (peek(width) == '\'') {
                at += width + 1;
                return;
            }
        }
        while (at < source.length()) {
            char c = peek(0);
            if (c == '\'') {
                at++;
                return;
            }
            if (c == '/' || c == '\n' && peek(1) != '\'') {
                return;
            }
            at = Math.min(at + (c == '\\' ? 2 : 1), source.length());
        }
    }

    /** The characters with the property Pattern_White_Space. */
    private static boolean isWhitespace(char c) {
        return c >= '\t' && c <= '\r' || c == ' ' || "\u0085\u200E\u200F\u2028\u2029".indexOf(c) >= 0;
    }

    private static boolean isWordStart(int point) {
        return point == '_' || Character.isUnicodeIdentifierStart(point);
    }

    private static boolean isWordPart(int point) {
        return Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }
}
