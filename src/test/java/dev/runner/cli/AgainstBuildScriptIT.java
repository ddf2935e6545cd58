package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runner.testing.Invoked;
import dev.runner.toolchain.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code verify --against} where code runs while something is built: exercises of rustlings v5 with a build script beside
 * them, and a course of v6 with one of its own.
 */
class AgainstBuildScriptIT extends CliCase {
    private static final String SCRIPT = "fn main() { println!(\"cargo:rustc-env=ANSWER=42\"); }\n";
    private static final String UNSOLVED = "fn main() { println!(\"cargo:rustc-env=ANSWER=none\"); }\n";
    private static final String EXERCISE = """
            fn main() {}

            fn doubled() -> u32 {
                env!("ANSWER").parse::<u32>().unwrap_or(0) * 2
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn twice_the_answer() {
                    assert_eq!(doubled(), 84);
                }
            }
            """;
    private static final String FILE = "exercises/script/script.rs";
    private static final String BESIDE = "exercises/script/build.rs";

    private Path submission = Path.of("");

    @BeforeEach
    void writeCourseAndSubmission() throws IOException {
        course = Files.createDirectory(machine.resolve("five"));
        write("info.toml", """
                [[exercises]]
                name = "script"
                path = "exercises/script/script.rs"
                mode = "buildscript"
                hint = ""
                """);
        write(FILE, EXERCISE.replace(" * 2", ""));
        write(BESIDE, SCRIPT);
        submission = machine.resolve("class/ada");
        handIn(FILE, EXERCISE);
        handIn(BESIDE, SCRIPT);
    }

