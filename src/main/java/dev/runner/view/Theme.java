package dev.runner.view;

import dev.runner.toolchain.Ansi;

/**
 * How things look.
 *
 * @param colour whether colours and weights may be used
 * @param unicode whether characters beyond ASCII may be used for symbols; texts are shown as they are
 * @param links whether text may be a link (OSC 8), which some terminals show as noise
 */
public record Theme(boolean colour, boolean unicode, boolean links) {
    /** Nothing but ASCII. */
    public static final Theme PLAIN = new Theme(false, false);

    /** Without links. */
    public Theme(boolean colour, boolean unicode) {
        this(colour, unicode, false);
    }

    private static final String RESET = "\u001b[0m";
    private static final String LINK = "\u001b]8;;";
    private static final String ST = "\u001b\\";

    /** The line as text for the terminal, without a line end. */
    public String render(Line line) {
        StringBuilder text = new StringBuilder();
        for (Line.Span span : line.spans()) {
            String link = span.link();
            text.append(links && link != null ? LINK + link + ST + render(span) + LINK + ST : render(span));
        }
        return text.toString();
    }

    private String render(Line.Span span) {
        if (!colour) {
            return Ansi.strip(span.text());
        }
        if (span.style() == Style.COLOURED) {
            String text = Ansi.coloursOnly(span.text());
            // Its colours may run on over the end of the line.
            return text.indexOf('\u001b') < 0 ? text : text + RESET;
        }
        String text = Ansi.strip(span.text());
        String sgr = span.style().sgr();
        return sgr.isEmpty() ? text : "\u001b[" + sgr + "m" + text + RESET;
    }

    /** For what passed. */
    public String tick() {
        return unicode ? "✓" : "ok";
    }

    /** For what did not. */
    public String cross() {
        return unicode ? "✗" : "x";
    }

    /** Between facts on one line. */
    public String dot() {
        return unicode ? " · " : " - ";
    }

    /** Where something was left out. */
    public String ellipsis() {
        return unicode ? "…" : "...";
    }

    /** Between two texts side by side. */
    public String column() {
        return unicode ? " │ " : " | ";
    }

    /** Points at what comes next. */
    public String arrow() {
        return unicode ? "→" : "->";
    }

    /**
     * A bar that shows a part of a whole.
     *
     * @param width in columns, at least 4
     */
    public String bar(int part, int whole, int width) {
        int inner = Math.max(width - 2, 2);
        int filled = whole == 0 ? 0 : (int) ((long) inner * part / whole);
        return "[" + (unicode ? "█" : "#").repeat(filled) + (unicode ? "░" : "-").repeat(inner - filled) + "]";
    }
}
