package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compiles solutions of track 44 and runs them. */
final class FirecrackerPrograms {
    private static final Path SOLUTIONS = Path.of("solutions", "44_firecracker");

    private FirecrackerPrograms() {}

    /** The solution of that exercise, compiled into the directory. */
    static Path compiled(String name, Path build) throws Exception {
        Path source = SOLUTIONS.resolve(name + ".rs");
        assumeTrue(Files.exists(source), source + " is not there");
        Path program = build.resolve(name);
        List<String> command = List.of("rustc", "--edition", "2024", "-o", program.toString(), source.toString());
        assertThat(run(List.of(), command, build)).isEmpty();
        return program;
    }

    /** What a program prints on both streams; it must end well. Input goes through a file: nobody waits for the other. */
    static String run(List<String> lines, List<String> command, Path build) throws Exception {
        Path stdin = Files.write(Files.createTempFile(build, "input", ""), lines);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(stdin.toFile())
                .start();
        try {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            return out;
        } finally {
            process.destroyForcibly();
        }
    }
}
