package dev.runner;

import java.nio.file.Path;

/** Where the program starts. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] args) {
        String training = System.getProperty("runner.training", "");
        if (!training.isEmpty()) {
            Training.run(training.equals("short"));
            return;
        }
        System.exit(new App(Path.of("").toAbsolutePath()).run(args));
    }
}
