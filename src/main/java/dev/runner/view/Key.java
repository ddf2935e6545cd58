package dev.runner.view;

/**
 * A key that was pressed.
 *
 * @param kind which kind of key
 * @param character the character of a {@link Kind#CHARACTER}, as a code point; 0 for the others
 */
public record Key(Kind kind, int character) {
    /** The keys that mean something here. */
    public enum Kind {
        CHARACTER,
        ENTER,
        ESCAPE,
        TAB,
        BACKSPACE,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        /** Ctrl-C. */
        INTERRUPT,
        /** Ctrl-Z. */
        SUSPEND,
        /** Ctrl-L. */
        REDRAW,
        /** No key will ever be pressed again. */
        CLOSED,
        /** One that means nothing. */
        OTHER
    }

    /** A key of that kind. */
    public static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    /** The key of a character. */
    public static Key of(int character) {
        return new Key(Kind.CHARACTER, character);
    }

    /** Whether it is that character, whatever its case. */
    public boolean is(char letter) {
        return kind == Kind.CHARACTER && Character.toLowerCase(character) == letter;
    }
}