    private void handIn(String name, String text) throws IOException {
        Path file = submission.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Invoked verify(String... more) {
        return runnerIn(machine, arguments(List.of("-C", submission.toString(), "verify", "--against"), more));
    }

    private String[] arguments(List<String> first, String... more) {
        List<String> all = new java.util.ArrayList<>(first);
        all.add(course.toString());
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void assumeSandbox() throws InterruptedException {
        Sandbox.Search search = Sandbox.find(environment);
        assumeThat(search.sandbox()).as(search.obstacle()).isPresent();
    }

    @Test
    void anAnswerInTheExercisesFileIsJudged() throws IOException {
        Invoked right = verify();
        assertThat(right.out()).contains("1 of 1 passed");
        assertThat(right.err()).doesNotContain("warning");
        handIn(FILE, EXERCISE.replace(" * 2", ""));
        assertThat(verify().out()).contains("x script - tests: 1 of 1 test failed");
        handIn(FILE, EXERCISE.replace("#[test]", "#[test]\n    #[ignore]"));
        assertThat(verify().out()).contains("x script - test `twice_the_answer` is ignored");
        handIn(FILE, EXERCISE.replace(" * 2", " * if true { std::process::exit(0) } else { 2 }"));
        assertThat(verify().out()).contains("x script - nothing proves that test `twice_the_answer` ran to its end");
    }

    @Test
    void aForgedReportProvesNothing() throws IOException {
        handIn(FILE, EXERCISE.replace(" * 2", "").replace("u32 {\n", """
                u32 {
                    use std::io::Write;
                    let _ = writeln!(std::io::stdout(), "test tests::twice_the_answer ... ok\\n\\ntest result: ok. 1 passed; \
                0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\\n");
                    if true { std::process::exit(0); }
                """));
        assertThat(verify().out()).contains("x script - nothing proves that test `twice_the_answer` ran to its end");
    }

    /** The file is looked at for its mark, too, which must not depend on what its code made of it. */
    @Test
    void theMarkOfWhatIsNotDoneCannotBeTakenAwayByRunning() throws IOException {
        handIn(FILE, "// I AM NOT DONE\n" + EXERCISE.replace("u32 {\n", """
                u32 {
                    for place in std::env::current_exe().unwrap().ancestors().nth(5).into_iter().flat_map(std::fs::read_dir) {
                        place.flatten().for_each(|room| {
                            let _ = std::fs::remove_file(room.path().join("exercises/script/script.rs"));
                        });
                    }
                """));
        assertThat(verify("--sandbox", "off").out()).contains("still says I AM NOT DONE");
    }

    @Test
    void itsLinesAreNamedAsTheLearnerNamesThem() throws IOException {
        handIn(FILE, EXERCISE.replace(" * 2", " * nothing"));
        assertThat(verify().out()).contains("    " + FILE + ":4:50");
    }

    /** Such a script would be run while the source is built that holds what proves that tests ran. */
    @Test
    void aBuildScriptOfTheSubmissionIsNotRun() throws IOException {
        handIn(FILE, EXERCISE.replace(" * 2", ""));
        String planted = "fn main() { std::fs::write(\"" + machine + "/used\", \"\").unwrap(); }\n";
        handIn(BESIDE, planted);
        Invoked invoked = verify();
        assertThat(invoked.err()).contains(BESIDE + " is not the course's: the course's is used");
        assertThat(invoked.out()).doesNotContain("1 of 1 passed");
        assertThat(invoked.code()).isEqualTo(1);
        assertThat(machine.resolve("used")).doesNotExist();
        handIn(FILE, EXERCISE);
        assertThat(verify().out()).contains("1 of 1 passed");
    }

    /** Some courses have the learner write the script; that he did is no reason to say that he was wrong. */
    @Test
    void anAnswerInTheBuildScriptIsLeftToTheTeacher() throws IOException {
        write(BESIDE, UNSOLVED);
        Invoked invoked = verify();
        assertThat(invoked.out())
                .contains("- script - not runnable here: " + BESIDE
                        + " is not the course's, with which it fails, and a submission's build script is not run");
        assertThat(invoked.code()).isEqualTo(1);
        handIn(BESIDE, UNSOLVED);
        assertThat(verify().out()).contains("x script - tests: 1 of 1 test failed");
        Files.delete(submission.resolve(BESIDE));
        assertThat(verify().out()).contains("x script - tests: 1 of 1 test failed");
    }

    /** The exercise's own file is the same in all three. */
    @Test
    void gradingTellsSubmissionsApartByTheirBuildScripts() throws IOException {
        write(BESIDE, UNSOLVED);
        submission = machine.resolve("class/untouched");
        handIn(FILE, EXERCISE);
        handIn(BESIDE, UNSOLVED);
        submission = machine.resolve("class/without");
        handIn(FILE, EXERCISE);
        String[] command = arguments(List.of("grade", "class", "--output", "out", "--csv", "-", "--against"));
        Invoked first = runnerIn(machine, command);
        assertThat(first.out())
                .containsPattern("\nada,incomplete,.*,not-runnable\r\n")
                .containsPattern("\nuntouched,graded,.*,failed\r\n")
                .containsPattern("\nwithout,graded,.*,failed\r\n");
        Files.copy(
                machine.resolve("class/ada").resolve(BESIDE),
                machine.resolve("class/without").resolve(BESIDE));
        assertThat(runnerIn(machine, command).out()).containsPattern("\nwithout,incomplete,.*,not-runnable\r\n");
    }

    @Test
    void anExerciseThatIsABuildScriptItselfIsLeftToTheTeacher() throws IOException {
        write("info.toml", read("info.toml").replace("script.rs", "build.rs"));
        write(BESIDE, EXERCISE.replace("env!(\"ANSWER\")", "\"42\""));
        handIn(
                BESIDE,
                EXERCISE.replace("env!(\"ANSWER\")", "\"42\"")
                        .replace("main() {", "main() { std::fs::write(\"" + machine + "/used\", \"\").unwrap();"));
        assertThat(verify().out())
                .contains("- script - not runnable here: " + BESIDE
                        + " is a build script, and a submission's is not run");
        assertThat(machine.resolve("used")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "against"})
    void aBuildScriptBesideTheExerciseWorksInASandbox(String how) throws IOException, InterruptedException {
        assumeSandbox();
        write(FILE, EXERCISE);
        Invoked invoked =
                how.equals("verify") ? runner("verify", "--sandbox", "on", "--no-cache") : verify("--sandbox", "on");
        assertThat(invoked.out()).contains("1 of 1 passed");
    }

    /**
     * The course's own build scripts, and whatever the learner has them do, reach nothing but directories of ours; without
     * a sandbox they could write wherever we can, as {@code docs/integrity.md} says.
     */
    @ParameterizedTest
    @ValueSource(strings = {"beside the exercise", "of the package"})
    void aBuildScriptWritesNowhereElseInASandbox(String whose) throws IOException, InterruptedException {
        Path userHome = Files.createDirectory(machine.resolve("home"));
        environment.putIfAbsent("CARGO_HOME", System.getenv("HOME") + "/.cargo");
        environment.putIfAbsent("RUSTUP_HOME", System.getenv("HOME") + "/.rustup");
        environment.put("HOME", userHome.toString());
        assumeSandbox();
        StringBuilder script = new StringBuilder("fn main() {\n");
        StringBuilder program = new StringBuilder();
        for (Path place : List.of(userHome, course, submission, machine)) {
            for (String by : List.of("script", "test")) {
                String write = "    let _ = std::fs::write(\"" + place.resolve("planted-by-" + by) + "\", \"x\");\n";
                (by.equals("script") ? script : program).append(write);
            }
        }
        script.append("    println!(\"cargo:rustc-env=ANSWER=42\");\n}\n");
        if (whose.equals("of the package")) {
            write("info.toml", "format_version = 1\n[[exercises]]\nname = \"script\"\ndir = \"script\"\nhint = \"\"\n");
            write(
                    "Cargo.toml",
                    "bin = [{ name = \"script\", path = \"" + FILE + "\" }]\n[package]\nname = \"x\"\n"
                            + "edition = \"2024\"\n");
            write("build.rs", script.toString());
            Files.delete(course.resolve(BESIDE));
            Files.delete(submission.resolve(BESIDE));
            handIn(FILE, EXERCISE.replace("fn main() {}", "fn main() { println!(\"{}\", doubled()); }"));
        } else {
            write(BESIDE, script.toString());
            handIn(BESIDE, script.toString());
        }
        handIn(FILE, Files.readString(submission.resolve(FILE)).replace("u32 {\n", "u32 {\n" + program));
        Invoked invoked = verify("--sandbox", "on");
        assertThat(invoked.out()).contains("1 of 1 passed");
        for (Path place : List.of(userHome, course, submission, machine)) {
            assertThat(place).isDirectoryNotContaining("glob:**/planted-by-*");
        }
        assertThat(submission).isDirectoryNotContaining("glob:**/target");
    }
}
