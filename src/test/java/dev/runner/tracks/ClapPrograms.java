package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Compiles solutions of track 33 and runs programs with what they print in files. */
final class ClapPrograms {
    private ClapPrograms() {}

    /** The solution of that exercise, compiled into the directory by rustc alone. */
    static Path compiled(String name, Path build) throws Exception {
        Path program = build.resolve(name);
        String source = "solutions/33_clap/" + name + ".rs";
        Run rustc = run(build, List.of("rustc", "--edition", "2024", "-o", program.toString(), source));
        assertThat(rustc).isEqualTo(new Run(0, "", ""));
        return program;
    }

    /** A program in the repository's root, without input. What cargo builds, it puts into the directory. */
    static Run run(Path build, List<String> command) throws Exception {
        return run(build, new ProcessBuilder(command));
    }

    static Run run(Path build, ProcessBuilder builder) throws Exception {
        Path out = Files.createTempFile(build, "out", "");
        Path err = Files.createTempFile(build, "err", "");
        Path in = Files.createTempFile(build, "in", "");
        builder.environment().put("CARGO_TARGET_DIR", build.toString());
        Process process = builder.redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS))
                    .as("%s", builder.command())
                    .isTrue();
            return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
            Files.delete(in);
        }
    }

    record Run(int exit, String out, String err) {
        /** The same, but of errors only the first line. */
        Run firstLineOfErrors() {
            return new Run(exit, out, err.lines().limit(1).collect(Collectors.joining()));
        }
    }
}
