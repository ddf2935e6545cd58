package dev.runner.course;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark by which a rustlings v5 exercise says that it is pending: a line comment {@code // I AM NOT DONE}. The pattern
 * is rustlings' own; its white space is Unicode's and may run over line ends.
 */
public final class NotDoneMarker {
    private static final Pattern MARK = Pattern.compile(
            "^\\s*///?\\s*I\\s+AM\\s+NOT\\s+DONE",
            // UNIX_LINES: in the pattern's own language only a line feed ends a line.
            Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS);

    private NotDoneMarker() {}

    /** The line, from 1, on which the mark's comment begins; empty where there is none. */
    public static OptionalInt line(String source) {
        Matcher matcher = MARK.matcher(source);
        if (!matcher.find()) {
            return OptionalInt.empty();
        }
        int slashes = source.indexOf("//", matcher.start());
        return OptionalInt.of((int) source.substring(0, slashes)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1);
    }
}
