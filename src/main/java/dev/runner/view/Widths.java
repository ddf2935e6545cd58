package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/** Display width: how many columns of a terminal a text takes, which is neither its bytes nor its characters. */
final class Widths {
    private Widths() {}

    /** The width of {@code text}, which holds no control sequences. */
    static int of(String text) {
        return text.codePoints().map(Widths::of).sum();
    }

    /** 0 for combining marks, 2 for wide East Asian characters and most emoji (Unicode TR 11), else 1. */
    static int of(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
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
            kept.add(new Line.Span(text, span.style()));
            left -= of(text);
            if (left <= 0) {
                break;
            }
        }
        return new Line(kept);
    }

    /** {@code text} broken at blanks into lines of at most {@code width} columns; indentation is kept. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> wrapLine(line, Math.max(width, 10), lines));
        return lines;
    }

    private static void wrapLine(String line, int width, List<String> lines) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        StringBuilder current = new StringBuilder(indent);
        boolean empty = true;
        for (String word : line.strip().split(" ", -1)) {
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
}
