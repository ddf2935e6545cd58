package dev.runner;

import java.nio.file.Path;

/** Where the program starts. */
public final class Main {
    /** How long a thread that is left may keep a program that is done. */
    private static final long LAST_MILLIS = 100;

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        String training = System.getProperty("runner.training", "");
        if (!training.isEmpty()) {
            Training.run(training.equals("short"));
            end(0);
            return;
        }
        end(new App(Path.of("").toAbsolutePath()).run(args));
    }

    /** Since JDK 21 {@code System.exit} looks for a logger first: 5 ms, felt in a short command. */
    private static void end(int exitCode) {
        if (exitCode != 0) {
            System.exit(exitCode);
        }
        Thread last = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_MILLIS);
                    } catch (InterruptedException nobodyDoes) {
                        Thread.currentThread().interrupt();
                    }
                    System.exit(exitCode);
                },
                "exit");
        last.setDaemon(true);
        last.start();
    }
}
