package dev.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What our standard streams are connected to. Java 17 can't say for each, so the launcher tells by properties, and without
 * a launcher we ask the system's {@code test}.
 */
final class Console {
    private static final int USUAL_COLUMNS = 80;
    private static final int LEAST_COLUMNS = 20;

    private final Map<String, String> environment;
    private final boolean input;
    private final boolean output;
    private int columns;

    Console(Map<String, String> environment) {
        this.environment = environment;
        this.input = isTerminal("runner.stdin", "0");
        this.output = isTerminal("runner.stdout", "1");
    }

    boolean inputIsTerminal() {
        return input;
    }

    boolean outputIsTerminal() {
        return output;
    }

    /** The terminal's width; asked once, because asking costs a process. */
    synchronized int columns() {
        if (columns == 0) {
            columns = Math.max(LEAST_COLUMNS, findColumns());
        }
        return columns;
    }

    private int findColumns() {
        int named = number(environment.getOrDefault("COLUMNS", ""));
        if (named > 0) {
            return named;
        }
        if (output) {
            // "rows columns"
            String[] size = stty("size").strip().split(" ", -1);
            int asked = size.length == 2 ? number(size[1]) : 0;
            if (asked > 0) {
                return asked;
            }
        }
        return USUAL_COLUMNS;
    }

    /** What {@code stty} says about the terminal; empty where there is none. */
    String stty(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("sh", "-c", "exec stty \"$@\" </dev/tty", "stty"));
        command.addAll(List.of(arguments));
        return ask(command);
    }

    private static boolean isTerminal(String property, String descriptor) {
        String told = System.getProperty(property);
        if (told != null) {
            return told.equals("terminal");
        }
        try {
            // Its exit code answers, so that all three streams can be ours.
            Process test =
                    new ProcessBuilder("test", "-t", descriptor).inheritIO().start();
            return test.waitFor(2, TimeUnit.SECONDS) && test.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return javaSaysSo();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * For systems without that program. Before Java 22 there is a console only where both streams are terminals; since then
     * there always is one, which can be asked.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean javaSaysSo() {
        java.io.Console console = System.console();
        try {
            return console != null
                    && Boolean.TRUE.equals(
                            java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }

    /** What a small program prints. */
    private static String ask(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            try (InputStream stream = process.getInputStream()) {
                String answer = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                return process.waitFor(2, TimeUnit.SECONDS) ? answer : "";
            }
        } catch (IOException noShell) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
