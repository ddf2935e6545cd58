package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code runner grade} with the real compiler. */
class GradeIT extends CliCase {
    private static final String RIGHT = ADDS.replace("a - b", "a + b");

    @BeforeEach
    void writeSubmissions() throws IOException {
        write("Cargo.toml", """
                bin = [
                  { name = "lamp1", path = "exercises/01_lamps/lamp1.rs" },
                  { name = "sum1", path = "exercises/02_sums/sum1.rs" },
                ]
                [package]
                name = "exercises"
                edition = "2024"
                """);
        handIn("ada", MENDED, RIGHT);
        handIn("grace", BROKEN, RIGHT);
        handIn("linus", MENDED, RIGHT.replace("assert_eq!(add(2, 1), 3)", "assert_eq!(add(2, 1), add(2, 1))"));
        handIn("zoe", MENDED, "fn main() { std::process::exit(0); }\n#[cfg(test)]\nmod tests { }\n");
        Files.createDirectory(machine.resolve("class/nobody"));
    }

    private void handIn(String who, String lamp, String sum) throws IOException {
        Path exercises = machine.resolve("class").resolve(who).resolve("exercises");
        Files.createDirectories(exercises.resolve("01_lamps"));
        Files.createDirectories(exercises.resolve("02_sums"));
        Files.writeString(exercises.resolve("01_lamps/lamp1.rs"), lamp);
        Files.writeString(exercises.resolve("02_sums/sum1.rs"), sum);
    }

    @Test
    void aClassIsGradedAndEachFileJudgedOnce() throws IOException {
        Invoked invoked = runnerIn(
                machine,
                "grade",
                "class",
                "--against",
                "course",
                "--output",
                "out",
                "--csv",
                "marks.csv",
                "--html",
                "m.html");
        assertThat(invoked.out().replaceAll(" +[0-9]+\\.[0-9] s", "")).isEqualTo("""
                Submission  Passed  Percent   Time  Remarks
                ada            2/2    100.0
                grace          1/2     50.0
                linus          1/2     50.0  1 tampered
                nobody           -        -      -  it holds no exercises
                zoe            1/2     50.0  1 tampered

                4 of 5 submissions graded, 1 not or not wholly
                """);
        assertThat(invoked.err()).contains("5 files judged, 3 the same as one of them");
        assertThat(invoked.code()).isEqualTo(1);
        assertThat(Files.readString(machine.resolve("out/linus.json")))
                .contains("test `two_and_one_are_three` was edited")
                .doesNotContain(machine.toString());
        assertThat(Files.readString(machine.resolve("marks.csv")))
                .containsPattern("\nlinus,graded,1,2,1,2,50.0,[0-9.]+,1 tampered,passed,tampered\r\n");
        assertThat(machine.resolve("out/ada.html")).isNotEmptyFile();
    }

    /** The packaged program: reports of another build of it would not be taken over. */
    private Process packaged() throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        Path.of("target", "runner.jar").toAbsolutePath().toString(),
                        "grade",
                        "class",
                        "--against",
                        "course",
                        "--jobs",
                        "1",
                        "--output",
                        "out"))
                .directory(machine.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    @Test
    void aKilledRunGoesOnWhereItWas() throws IOException, InterruptedException {
        Process process = packaged();
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String line = errors.readLine();
            while (line != null && !line.startsWith("[1/5] ada: 2/2")) {
                line = errors.readLine();
            }
            assertThat(line).isEqualTo("[1/5] ada: 2/2 passed");
        } finally {
            process.destroyForcibly().waitFor();
        }
        Process again = packaged();
        String errors = new String(again.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(again.waitFor()).isEqualTo(1);
        assertThat(errors).contains("[1/5] ada: 2/2 passed (graded before)").doesNotContain("5 files judged");
    }
}
