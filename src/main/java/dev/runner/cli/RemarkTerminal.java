package dev.runner.cli;

import dev.runner.view.Line;
import dev.runner.view.Terminal;
import dev.runner.view.Theme;

/** Writes results to where remarks go, because standard output belongs to a report that a program reads. */
final class RemarkTerminal implements Terminal {
    private final Terminal terminal;

    RemarkTerminal(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Theme theme() {
        return terminal.theme();
    }

    @Override
    public int columns() {
        return terminal.columns();
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void print(Line line) {
        terminal.remark(line);
    }

    @Override
    public void raw(String text) {
        text.lines().forEach(line -> terminal.remark(Line.of(line)));
    }

    @Override
    public void remark(Line line) {
        terminal.remark(line);
    }

    @Override
    public void clear() {
        // There is no screen.
    }

    @Override
    public void transientLine(Line line) {
        // Nobody is looking.
    }
}
