package dev.runner;

import dev.runner.watch.Keyboard;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * The keyboard behind standard input. While it listens, the terminal is told to deliver each key at once; it is set right
 * again however the process ends, a kill by signal 9 excepted.
 */
final class TerminalKeyboard implements Keyboard {
    private final Console console;
    private final InputStream in;
    private final PrintStream out;

    TerminalKeyboard(Console console, InputStream in, PrintStream out) {
        this.console = console;
        this.in = in;
        this.out = out;
    }

    @Override
    public boolean attended() {
        return console.inputIsTerminal();
    }

    @Override
    public boolean confirm(String question) {
        if (!attended()) {
            return false;
        }
        out.print(question);
        out.flush();
        try {
            StringBuilder answer = new StringBuilder();
            int c = in.read();
            while (c >= 0 && c != '\n') {
                answer.append((char) c);
                c = in.read();
            }
            return answer.toString().strip().toLowerCase(Locale.ROOT).startsWith("y");
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public Listening listen(IntConsumer keys) {
        String saved = attended() ? console.stty("-g").strip() : "";
        Thread restore = new Thread(() -> restore(saved), "terminal-restore");
        if (!saved.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(restore);
            console.stty("-icanon", "-echo", "min", "1");
        }
        Thread reader = new Thread(() -> read(keys), "keyboard");
        reader.setDaemon(true);
        reader.start();
        return () -> restore(saved);
    }

    private void restore(String saved) {
        if (!saved.isEmpty()) {
            console.stty(saved);
        }
    }

    private void read(IntConsumer keys) {
        try {
            int key = in.read();
            while (key >= 0) {
                if (key != '\n' && key != '\r') {
                    keys.accept(key);
                }
                key = in.read();
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        keys.accept(-1);
    }
}
