package dev.runner.view;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/**
 * The real terminal, through JLine: it sets the terminal to deliver keys one by one and tells the size; what is shown is
 * ours. The terminal is set right again however the process ends, a kill by signal 9 excepted.
 */
public final class JLineScreen implements FullScreen {
    /** A terminal sends the rest of a key's sequence at once; a person does not type so fast. */
    private static final long SEQUENCE_NANOS = 40_000_000;

    /** The alternate screen, no cursor, and the wheel as arrow keys (xterm's control sequences). */
    private static final String ENTER = "\u001b[?1049h\u001b[?1007h\u001b[?25l";

    private static final String LEAVE = "\u001b[?25h\u001b[?1007l\u001b[?1049l";

    /**
     * A terminal that can do nothing, since JLine is to write nothing. Of one whose name could be a terminal's JLine asks
     * {@code infocmp}.
     */
    private static final String KEYS_ONLY = "keys only";

    private final org.jline.terminal.Terminal terminal;
    private final Attributes original;
    private final Theme theme;
    private final FrameWriter writer;
    private final Thread restore = new Thread(this::sayFarewell, "terminal-restore");
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Runnable changed;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private JLineScreen(org.jline.terminal.Terminal terminal, Theme theme, Runnable changed) {
        this.terminal = terminal;
        this.original = terminal.getAttributes();
        this.theme = theme;
        this.writer = new FrameWriter(theme);
        this.changed = changed;
    }

    private static org.jline.terminal.Terminal terminal() {
        InfoCmp.setDefaultInfoCmp(KEYS_ONLY, "");
        try {
            return terminal(false);
        } catch (IOException | IOError | IllegalStateException noNativeLibrary) {
            try {
                return terminal(true);
            } catch (IOException | IOError fault) {
                throw new IllegalStateException("the terminal can't be used: " + fault.getMessage(), fault);
            }
        }
    }

    /** @param byPrograms whether {@code test} and {@code stty} may be started, which takes 30 ms */
    private static org.jline.terminal.Terminal terminal(boolean byPrograms) throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .dumb(false)
                .exec(byPrograms)
                .type(KEYS_ONLY)
                // Asking the terminal what it can do may take a quarter of a second, and we need none of it.
                .graphemeCluster(false)
                .build();
    }

    /** Takes over the terminal of this process. */
    public static final class SystemOpener implements FullScreen.Opener {
        private final boolean possible;
        private final Supplier<Theme> theme;
        private @Nullable CompletableFuture<org.jline.terminal.Terminal> prepared;

        /**
         * @param possible whether there is a terminal that can be taken over
         * @param theme how things will look there
         */
        public SystemOpener(boolean possible, Supplier<Theme> theme) {
            this.possible = possible;
            this.theme = theme;
        }

        @Override
        public boolean possible() {
            return possible;
        }

        @Override
        public void prepare() {
            if (prepared == null) {
                prepared = CompletableFuture.supplyAsync(JLineScreen::terminal);
            }
        }

        @Override
        public FullScreen open(Consumer<Key> keys, Runnable changed) {
            CompletableFuture<org.jline.terminal.Terminal> terminal = prepared;
            JLineScreen screen =
                    new JLineScreen(terminal == null ? JLineScreen.terminal() : terminal.join(), theme.get(), changed);
            screen.start(keys);
            return screen;
        }
    }

    private void start(Consumer<Key> keys) {
        Runtime.getRuntime().addShutdownHook(restore);
        terminal.handle(Signal.WINCH, signal -> redraw());
        enter();
        Thread reader = new Thread(() -> read(keys), "keyboard");
        reader.setDaemon(true);
        reader.start();
    }

    private void redraw() {
        synchronized (writer) {
            writer.forget();
        }
        changed.run();
    }

    private synchronized void enter() {
        if (taken.compareAndSet(false, true)) {
            terminal.enterRawMode();
            Attributes keysOnly = terminal.getAttributes();
            // Ctrl-C and Ctrl-Z come as keys: the terminal has to be set right before they take effect.
            keysOnly.setLocalFlag(Attributes.LocalFlag.ISIG, false);
            terminal.setAttributes(keysOnly);
            synchronized (writer) {
                writer.forget();
            }
            send(ENTER);
        }
    }

    private synchronized void leave() {
        if (sayFarewell()) {
            terminal.setAttributes(original);
        }
    }

    /** At the process's end JLine sets the modes right by itself, at the same time. */
    private boolean sayFarewell() {
        boolean ours = taken.compareAndSet(true, false);
        if (ours) {
            send(LEAVE);
        }
        return ours;
    }

    /** Reads past JLine, whose own reader keeps the terminal from being closed while it waits for a key. */
    private void read(Consumer<Key> keys) {
        KeyDecoder decoder = new KeyDecoder(new StreamSource(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)));
        try {
            Key key = decoder.next();
            while (key.kind() != Key.Kind.CLOSED) {
                if (taken.get()) {
                    keys.accept(key);
                }
                key = decoder.next();
            }
        } catch (IOException gone) {
            // The same as the end.
        }
        keys.accept(Key.of(Key.Kind.CLOSED));
    }

    @Override
    public Theme theme() {
        return theme;
    }

    @Override
    public Size size() {
        org.jline.terminal.Size size = terminal.getSize();
        return size.getColumns() < 1 || size.getRows() < 1 ? Size.USUAL : new Size(size.getColumns(), size.getRows());
    }

    @Override
    public void show(Frame frame) {
        if (!taken.get()) {
            return;
        }
        String update;
        synchronized (writer) {
            update = writer.update(frame);
        }
        send(update);
    }

    @Override
    public void lend(Runnable work) {
        leave();
        try {
            work.run();
        } finally {
            enter();
            changed.run();
        }
    }

    @Override
    public void suspend() {
        lend(JLineScreen::stopThisProcess);
    }

    private static void stopThisProcess() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-STOP",
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            // Then there is no stopping here, as on Windows.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Past JLine, which closes its own writer when the process is ended, perhaps before our last word. */
    private void send(String text) {
        if (!text.isEmpty()) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                // The keyboard's end follows.
            }
        }
    }

    /** Keys from a stream. */
    private record StreamSource(Reader reader) implements KeyDecoder.Source {
        @Override
        public int read() throws IOException {
            return reader.read();
        }

        @Override
        public int readSoon() throws IOException {
            long end = System.nanoTime() + SEQUENCE_NANOS;
            while (!reader.ready()) {
                if (System.nanoTime() >= end) {
                    return -1;
                }
                LockSupport.parkNanos(SEQUENCE_NANOS / 8);
            }
            return reader.read();
        }
    }

    @Override
    public void close() {
        leave();
        try {
            terminal.close();
        } catch (IOException unimportant) {
            // The terminal is as it was.
        }
    }
}
