package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code verify --against}: what lies beside the exercises of a submission counts for nothing. */
class AgainstIT extends CliCase {
    private static final String MANIFEST = """
            bin = [
              { name = "lamp1", path = "exercises/01_lamps/lamp1.rs" },
              { name = "sum1", path = "exercises/02_sums/sum1.rs" },
            ]
            [package]
            name = "exercises"
            edition = "2024"
            """;

    private Path submission = Path.of("");

    @BeforeEach
    void writeSubmission() throws IOException {
        write("Cargo.toml", MANIFEST);
        submission = machine.resolve("submission");
        copy("info.toml");
        copy("Cargo.toml");
        handIn("exercises/01_lamps/lamp1.rs", MENDED);
        handIn("exercises/02_sums/sum1.rs", ADDS.replace("a - b", "a + b"));
    }

    private void copy(String name) throws IOException {
        handIn(name, read(name));
    }

    private void handIn(String name, String text) throws IOException {
        Path file = submission.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Invoked verify(String... names) {
        String[] arguments = Stream.concat(
                        Stream.of("-C", submission.toString(), "verify", "--against", course.toString()),
                        Stream.of(names))
                .toArray(String[]::new);
        return runnerIn(machine, arguments);
    }

    @Test
    void whatIsRightPassesAndNothingIsWrittenIntoTheSubmission() throws IOException {
        Invoked invoked = verify();
        assertThat(invoked.err()).doesNotContain("warning");
        assertThat(invoked.out()).contains("2 of 2 passed");
        assertThat(invoked.code()).isZero();
        try (Stream<Path> files = Files.list(submission)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("info.toml", "Cargo.toml", "exercises");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "info.toml,           is not the course's: the course's is used",
        "Cargo.toml,          is not the course's: the course's is used",
        "build.rs,            is not part of the course: it is not used",
        "clippy.toml,         is not part of the course: it is not used",
        "rust-toolchain.toml, is not part of the course: it is not used",
        ".cargo/config.toml,  is not part of the course: it is not used",
        "src/lib.rs,          is not part of the course: it is not used"
    })
    void aPlantedFileIsNamedAndNotUsed(String name, String remark) throws IOException {
        handIn("exercises/02_sums/sum1.rs", ADDS);
        handIn(name, "] this is no file [\u0000");
        Invoked invoked = verify("sum1");
        assertThat(invoked.err()).contains(name + " " + remark);
        assertThat(invoked.out()).contains("x sum1 - tests: 1 of 1 test failed");
        assertThat(invoked.code()).isEqualTo(1);
    }

    @Test
    void aProceduralMacroOfTheSubmissionsIsNotBuilt() throws IOException {
        handIn("macros/Cargo.toml", "package.name = \"macros\"\npackage.edition = \"2024\"\nlib.proc-macro = true\n");
        handIn(
                "macros/src/lib.rs",
                "extern crate proc_macro;\n#[proc_macro]\n"
                        + "pub fn right(_: proc_macro::TokenStream) -> proc_macro::TokenStream {\n    std::fs::write(\""
                        + machine + "/used\", \"\").unwrap();\n    \"3\".parse().unwrap()\n}\n");
        handIn("Cargo.toml", MANIFEST + "[dependencies]\nmacros = { path = \"macros\" }\n");
        handIn("exercises/02_sums/sum1.rs", ADDS.replace("a - b", "if a == 2 { macros::right!() } else { b }"));
        Invoked invoked = verify("sum1");
        assertThat(invoked.err()).contains("Cargo.toml is not the course's: the course's is used");
        assertThat(invoked.out()).contains("x sum1 - does not compile: ").contains("`macros`");
        assertThat(machine.resolve("used")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#![crate_type = \"proc-macro\"] | line 1: `#![crate_type = \"proc-macro\"]` changes the ground",
                "extern crate proc_macro; #[proc_macro] pub fn m(t: proc_macro::TokenStream) -> proc_macro::TokenStream"
                        + " { t } | only usable with crates of the `proc-macro` crate type",
            })
    void anExerciseIsNoProceduralMacro(String line, String reason) throws IOException {
        handIn("exercises/02_sums/sum1.rs", line + "\n" + ADDS.replace("a - b", "a + b"));
        assertThat(verify("sum1").out()).contains(reason).contains("0 of 1 passed");
    }

    @Test
    void aPlantedStateDoesNotPassWhatIsWrong() throws IOException {
        handIn("exercises/02_sums/sum1.rs", ADDS);
        handIn(".runner/progress.json", "{\"version\":1,\"done\":[\"sum1\"],\"current\":\"sum1\"}");
        handIn(".runner/course.bin", "not a course");
        handIn(".runner/bundled-course", "");
        handIn(".rustlings-state.txt", "DON'T EDIT THIS FILE!\n\nsum1\n\nsum1\n");
        handIn("target/debug/sum1", "#!/bin/sh\nexit 0\n");
        assertThat(verify("sum1").out()).contains("x sum1 - tests: 1 of 1 test failed");
    }

    /** The same as with {@code grade}: what the learner's own progress says is a price for the honest, and that is said. */
    @Test
    void hintsAreThoseThatTheSubmissionsOwnProgressLists() throws IOException {
        handIn(".runner/progress.json", "{\"version\":1,\"exercises\":{\"sum1\":{\"hints\":[1,2]}}}");
        Invoked priced = verify("--hint-cost", "25%");
        assertThat(priced.out()).contains("2 of 2 passed").endsWith("1.5 of 2 points\n");
        assertThat(priced.err())
                .contains(
                        "warning: hints are counted as .runner/progress.json of what was handed in lists them, and the"
                                + " learner can change that");
        Invoked free = verify();
        assertThat(free.out()).doesNotContain("points");
        assertThat(free.err()).doesNotContain("hints are counted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "[[[[[[",
                "{\"version\":1,\"exercises\":{\"sum1\":{\"hints\":[1e99,-1,99999999999]}}}",
                "{\"version\":1,\"exercises\":{\"sum1\":{\"hints\":\"all\"}}}",
            })
    void aProgressThatIsNoneHurtsNobody(String text) throws IOException {
        handIn(".runner/progress.json", text.startsWith("[") ? text.repeat(100_000) : text);
        assertThat(verify("--hint-cost", "25%").out()).contains("2 of 2 passed").endsWith("2 of 2 points\n");
    }

    @Test
    void aCourseThatWasMadeEasierCountsForNothing() throws IOException {
        handIn("exercises/02_sums/sum1.rs", ADDS);
        handIn("info.toml", read("info.toml").replace("name = \"sum1\"", "name = \"sum1\"\ntest = false"));
        assertThat(verify("sum1").code()).isEqualTo(1);
    }

    @Test
    void aSubmissionNeedsNothingButItsExercises() throws IOException {
        Files.delete(submission.resolve("info.toml"));
        Files.delete(submission.resolve("Cargo.toml"));
        assertThat(verify().code()).isZero();
    }

    @Test
    void aLinkInPlaceOfAnExerciseIsNotFollowed() throws IOException {
        write("answers/lamp1.rs", MENDED);
        Path file = submission.resolve("exercises/01_lamps/lamp1.rs");
        Files.delete(file);
        Files.createSymbolicLink(file, course.resolve("answers/lamp1.rs"));
        assertThat(verify("lamp1").out()).contains("lamp1.rs is a symbolic link, not a file");
    }

    @Test
    void neitherIsOneInPlaceOfItsDirectory() throws IOException {
        Path directory = submission.resolve("exercises/01_lamps");
        Files.move(directory, machine.resolve("elsewhere"));
        Files.createSymbolicLink(directory, machine.resolve("elsewhere"));
        assertThat(verify("lamp1").out()).contains("01_lamps is a symbolic link, not a file");
    }

    @Test
    void aMissingExerciseHurtsNoOther() throws IOException {
        Files.delete(submission.resolve("exercises/01_lamps/lamp1.rs"));
        Invoked invoked = verify();
        assertThat(invoked.out())
                .contains("lamp1 - does not compile: exercises/01_lamps/lamp1.rs is missing")
                .contains("1 of 2 passed");
    }

    @Test
    void aDirectoryInItsPlaceIsNoFile() throws IOException {
        Path file = submission.resolve("exercises/01_lamps/lamp1.rs");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(verify("lamp1").out()).contains("lamp1.rs is not a file");
    }

    @Test
    void theEnvironmentIsNotTheLearners() throws IOException {
        environment.put("RUNNER_TEST_TOKEN", "secret");
        environment.put("RUSTFLAGS", "--cfg planted");
        handIn("exercises/01_lamps/lamp1.rs", """
                fn main() {
                    let vars: Vec<String> = std::env::vars().map(|(name, _)| name).collect();
                    assert!(!vars.iter().any(|name| name.contains("TOKEN") || name.contains("FLAGS")), "{vars:?}");
                }
                """);
        assertThat(verify("lamp1").code()).isZero();
    }

    /** It sees the course's own files and no other exercise of the submission. */
    @Test
    void aProgramStartsInADirectoryOfOurs() throws IOException {
        handIn("exercises/01_lamps/lamp1.rs", """
                fn main() {
                    assert!(std::path::Path::new("info.toml").exists());
                    assert!(!std::path::Path::new("exercises/02_sums").exists());
                    assert!(!std::path::Path::new("solutions").exists());
                }
                """);
        assertThat(verify("lamp1").out()).contains("1 of 1 passed");
    }

    @Test
    void diagnosticsNameTheLearnersOwnLines() throws IOException {
        handIn("exercises/02_sums/sum1.rs", ADDS.replace("a - b", "a + nothing"));
        assertThat(verify("sum1").out()).contains("exercises/02_sums/sum1.rs:3:9");
    }

    @Test
    void thereMustBeACourse() {
        Invoked invoked = runner("verify", "--against", "nowhere");
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(invoked.err()).contains("there is no course in").contains("--against bundled");
    }

    @Test
    void aWorkspaceOfTheBundledCourseIsComparedWithIt() throws IOException {
        Path workspace = machine.resolve("mine");
        assertThat(runnerIn(machine, "init", workspace.toString()).code()).isZero();
        Path file = workspace.resolve("exercises/02_functions/functions4.rs");
        String solved = Files.readString(workspace.resolve("solutions/02_functions/functions4.rs"));
        Files.writeString(file, solved);
        assertThat(runnerIn(workspace, "run", "functions4").code()).isZero();
        Files.writeString(file, solved.replaceFirst("#\\[test\\]", "#[test]\n    #[ignore]"));
        Invoked ignored = runnerIn(workspace, "run", "functions4");
        assertThat(ignored.out()).contains("is ignored");
        assertThat(ignored.code()).isEqualTo(1);
        assertThat(runnerIn(workspace, "verify", "functions4", "functions5").out())
                .contains("x functions4 - test `")
                .contains("is ignored");
        assertThat(runnerIn(machine, "-C", workspace.toString(), "verify", "--against", "bundled", "functions4")
                        .out())
                .contains("is ignored");
    }

    /** A newer runner's course may have other tests than the one that made the workspace. */
    @Test
    void theTestsOfTheVersionThatMadeTheWorkspaceAreRightToo() throws IOException {
        Path workspace = machine.resolve("mine");
        assertThat(runnerIn(machine, "init", workspace.toString()).code()).isZero();
        Path record = workspace.resolve(".runner/tests");
        Path file = workspace.resolve("exercises/02_functions/functions4.rs");
        String solved = Files.readString(workspace.resolve("solutions/02_functions/functions4.rs"));
        String older = solved.replaceFirst("#\\[test\\]\\s*fn (\\w+)", "#[test]\n    fn once_$1");
        Files.writeString(file, older);
        assertThat(runnerIn(workspace, "run", "functions4").code()).isEqualTo(1);
        StringBuilder lines = new StringBuilder("1.0.0\n");
        dev.runner.integrity.CourseText.fingerprints(older)
                .forEach(hash -> lines.append("functions4 ").append(hash).append('\n'));
        Files.writeString(record, lines);
        assertThat(runnerIn(workspace, "run", "functions4").code()).isZero();
    }
}
