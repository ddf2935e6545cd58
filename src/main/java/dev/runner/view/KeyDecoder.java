package dev.runner.view;

import java.io.IOException;

/** Tells the keys from the characters that a terminal sends for them (xterm's and the VT220's sequences). */
final class KeyDecoder {
    /** Where characters come from. */
    interface Source {
        /** The next character; -1 at the end. Waits for it. */
        int read() throws IOException;

        /** The next character if one is there within the time in which a terminal sends a sequence; else negative. */
        int readSoon() throws IOException;
    }

    private static final int ESC = 0x1b;
    private static final int DELETE = 0x7f;

    private final Source source;

    KeyDecoder(Source source) {
        this.source = source;
    }

    /** The next key; waits for it. */
    Key next() throws IOException {
        int c = source.read();
        return switch (c) {
            case -1 -> Key.of(Key.Kind.CLOSED);
            case 3 -> Key.of(Key.Kind.INTERRUPT);
            case 8, DELETE -> Key.of(Key.Kind.BACKSPACE);
            case '\t' -> Key.of(Key.Kind.TAB);
            case '\r', '\n' -> Key.of(Key.Kind.ENTER);
            case 12 -> Key.of(Key.Kind.REDRAW);
            case 26 -> Key.of(Key.Kind.SUSPEND);
            case ESC -> afterEscape();
            default -> c < ' ' ? Key.of(Key.Kind.OTHER) : Key.of(whole(c));
        };
    }

    private int whole(int c) throws IOException {
        if (Character.isHighSurrogate((char) c)) {
            int low = source.readSoon();
            return low < 0 ? c : Character.toCodePoint((char) c, (char) low);
        }
        return c;
    }

    private Key afterEscape() throws IOException {
        int c = source.readSoon();
        if (c < 0) {
            return Key.of(Key.Kind.ESCAPE);
        }
        if (c != '[' && c != 'O') {
            // Alt with a key.
            return Key.of(Key.Kind.OTHER);
        }
        StringBuilder parameters = new StringBuilder();
        int last = source.readSoon();
        while (last >= 0 && (last < '@' || last > '~')) {
            parameters.append((char) last);
            last = source.readSoon();
        }
        return Key.of(sequence(last, parameters.toString()));
    }

    private static Key.Kind sequence(int last, String parameters) {
        return switch (last) {
            case 'A' -> Key.Kind.UP;
            case 'B' -> Key.Kind.DOWN;
            case 'H' -> Key.Kind.HOME;
            case 'F' -> Key.Kind.END;
            case '~' ->
                switch (parameters) {
                    case "1", "7" -> Key.Kind.HOME;
                    case "4", "8" -> Key.Kind.END;
                    case "5" -> Key.Kind.PAGE_UP;
                    case "6" -> Key.Kind.PAGE_DOWN;
                    default -> Key.Kind.OTHER;
                };
            default -> Key.Kind.OTHER;
        };
    }
}
