package dev.runner.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java machines beside the tests' own, to be ended in ways that a test can't end itself. */
public final class Jvms {
    private Jvms() {}

    /** Will run the main class of a test in a machine of its own, which carries the mark with all that it starts. */
    public static ProcessBuilder of(Class<?> main, Marked mark, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(mark.environment());
        return builder;
    }

    /** Sends it a signal, named as {@code kill} names it. */
    public static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
