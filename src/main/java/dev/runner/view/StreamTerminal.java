package dev.runner.view;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/** A terminal, file or pipe behind two print streams. */
public final class StreamTerminal implements Terminal {
    private static final String CLEAR_LINE = "\r\u001b[K";
    /** A terminal that became narrower must not break the line: what went to a second one would stay there. */
    private static final String DONT_WRAP = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    private final PrintStream out;
    private final PrintStream err;
    private final Theme theme;
    private final boolean interactive;
    private final IntSupplier columns;
    private boolean transientShown;
    private boolean left;

    /**
     * @param out for results
     * @param err for remarks
     * @param interactive whether {@code out} is a terminal
     * @param columns its width, asked each time
     */
    public StreamTerminal(PrintStream out, PrintStream err, Theme theme, boolean interactive, IntSupplier columns) {
        this.out = out;
        this.err = err;
        this.theme = theme;
        this.interactive = interactive;
        this.columns = columns;
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public int columns() {
        return columns.getAsInt();
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    @Override
    public synchronized void print(Line line) {
        clearTransient();
        out.println(theme.render(line));
        out.flush();
    }

    @Override
    public synchronized void raw(String text) {
        clearTransient();
        out.print(text);
        out.flush();
    }

    @Override
    public synchronized void remark(Line line) {
        clearTransient();
        out.flush();
        err.println(theme.render(line));
        err.flush();
    }

    @Override
    public synchronized void transientLine(Line line) {
        if (!interactive || left) {
            return;
        }
        clearTransient();
        if (!line.spans().isEmpty()) {
            out.print(DONT_WRAP + theme.render(Widths.clip(line, columns() - 1)) + WRAP);
            transientShown = true;
        }
        out.flush();
    }

    @Override
    public synchronized void clear() {
        clearTransient();
        out.print(
                interactive
                        ? "\u001b[2J\u001b[3J\u001b[H"
                        : "-".repeat(Math.min(columns(), 40)) + System.lineSeparator());
        out.flush();
    }

    /** Takes a line that changes away for good, because the process ends and a prompt will stand there. */
    public synchronized void leave() {
        left = true;
        clearTransient();
        out.flush();
    }

    private void clearTransient() {
        if (transientShown) {
            out.print(CLEAR_LINE);
            transientShown = false;
        }
    }
}
