package dev.runner.view;

import java.util.List;

/** The line that says which keys mean something. */
public final class Keys {
    /**
     * One of them.
     *
     * @param key the key
     * @param meaning what it does, one or two words
     * @param likely whether it is what the learner most likely wants now
     */
    public record Hint(String key, String meaning, boolean likely) {}

    private Keys() {}

    /** As many of them as fit, in order; the last one always. */
    public static Line line(Theme theme, int columns, List<Hint> hints) {
        Hint last = hints.get(hints.size() - 1);
        int left = columns - width(last);
        Line line = Line.EMPTY;
        for (Hint hint : hints.subList(0, hints.size() - 1)) {
            left -= width(hint) + Widths.of(theme.dot());
            if (left < 0) {
                break;
            }
            line = add(line, hint).and(theme.dot(), Style.FAINT);
        }
        return add(line, last);
    }

    private static int width(Hint hint) {
        return Widths.of(hint.key()) + 1 + Widths.of(hint.meaning());
    }

    private static Line add(Line line, Hint hint) {
        return line.and(hint.key(), Style.STRONG)
                .and(" ")
                .and(hint.meaning(), hint.likely() ? Style.SUCCESS : Style.PLAIN);
    }
}
