package dev.runner.report;

/** Text for XML and HTML. */
final class Markup {
    private Markup() {}

    /**
     * As content or as an attribute's value in double quotes. What XML 1.0 (5th edition, production 2) forbids is left out,
     * lone surrogates too: no escape makes it legal.
     */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (isLegal(c)) {
                        escaped.appendCodePoint(c);
                    }
                }
            }
        });
        return escaped.toString();
    }

    /** As an attribute's value whose line ends and tabs a reader must not make blanks of. */
    static String attribute(String text) {
        return escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;");
    }

    private static boolean isLegal(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x1_0000 && c <= 0x10_FFFF;
    }
}
