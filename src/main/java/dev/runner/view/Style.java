package dev.runner.view;

/** What a piece of text is, from which the {@link Theme} decides how it looks. */
public enum Style {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    SUCCESS("32"),
    FAILURE("31"),
    WARNING("33"),
    ACCENT("36"),
    HEADING("1;4"),
    /** Text that brings its own colours, such as rustc's. */
    COLOURED("");

    private final String sgr;

    Style(String sgr) {
        this.sgr = sgr;
    }

    /** The parameters of the "select graphic rendition" sequence (ECMA-48, 8.3.117), or nothing. */
    String sgr() {
        return sgr;
    }
}
