package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import dev.runner.testing.Courses;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.LocalToolchain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Courses of rustlings v6 whose Cargo.toml, or the lack of one, decides how they are judged; with the real toolchain. */
class CargoCoursesIT {
    private static final String INFO = """
            format_version = 1
            [[exercises]]
            name = "a"
            test = false
            hint = ""
            [[exercises]]
            name = "b"
            hint = ""
            """;
    private static final String MANIFEST = """
            bin = [
              { name = "a", path = "exercises/a.rs" },
              { name = "b", path = "exercises/b.rs" },
            ]
            [package]
            name = "my-course"
            edition = "2021"
            """;
    private static final String PANICS = """
            fn main() {
                let caught = std::panic::catch_unwind(|| panic!("boo")).is_err();
                println!("{caught}");
            }

            #[test]
            #[should_panic]
            fn tests_unwind() {
                panic!();
            }
            """;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,passed: 1 test passed", "abort,RUN: the program was ended by signal 6"})
    void panicsAbortProgramsAndNeverTests(@Nullable String panic, String expected) throws InterruptedException {
        String profile = panic == null ? "" : "[profile.dev]\npanic = \"" + panic + "\"\n";
        Courses course = course().with("Cargo.toml", MANIFEST + profile).with("exercises/b.rs", PANICS);
        try (RealJudge judge = judge(course)) {
            assertThat(judge.plan("b").viaCargo()).isNull();
            assertThat(Described.briefly(judge.verdict("b"))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"2021,passed", "2024,'BUILD: expected identifier, found reserved keyword `gen`'"})
    void theEditionIsCargoTomls(String edition, String expected) throws InterruptedException {
        Courses course = course().with("Cargo.toml", MANIFEST.replace("2021", edition))
                .with("exercises/a.rs", "fn main() {\n    let gen = 1;\n    println!(\"{gen}\");\n}\n");
        try (RealJudge judge = judge(course)) {
            assertThat(Described.briefly(judge.verdict("a"))).isEqualTo(expected);
        }
    }

    @Test
    void aLibraryOfTheCoursesOwnIsThereForCargo() throws InterruptedException {
        Courses course = course().with("Cargo.toml", MANIFEST)
                .with("src/lib.rs", "pub fn answer() -> i32 { 42 }\n")
                .with("exercises/a.rs", "fn main() { println!(\"{}\", my_course::answer()); }\n")
                .with("exercises/b.rs", """
                        fn main() {}
                        #[test]
                        fn t() { assert_eq!(my_course::answer(), 41); }
                        """);
        try (RealJudge judge = judge(course)) {
            assertThat(judge.plan("a").viaCargo()).isEqualTo("the course has a src/lib.rs");
            assertThat(Described.wholly(judge.verdict("a"))).isEqualTo("passed\n42\n");
            assertThat(Described.briefly(judge.verdict("b"))).isEqualTo("TEST: 1 of 1 test failed");
        }
    }

    @Test
    void whoReadsCargosVariablesGetsThem() throws InterruptedException {
        Courses course = course().with("Cargo.toml", MANIFEST)
                .with("exercises/a.rs", "fn main() { println!(\"{}\", env!(\"CARGO_BIN_NAME\")); }\n");
        try (RealJudge judge = judge(course)) {
            assertThat(judge.plan("a").viaCargo()).isEqualTo("it reads cargo's variables");
            assertThat(Described.wholly(judge.verdict("a"))).isEqualTo("passed\na\n");
            assertThat(judge.plan("b").viaCargo()).isNull();
        }
    }

    @Test
    void whatCargoTomlDoesNotListCargoRefuses() throws InterruptedException {
        Courses course = course().with("Cargo.toml", MANIFEST.replace("\"a\"", "\"c\""));
        try (RealJudge judge = judge(course)) {
            assertThat(Described.briefly(judge.verdict("a"))).startsWith("BUILD: error: no bin target named `a`");
        }
    }

    @Test
    void withoutACargoTomlRustlingsOwnRulesHold() throws InterruptedException {
        Courses course = course().with(
                        "exercises/a.rs", "fn unused() {}\nfn main() { if std::env::args().count() > 9 { todo!() } }\n")
                .with("exercises/b.rs", PANICS);
        try (RealJudge judge = judge(course)) {
            assertThat(Described.briefly(judge.verdict("a")))
                    .isEqualTo("LINT: clippy::todo: `todo` should not be present in production code");
            assertThat(Described.briefly(judge.verdict("b"))).isEqualTo("RUN: the program was ended by signal 6");
        }
    }

    @Test
    void aFileThatIsMissingHurtsOnlyItsOwnExercise() throws InterruptedException {
        Courses course = Courses.in(directory.resolve("course"))
                .with("info.toml", INFO)
                .with("exercises/b.rs", "fn main() {}\n#[test]\nfn t() {}\n");
        try (RealJudge judge = judge(course)) {
            assertThat(Described.briefly(judge.verdict("a"))).startsWith("BUILD: couldn't read `exercises");
            assertThat(Described.briefly(judge.verdict("b"))).isEqualTo("passed: 1 test passed");
        }
    }

    /** From the course's own directory, because tests use no network; a registry's crates take the same way. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void cratesAreBuiltByCargoAndHandedToRustc(boolean panicAbort) throws InterruptedException {
        Courses course = course().with(
                        "Cargo.toml", MANIFEST + (panicAbort ? "[profile.dev]\npanic = \"abort\"\n" : "") + """
                        [dependencies]
                        greet-er = { path = "greeter" }
                        """)
                .with("greeter/Cargo.toml", "[package]\nname = \"greet-er\"\nversion = \"1.0.0\"\nedition = \"2021\"\n")
                .with("greeter/src/lib.rs", "pub fn greet() -> &'static str { \"hello\" }\n")
                .with("exercises/a.rs", "fn main() { broken }\n")
                .with("exercises/b.rs", """
                        fn main() { println!("{}", greet_er::greet()); }
                        #[test]
                        fn t() { assert_eq!(greet_er::greet(), "hello"); }
                        """);
        Manifest manifest =
                new Manifest(true, "my-course", "2021", Lints.NONE, panicAbort, Set.of("greet_er"), Map.of(), null);
        LocalToolchain toolchain = LocalToolchain.locate(course.workspace().root(), System.getenv());
        try (Scratch scratch = new Scratch(List.of(directory.resolve("scratch")))) {
            Judge judge = Judges.forMany(toolchain, scratch);
            assertThat(Described.briefly(judge.judge(plan(course, manifest, "a"), new Cancellation())))
                    .isEqualTo("BUILD: E0425: cannot find value `broken` in this scope");
            assertThat(Described.wholly(judge.judge(plan(course, manifest, "b"), new Cancellation())))
                    .isEqualTo("passed: 1 test passed\nt PASSED\n\nhello\n");
        }
    }

    private static CheckPlan plan(Courses course, Manifest manifest, String name) {
        return new CheckPlan(
                name,
                course.workspace().root(),
                Path.of("exercises", name + ".rs"),
                Mode.STANDARD,
                name.equals("b"),
                false,
                manifest,
                List.of("greet_er"),
                Duration.ofMinutes(1),
                null);
    }

    private Courses course() {
        return Courses.in(directory.resolve("course"))
                .with("info.toml", INFO)
                .with("exercises/a.rs", "fn main() {}\n")
                .with("exercises/b.rs", "fn main() {}\n#[test]\nfn t() {}\n");
    }

    private RealJudge judge(Courses course) throws InterruptedException {
        return new RealJudge(course, directory.resolve("scratch"));
    }
}
