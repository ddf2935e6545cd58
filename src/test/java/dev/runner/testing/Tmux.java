package dev.runner.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real terminal: a tmux server of its own with one window, in which a command runs. */
public final class Tmux implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** All modes but the number of the line discipline, which the kernel keeps for itself whatever is set there. */
    private static final String MODES = "stty -a | sed 's/line = [0-9]*;//' ";

    private final String socket;

    private Tmux(String socket) {
        this.socket = socket;
    }

    /** Whether there is a tmux here. */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a shell command in a window of that size; what its exit code is, is written when it ends. */
    public static Tmux start(Path directory, int columns, int rows, String command) throws IOException {
        Tmux tmux = new Tmux("runner-test-" + ProcessHandle.current().pid() + "-" + System.nanoTime());
        tmux.call(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(rows),
                "-c",
                directory.toString(),
                MODES + ">before; " + command + "; code=$?; " + MODES
                        + ">after; echo \"exit code $code\"; exec sleep 1000");
        return tmux;
    }

    /** Types keys, as tmux names them. */
    public void type(String... keys) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("send-keys"));
        arguments.addAll(List.of(keys));
        call(arguments.toArray(String[]::new));
    }

    /** Makes the window another size. */
    public void resize(int columns, int rows) throws IOException {
        call("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
    }

    /** What is on the screen. */
    public String screen() throws IOException {
        return call("capture-pane", "-p");
    }

    /** Waits until the screen holds a text, and returns it; fails with the screen if it never does. */
    public String await(String text) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!screen.contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("\"" + text + "\" never came. The screen:\n" + screen);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(40));
            screen = screen();
        }
        return screen;
    }

    private String call(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        call("kill-server");
    }
}
