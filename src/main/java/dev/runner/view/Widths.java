package dev.runner.view;

import dev.runner.toolchain.Ansi;
import java.util.ArrayList;
import java.util.List;

/** Display width: how many columns of a terminal a text takes, which is neither its bytes nor its characters. */
final class Widths {
    private static final int SOFT_HYPHEN = 0xAD;

    private Widths() {}

    /** The width of {@code text}, which holds no control sequences. */
    static int of(String text) {
        int width = 0;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            width += of(codePoint);
            at += Character.charCount(codePoint);
        }
        return width;
    }

    /** 0 for combining marks, 2 for wide East Asian characters and most emoji (Unicode TR 11), else 1. */
    static int of(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint == SOFT_HYPHEN ? 0 : 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0x303E
                || c >= 0x3041 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }

    /** {@code text} filled up with blanks to {@code width} columns; as it is where it is wider. */
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The beginning of {@code text} that fits into {@code width} columns, with a mark where something is cut off. */
    static String clip(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        int[] codePoints = text.codePoints().toArray();
        for (int codePoint : codePoints) {
            used += of(codePoint);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(codePoint);
        }
        return width < 1 ? "" : kept.append('~').toString();
    }

    /** The beginning of {@code line} that fits. */
    static Line clip(Line line, int width) {
        List<Line.Span> kept = new ArrayList<>();
        int left = width;
        for (Line.Span span : line.spans()) {
            String text = clip(Ansi.strip(span.text()), left);
            kept.add(new Line.Span(text, span.style(), span.link()));
            left -= of(text);
            if (left <= 0) {
                break;
            }
        }
        return new Line(kept);
    }

    /** The line, cut off where it is wider than {@code width}; as it is, colours included, where it is not. */
    static Line fit(Line line, int width) {
        return of(line.text()) <= width ? line : clip(line, width);
    }

    /** {@code text} broken at blanks into lines of at most {@code width} columns; indentation is kept. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (of(line) <= width) {
                // Blanks inside, as in a table, stay as they are.
                lines.add(line);
            } else {
                wrapLine(line, Math.max(width, 10), lines);
            }
        }
        return lines;
    }

    private static void wrapLine(String line, int width, List<String> lines) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        StringBuilder current = new StringBuilder(indent);
        boolean empty = true;
        for (String word : pieces(line.strip(), Math.max(width - of(indent), 1))) {
            if (!empty && of(current.toString()) + 1 + of(word) > width) {
                lines.add(current.toString());
                current = new StringBuilder(indent);
                empty = true;
            }
            if (!empty) {
                current.append(' ');
            }
            current.append(word);
            empty = false;
        }
        lines.add(current.toString());
    }

    /** The words; one that is wider than a line, as in scripts without blanks, in pieces. */
    private static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            StringBuilder piece = new StringBuilder();
            int used = 0;
            for (int codePoint : word.codePoints().toArray()) {
                if (used + of(codePoint) > width && !piece.isEmpty()) {
                    pieces.add(piece.toString());
                    piece = new StringBuilder();
                    used = 0;
                }
                piece.appendCodePoint(codePoint);
                used += of(codePoint);
            }
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /** {@code line} broken at blanks into lines of at most {@code width} columns, each piece in its style. */
    static List<Line> wrap(Line line, int width) {
        List<Line> lines = new ArrayList<>();
        Line rest = line;
        while (of(rest.text()) > width) {
            String text = rest.text();
            int end = clip(text, width + 1).length() - 1;
            int blank = text.lastIndexOf(' ', end);
            int cut = blank > 0 ? blank : Math.max(end, 1);
            lines.add(slice(rest, 0, cut));
            rest = slice(rest, blank > 0 ? cut + 1 : cut, text.length());
        }
        lines.add(rest);
        return lines;
    }

    /** The part of a line between two places in its text. */
    private static Line slice(Line line, int from, int to) {
        Line part = Line.EMPTY;
        int at = 0;
        for (Line.Span span : line.spans()) {
            String text = Ansi.strip(span.text());
            int begin = Math.min(Math.max(from - at, 0), text.length());
            int end = Math.min(Math.max(to - at, 0), text.length());
            if (begin < end) {
                part = part.and(span.withText(text.substring(begin, end)));
            }
            at += text.length();
        }
        return part;
    }

    /** {@code line} in pieces of at most {@code width} columns, whatever the text; its colours go on in the next piece. */
    static List<Line> fold(Line line, int width) {
        String text = line.text();
        if (of(text) <= width && text.indexOf('\t') < 0) {
            return List.of(line);
        }
        Folding folding = new Folding(Math.max(width, 2));
        line.spans().forEach(folding::add);
        return folding.finished();
    }

    /** A line being folded. */
    private static final class Folding {
        private final int width;
        private final List<Line> lines = new ArrayList<>();
        private Line current = Line.EMPTY;
        private int used;

        Folding(int width) {
            this.width = width;
        }

        void add(Line.Span span) {
            StringBuilder piece = new StringBuilder();
            StringBuilder colours = new StringBuilder();
            String text = (span.style() == Style.COLOURED ? Ansi.coloursOnly(span.text()) : Ansi.strip(span.text()))
                    .replace("\t", "    ");
            int at = 0;
            while (at < text.length()) {
                int codePoint = text.codePointAt(at);
                int end = at + Character.charCount(codePoint);
                if (codePoint == 0x1b) {
                    end = text.indexOf('m', at) + 1;
                    colours.append(text, at, end);
                } else if (used + of(codePoint) > width) {
                    current = current.and(span.withText(piece.toString()));
                    lines.add(current);
                    current = Line.EMPTY;
                    piece = new StringBuilder(colours);
                    used = 0;
                }
                piece.append(text, at, end);
                used += codePoint == 0x1b ? 0 : of(codePoint);
                at = end;
            }
            current = current.and(span.withText(piece.toString()));
        }

        List<Line> finished() {
            lines.add(current);
            return lines;
        }
    }
}
