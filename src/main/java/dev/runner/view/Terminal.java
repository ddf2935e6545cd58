package dev.runner.view;

import java.util.List;

/** Where a command's output goes. Lines are written whole; safe for use by many threads. */
public interface Terminal {
    /** How things look there. */
    Theme theme();

    /** The width in columns; a usual one where nobody knows it. */
    int columns();

    /** Whether a person is looking at the output as it comes, and not a file or another program. */
    boolean interactive();

    /** Writes a line of the command's result. */
    void print(Line line);

    /** Writes lines of the command's result. */
    default void print(List<Line> lines) {
        lines.forEach(this::print);
    }

    /** Writes text as it is, such as JSON, to where results go. */
    void raw(String text);

    /** Writes a line about the command itself, such as an error, to where those go. */
    void remark(Line line);

    /** Begins a new screen where a person is looking; parts with a rule what was and what comes where nobody is. */
    void clear();

    /**
     * Shows a line that the next one of any kind replaces, such as progress; nothing where nobody is looking. An empty
     * line takes it away.
     */
    void transientLine(Line line);
}
