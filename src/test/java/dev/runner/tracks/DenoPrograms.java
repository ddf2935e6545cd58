package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiles solutions of track 41 and runs them. */
final class DenoPrograms {
    private static final Path SOLUTIONS = Path.of("solutions", "41_deno");

    /** How a program ended. Both texts are without the line break at their end. */
    record Ended(int status, String out, String err) {}

    private DenoPrograms() {}

    /** The solution of that exercise, compiled into the directory. */
    static Path compiled(String name, Path build) throws Exception {
        Path source = SOLUTIONS.resolve(name + ".rs");
        assumeTrue(Files.exists(source), source + " is not there");
        Path program = build.resolve(name);
        Process rustc = new ProcessBuilder("rustc", "--edition", "2024", "-o", program.toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(text(rustc)).isEmpty();
        assertThat(rustc.waitFor()).isZero();
        return program;
    }

    /** Starts a program in a directory, with these variables besides those that are there already. */
    static Process started(Path directory, Map<String, String> variables, Path program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(directory.resolve("stderr").toFile());
        builder.environment().putAll(variables);
        return builder.start();
    }

    /** Waits for the end of a program that was started in that directory. */
    static Ended ended(Path directory, Process process) throws Exception {
        try {
            String out = text(process).stripTrailing();
            int status = process.waitFor();
            return new Ended(
                    status, out, Files.readString(directory.resolve("stderr")).stripTrailing());
        } finally {
            process.destroyForcibly();
        }
    }

    static Ended run(Path directory, Path program, List<String> arguments) throws Exception {
        return ended(directory, started(directory, Map.of(), program, arguments));
    }

    private static String text(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
