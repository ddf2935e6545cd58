package dev.runner.integrity;

/**
 * A token of Rust source.
 *
 * @param kind what it is
 * @param text as it is written; an identifier without {@code r#} and in Unicode's composed form, as rustc takes it
 * @param start where it begins, in characters of the source
 * @param end where it ends, exclusive
 * @param line the line it begins on, from 1
 */
record Token(Kind kind, String text, int start, int end, int line) {
    /** The kinds that matter here; whitespace is no token. */
    enum Kind {
        /** An identifier or a keyword. */
        WORD,
        /** {@code r#word}: an identifier, whatever word it is. */
        RAW_WORD,
        LIFETIME,
        /** A number, a string, a character, in all their forms. */
        LITERAL,
        /** One character of punctuation. */
        MARK,
        /** Comments, those that document included. */
        COMMENT
    }

    boolean is(String other) {
        return (kind == Kind.WORD || kind == Kind.MARK) && text.equals(other);
    }

    /** An identifier or keyword with that name, raw or not. */
    boolean names(String name) {
        return isName() && text.equals(name);
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.RAW_WORD;
    }

    boolean opens() {
        return kind == Kind.MARK && "([{".contains(text);
    }

    boolean closes() {
        return kind == Kind.MARK && ")]}".contains(text);
    }
}
