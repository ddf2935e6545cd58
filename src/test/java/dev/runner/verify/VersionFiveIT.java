package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Courses;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A course of rustlings v5, judged by the real toolchain. Its Cargo.toml is another program's and says nothing. */
class VersionFiveIT {
    private static final String MARK = "// I AM NOT DONE\n";

    @TempDir
    private static Path directory;

    private static Courses course = Courses.in(Path.of(""));

    @BeforeAll
    static void writeTheCourse() {
        course = Courses.in(directory.resolve("course")).with("Cargo.toml", "[features]\nbroken = [\n");
        StringBuilder info = new StringBuilder();
        exercise(
                info, "compile_done", "compile", "fn main() { println!(\"hello\"); }\n#[test]\nfn t() { panic!(); }\n");
        exercise(info, "compile_marked", "compile", MARK + "fn main() {}\n");
        exercise(info, "compile_fails", "compile", MARK + "fn main() { let x: u8 = \"\"; }\n");
        exercise(info, "compile_panics", "compile", "fn main() { panic!(); }\n");
        exercise(info, "edition", "compile", "fn main() { let gen = 1; println!(\"{gen}\"); }\n");
        exercise(info, "test_done", "test", "fn main() { panic!(); }\n#[test]\nfn t() {}\n");
        exercise(info, "test_marked", "test", MARK + "#[test]\nfn t() {}\nfn main() {}\n");
        exercise(info, "test_fails", "test", MARK + "#[test]\nfn t() { panic!(); }\n");
        exercise(info, "test_without_main", "test", "#[test]\nfn t() {}\n");
        exercise(info, "clippy_done", "clippy", "fn main() { panic!(); }\n");
        exercise(info, "clippy_marked", "clippy", MARK + "fn main() {}\n");
        exercise(info, "clippy_warns", "clippy", "fn main() { let x = 1; }\n");
        exercise(info, "clippy_floats", "clippy", """
                fn main() {
                    let x = std::env::args().count() as f64;
                    println!("{}", x == 1.5);
                }
                """);
        String reads = "fn main() {}\n#[test]\nfn t() { assert_eq!(env!(\"ANSWER\"), \"42\"); }\n";
        exercise(info, "script_done", "buildscript", reads);
        exercise(info, "script_marked", "buildscript", reads + MARK);
        exercise(info, "script_fails", "buildscript", reads.replace("42", "41"));
        for (String name : new String[] {"script_done", "script_marked", "script_fails"}) {
            course.with("exercises/" + name + "/build.rs", "fn main() { println!(\"cargo:rustc-env=ANSWER=42\"); }\n");
        }
        course.with("info.toml", info.toString());
    }

    @AfterAll
    static void nothingIsBuiltInTheCourse() {
        assertThat(directory.resolve("course/target")).doesNotExist();
        assertThat(directory.resolve("course/exercises/script_done"))
                .isDirectoryNotContaining("glob:**Cargo*")
                .isDirectoryNotContaining("glob:**target");
    }

    private static void exercise(StringBuilder info, String name, String mode, String source) {
        String path = "exercises/" + name + "/" + name + ".rs";
        info.append("[[exercises]]\nname = \"")
                .append(name)
                .append("\"\npath = \"")
                .append(path);
        info.append("\"\nmode = \"").append(mode).append("\"\nhint = \"\"\n\n");
        course.with(path, source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compile_done      | passed",
                "compile_marked    | pending: everything passes, but line 1 still says I AM NOT DONE",
                "compile_fails     | BUILD: E0308: mismatched types",
                "compile_panics    | RUN: the program panicked (exit code 101)",
                "edition           | passed",
                "test_done         | passed: 1 test passed",
                "test_marked       | pending: everything passes, but line 1 still says I AM NOT DONE",
                "test_fails        | TEST: 1 of 1 test failed",
                "test_without_main | passed: 1 test passed",
                "clippy_done       | passed",
                "clippy_marked     | pending: everything passes, but line 1 still says I AM NOT DONE",
                "clippy_warns      | LINT: unused_variables: unused variable: `x`",
                "clippy_floats     | LINT: clippy::float_cmp: strict comparison of `f32` or `f64`",
                "script_done       | passed: 1 test passed",
                "script_marked     | pending: everything passes, but line 4 still says I AM NOT DONE",
                "script_fails      | TEST: 1 of 1 test failed",
            })
    void eachModeIsJudgedAsRustlingsDid(String name, String expected) throws InterruptedException {
        try (RealJudge judge = new RealJudge(course, directory.resolve("scratch"))) {
            assertThat(Described.briefly(judge.verdict(name))).isEqualTo(expected);
        }
    }

    @Test
    void theProgramsOutputIsKept() throws InterruptedException {
        try (RealJudge judge = new RealJudge(course, directory.resolve("scratch"))) {
            assertThat(judge.verdict("compile_done"))
                    .isInstanceOfSatisfying(
                            Verdict.Passed.class,
                            passed -> assertThat(passed.output().text()).isEqualTo("hello\n"));
        }
    }
}
