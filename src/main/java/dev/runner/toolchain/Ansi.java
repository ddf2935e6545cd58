package dev.runner.toolchain;

/** Text that holds terminal control sequences (ECMA-48): the learner's programs and the compilers write such. */
public final class Ansi {
    private static final char ESC = '\u001b';
    private static final char BEL = '\u0007';

    private Ansi() {}

    /** The text without control sequences and control characters; tabs and line ends stay. */
    public static String strip(String text) {
        return filter(text, false);
    }

    /**
     * The text with colours, but with nothing that could move the cursor, clear the screen or talk to the terminal: it
     * comes from programs that nobody trusts.
     */
    public static String coloursOnly(String text) {
        return filter(text, true);
    }

    private static String filter(String text, boolean keepColours) {
        if (text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\t')) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ESC) {
                int end = endOfSequence(text, at);
                if (keepColours && isColour(text, at, end)) {
                    kept.append(text, at, end);
                }
                at = end;
            } else {
                if (!Character.isISOControl(c) || c == '\t' || c == '\n') {
                    kept.append(c);
                }
                at++;
            }
        }
        return kept.toString();
    }

    private static boolean isColour(String text, int start, int end) {
        return end - start >= 3 && text.charAt(start + 1) == '[' && text.charAt(end - 1) == 'm';
    }

    /** The index after the sequence that begins at {@code start}; the end of the text where it is not complete. */
    private static int endOfSequence(String text, int start) {
        if (start + 1 >= text.length()) {
            return text.length();
        }
        return switch (text.charAt(start + 1)) {
            case '[' -> endOfControl(text, start + 2);
            case ']', 'P', 'X', '^', '_' -> endOfString(text, start + 2);
            case '(', ')', '*', '+', '#', '%' -> Math.min(start + 3, text.length());
            default -> start + 2;
        };
    }

    /** A control sequence ends with the first character from {@code @} to {@code ~}. */
    private static int endOfControl(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= '@' && c <= '~') {
                return at + 1;
            }
            if (c < ' ') {
                return at;
            }
        }
        return text.length();
    }

    /** A control string ends with BEL or ESC \. */
    private static int endOfString(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == BEL) {
                return at + 1;
            }
            if (text.charAt(at) == ESC) {
                return Math.min(at + 2, text.length());
            }
            if (text.charAt(at) == '\n') {
                return at;
            }
        }
        return text.length();
    }
}
