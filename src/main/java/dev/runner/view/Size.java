package dev.runner.view;

/**
 * How large a terminal is.
 *
 * @param columns its width, at least 1
 * @param rows its height, at least 1
 */
public record Size(int columns, int rows) {
    /** What terminals are taken for that don't say. */
    public static final Size USUAL = new Size(80, 24);

    public Size {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("a terminal has at least one column and one row");
        }
    }
}
