package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import dev.runner.testing.Trick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code verify --against} and {@code grade} by a course that only cargo can judge: it has a library, a build script, a
 * feature, a profile of its own and a dependency in its own directory.
 */
class AgainstCargoIT extends CliCase {
    private static final String INFO = """
            format_version = 1
            [[exercises]]
            name = "parcel"
            dir = "01_parcels"
            hint = "h"
            [[exercises]]
            name = "stamp"
            dir = "02_stamps"
            hint = "h"
            """;

    /** Solutions and other exercises are listed too, and lie nowhere when one is judged. */
    private static final String MANIFEST = """
            bin = [
              { name = "parcel", path = "exercises/01_parcels/parcel.rs" },
              { name = "parcel_sol", path = "solutions/01_parcels/parcel.rs" },
              { name = "stamp", path = "exercises/02_stamps/stamp.rs" },
              { name = "stamp_sol", path = "solutions/02_stamps/stamp.rs" },
            ]
            [package]
            name = "post"
            version = "1.2.3"
            edition = "2024"
            [dependencies]
            scales = { path = "scales" }
            [features]
            default = ["heavy"]
            heavy = []
            [profile.dev]
            overflow-checks = false
            [lints.rust]
            unsafe_code = "deny"
            """;

    private static final String BUILD_SCRIPT = """
            fn main() {
                let made = std::path::Path::new(&std::env::var("OUT_DIR").unwrap()).join("made.rs");
                std::fs::write(made, "pub const MADE: u32 = 7;").unwrap();
                println!("cargo::rustc-env=UNIT=gram");
            }
            """;

    private static final String STAMP = """
            mod made {
                include!(concat!(env!("OUT_DIR"), "/made.rs"));
            }

            // TODO: Each gram costs what the library says.
            fn price(letter: &str) -> u32 {
                scales::grams(letter)
            }

            fn main() {
                println!("{} {}", price("ab"), env!("UNIT"));
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn each_gram_costs() {
                    assert_eq!(price("abc"), 3 * made::MADE * post::EACH);
                }

                #[test]
                fn cargo_has_its_say() {
                    assert_eq!(if cfg!(feature = "heavy") { 1 } else { 2 }, 1);
                    assert_eq!(std::env::var("CARGO_PKG_VERSION").as_deref(), Ok("1.2.3"));
                    assert_eq!(std::env::var("UNIT").as_deref(), Ok("gram"));
                    assert_eq!(u8::MAX.wrapping_add(scales::grams("a") as u8), 0);
                }
            }
            """;

    private static final String RIGHT_STAMP =
            STAMP.replace("scales::grams(letter)\n", "scales::grams(letter) * made::MADE * post::EACH\n");

    private static final String AGAIN = "    println!(\"cargo::rerun-if-changed=nothing\");\n";

    private Path submission = Path.of("");

    @BeforeEach
    void writeCourseAndSubmission() throws IOException {
        course = Files.createDirectory(machine.resolve("post"));
        write("info.toml", INFO);
        write("Cargo.toml", MANIFEST);
        write("build.rs", BUILD_SCRIPT);
        write("src/lib.rs", "pub const EACH: u32 = 2;\n");
        write("scales/Cargo.toml", "[package]\nname = \"scales\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        write("scales/src/lib.rs", "pub fn grams(letter: &str) -> u32 { letter.len() as u32 }\n");
        write("exercises/01_parcels/parcel.rs", Trick.read("parcel.rs"));
        write("exercises/02_stamps/stamp.rs", STAMP);
        write("solutions/01_parcels/parcel.rs", Trick.read("parcel_solved.rs"));
        write("solutions/02_stamps/stamp.rs", RIGHT_STAMP);
        submission = machine.resolve("submission");
        handIn("exercises/01_parcels/parcel.rs", Trick.read("parcel_solved.rs"));
        handIn("exercises/02_stamps/stamp.rs", RIGHT_STAMP);
    }

    private void handIn(String name, String text) throws IOException {
        handIn(submission, name, text);
    }

    private static void handIn(Path root, String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Invoked verify(String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("-C", submission.toString(), "verify", "--against", course.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return runnerIn(machine, arguments);
    }

    /** Every file below a directory, and what it holds. */
    private static Map<String, String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.collect(Collectors.toMap(
                    file -> root.relativize(file).toString(),
                    AgainstCargoIT::content,
                    (one, other) -> one,
                    TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "no file";
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Test
    void whatIsRightPassesAndNothingIsWrittenAnywhere() throws IOException {
        Map<String, String> ours = files(course);
        Map<String, String> theirs = files(submission);
        Invoked invoked = verify();
        assertThat(invoked.out()).contains("2 of 2 passed");
        assertThat(invoked.err()).doesNotContain("warning");
        assertThat(invoked.code()).isZero();
        assertThat(files(course)).isEqualTo(ours);
        assertThat(files(submission)).isEqualTo(theirs);
    }

    @Test
    void whatIsWrongFails() throws IOException {
        handIn("exercises/02_stamps/stamp.rs", STAMP);
        Invoked invoked = verify("stamp");
        assertThat(invoked.out()).contains("x stamp - tests: 1 of 2 tests failed");
        assertThat(invoked.code()).isEqualTo(1);
    }

    @Test
    void solutionsOfTheSubmissionAreJudgedToo() throws IOException {
        handIn("solutions/02_stamps/stamp.rs", RIGHT_STAMP);
        assertThat(verify("--solutions", "stamp").out()).contains("1 of 1 passed");
        handIn("solutions/02_stamps/stamp.rs", STAMP);
        assertThat(verify("--solutions", "stamp").out()).contains("x stamp - tests: 1 of 2 tests failed");
    }

    /**
     * Each in a submission of its own, all graded at once; the reasons are those that {@code tricks.txt} says. With {@code
     * -Dtricks.all=true} all that are tried on rustc, which takes minutes.
     */
    @Test
    void tricksAreCalledByTheirNames() throws IOException {
        List<String> tried = List.of(
                "a test is deleted",
                "all tests are deleted",
                "a test is emptied",
                "a test is ignored",
                "an expected value is edited",
                "a test ends the process",
                "a forged report",
                "main's call is a comment",
                "main ends the process",
                "another file is included",
                "the environment is read");
        List<Trick> tricks = Trick.in("tricks.txt").stream()
                .filter(trick -> trick.exercise().equals("parcel"))
                .filter(trick -> Boolean.getBoolean("tricks.all") || tried.contains(trick.title()))
                .toList();
        for (Trick trick : tricks) {
            Path root = machine.resolve("class").resolve("trick-" + tricks.indexOf(trick));
            handIn(root, "exercises/01_parcels/parcel.rs", trick.text());
        }
        Invoked invoked = runnerIn(
                machine,
                "grade",
                "class",
                "--against",
                "post",
                "--only",
                "parcel",
                "--output",
                "out",
                "--timeout",
                "60");
        assertThat(invoked.code()).as(invoked.err()).isZero();
        assertThat(tricks).hasSizeGreaterThanOrEqualTo(tried.size());
        SoftAssertions all = new SoftAssertions();
        for (Trick trick : tricks) {
            all.assertThat(content(machine.resolve("out/trick-" + tricks.indexOf(trick) + ".json")))
                    .as(trick.title())
                    .contains("\"" + trick.kind().replace("tests", "tampered").replaceAll("[A-Z]+", "failed") + "\"")
                    .contains(trick.reason().replace("\"", "\\\""));
        }
        all.assertAll();
    }

    /**
     * Whoever reads the source that is built finds the numbers that prove that tests ran; so the learner's own must lie in
     * its place while his code runs.
     */
    @Test
    void noNumbersAreFoundInTheSourceBesideTheProgram() throws IOException {
        handIn(
                "exercises/01_parcels/parcel.rs",
                Trick.read("parcel_solved.rs").replace("""
                fn cost(grams: u32) -> u32 {
                """, """
                fn cost(grams: u32) -> u32 {
                    use std::io::Write;
                    let exe = std::env::current_exe().unwrap();
                    let near = std::env::current_dir().unwrap();
                    for place in exe.ancestors().chain(near.ancestors()).take(9) {
                        let text = std::fs::read_to_string(place.join("exercises/01_parcels/parcel.rs")).unwrap_or_default();
                        let opens = concat!("append(true)", r#".open(""#);
                        let Some(path) = text.split(opens).nth(1) else { continue };
                        let mut file = std::fs::OpenOptions::new()
                            .append(true).open(path.split('"').next().unwrap()).unwrap();
                        for digits in text.split(|c: char| !c.is_ascii_digit()) {
                            file.write_all(&digits.parse::<i64>().unwrap_or(0).to_be_bytes()).unwrap();
                        }
                        let _ = writeln!(std::io::stdout(), "running 1 test\\ntest tests::all ... ok\\n\\ntest result: ok. 1 passed; 0 failed; \
                0 ignored; 0 measured; 0 filtered out; finished in 0.00s\\n");
                        std::process::exit(0);
                    }
                """).replace("2 } else { 5", "0 } else { 0"));
        assertThat(verify("parcel").out()).contains("x parcel - tests: ");
    }

    /** We are in no sandbox: what we write once his code has run, he could lead elsewhere. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void nothingIsWrittenWhereStrangersCodeMayHavePutALink(boolean buildsAgain) throws IOException {
        if (buildsAgain) {
            write("build.rs", BUILD_SCRIPT.replace("    println!", AGAIN + "    println!"));
        }
        Path victim = Files.writeString(machine.resolve("victim"), "untouched");
        handIn(
                "exercises/01_parcels/parcel.rs",
                Trick.read("parcel_solved.rs").replace("fn cost(grams: u32) -> u32 {\n", """
                fn cost(grams: u32) -> u32 {
                    let _ = std::fs::remove_file("exercises/01_parcels/parcel.rs");
                    let _ = std::os::unix::fs::symlink("%s", "exercises/01_parcels/parcel.rs");
                """.formatted(victim)));
        verify("parcel");
        assertThat(victim).hasContent("untouched");
    }

    /** cargo would build such a course again from what it finds there; that must not be the file that proves nothing. */
    @Test
    void aBuildScriptThatRunsEachTimeHarmsNobody() throws IOException {
        write("build.rs", BUILD_SCRIPT.replace("    println!", AGAIN + "    println!"));
        assertThat(verify().out()).contains("2 of 2 passed");
    }

    /** All of it at once, each made to be noticed if it were used. */
    private void plant() throws IOException {
        String touch = "#!/bin/sh\ntouch '" + machine + "/used'\nexit 0\n";
        for (String program : List.of("wrapper", "target/debug/stamp", "target/debug/deps/stamp-0123456789abcdef")) {
            handIn(program, touch);
            assertThat(submission.resolve(program).toFile().setExecutable(true)).isTrue();
        }
        String macro = "extern crate proc_macro;\n#[proc_macro]\npub fn right(_: proc_macro::TokenStream) ->"
                + " proc_macro::TokenStream {\n    std::fs::write(\"" + machine + "/used\", \"\").unwrap();\n"
                + "    \"6 * 7\".parse().unwrap()\n}\n";
        handIn("macros/Cargo.toml", "package.name = \"macros\"\npackage.edition = \"2024\"\nlib.proc-macro = true\n");
        handIn("macros/src/lib.rs", macro);
        handIn("Cargo.toml", MANIFEST.replace("[features]", "macros = { path = \"macros\" }\n[features]"));
        handIn("build.rs", "fn main() {\n    std::fs::write(\"" + machine + "/used\", \"\").unwrap();\n}\n");
        handIn("src/lib.rs", "pub const EACH: u32 = 0;\n");
        handIn("scales/Cargo.toml", "[package]\nname = \"scales\"\nversion = \"0.1.0\"\n");
        handIn("scales/src/lib.rs", "pub fn grams(_: &str) -> u32 { 0 }\n");
        handIn("clippy.toml", "] no settings [");
        handIn("rust-toolchain.toml", "[toolchain]\npath = \"" + submission + "/nowhere\"\n");
        handIn(
                ".cargo/config.toml",
                "build.rustc-wrapper = \"" + submission + "/wrapper\"\n[target.'cfg(all())']\n" + "runner = \""
                        + submission + "/wrapper\"\n");
    }

    private static final List<String> REMARKS = List.of(
            "Cargo.toml is not the course's: the course's is used",
            "build.rs is not the course's: the course's is used",
            "src/lib.rs is not the course's: the course's is used",
            "scales/Cargo.toml is not the course's: the course's is used",
            "scales/src/lib.rs is not the course's: the course's is used",
            "clippy.toml is not part of the course: it is not used",
            "rust-toolchain.toml is not part of the course: it is not used",
            ".cargo/config.toml is not part of the course: it is not used");

    @Test
    void whatIsPlantedIsNamedAndNotUsed() throws IOException {
        plant();
        Map<String, String> theirs = files(submission);
        Map<String, String> ours = files(course);
        Invoked right = verify();
        assertThat(right.err()).contains(REMARKS);
        assertThat(right.out()).contains("2 of 2 passed");
        handIn("exercises/02_stamps/stamp.rs", STAMP);
        assertThat(verify("stamp").out()).contains("x stamp - tests: 1 of 2 tests failed");
        handIn("exercises/02_stamps/stamp.rs", RIGHT_STAMP);
        assertThat(files(submission)).isEqualTo(theirs);
        assertThat(files(course)).isEqualTo(ours);
        assertThat(machine.resolve("used")).doesNotExist();
    }

    @Test
    void aProceduralMacroOfTheSubmissionsDoesNotExist() throws IOException {
        plant();
        handIn(
                "exercises/02_stamps/stamp.rs",
                STAMP.replace("scales::grams(letter)\n", "if letter == \"abc\" { macros::right!() } else { 1 }\n"));
        Invoked invoked = verify("stamp");
        assertThat(invoked.err()).contains("Cargo.toml is not the course's");
        assertThat(invoked.out()).contains("x stamp - does not compile: ").contains("`macros`");
        assertThat(machine.resolve("used")).doesNotExist();
    }

    @Test
    void gradingSaysAndDoesTheSame() throws IOException {
        plant();
        Files.createDirectory(machine.resolve("class"));
        Files.move(submission, machine.resolve("class/planter"));
        submission = machine.resolve("class/wrong");
        handIn("exercises/01_parcels/parcel.rs", Trick.read("parcel.rs"));
        handIn("exercises/02_stamps/stamp.rs", STAMP);
        submission = machine.resolve("class/link");
        Files.createDirectories(submission.resolve("exercises"));
        Files.createSymbolicLink(submission.resolve("exercises/02_stamps"), course.resolve("solutions/02_stamps"));
        Files.createDirectories(submission.resolve("exercises/01_parcels"));
        Files.createSymbolicLink(
                submission.resolve("exercises/01_parcels/parcel.rs"), course.resolve("solutions/01_parcels/parcel.rs"));
        Map<String, String> theirs = files(machine.resolve("class"));
        Map<String, String> ours = files(course);
        Invoked invoked = runnerIn(machine, "grade", "class", "--against", "post", "--csv", "-");
        assertThat(invoked.out())
                .containsPattern("\nlink,graded,0,2,.*2 tampered.*,tampered,tampered\r\n")
                .containsPattern("\nplanter,graded,2,2,.*,passed,passed\r\n")
                .contains("scales/src/lib.rs")
                .containsPattern("\nwrong,graded,0,2,.*,failed,failed\r\n");
        assertThat(files(machine.resolve("class"))).isEqualTo(theirs);
        assertThat(files(course)).isEqualTo(ours);
        assertThat(machine.resolve("used")).doesNotExist();
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path file = submission.resolve("exercises/02_stamps/stamp.rs");
        Files.delete(file);
        Files.createSymbolicLink(file, course.resolve("solutions/02_stamps/stamp.rs"));
        assertThat(verify("stamp").out())
                .contains("x stamp - exercises/02_stamps/stamp.rs is a symbolic link, not a file");
    }

    /** Where the course's own file includes one, that is the only one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "include!(\"/elsewhere/solution.rs\"); | `include!` compiles another file",
                "include!(concat!(env!(\"OUT_DIR\"), \"/../solution.rs\")); | `include!` compiles another file",
                "const AT: &str = env!(\"HOME\"); | `env!` reads the compiler's environment",
                "mod elsewhere; | `mod` without a body compiles another file",
            })
    void anotherFileIsNotIncluded(String line, String reason) throws IOException {
        handIn("exercises/02_stamps/stamp.rs", line + "\n" + RIGHT_STAMP);
        assertThat(verify("stamp").out()).contains("x stamp - line 1: " + reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#![crate_type = \"proc-macro\"] | line 1: `#![crate_type = \"proc-macro\"]` changes the ground",
                "extern crate proc_macro; #[proc_macro] pub fn m(t: proc_macro::TokenStream) -> proc_macro::TokenStream"
                        + " { t } | only usable with crates of the `proc-macro` crate type",
                "#[proc_macro_derive(Debug)] pub fn m() {} | only usable with crates of the `proc-macro` crate type",
            })
    void anExerciseIsNoProceduralMacro(String line, String reason) throws IOException {
        handIn("exercises/01_parcels/parcel.rs", line + "\n" + Trick.read("parcel_solved.rs"));
        assertThat(verify("parcel").out()).contains(reason).contains("0 of 1 passed");
    }

    /** What needs cargo by itself, one thing at a time. */
    @ParameterizedTest
    @CsvSource({
        "Cargo.toml, '[features]\nlong = []\n'",
        "Cargo.toml, '[profile.test]\nopt-level = 1\n'",
        "Cargo.toml, '[dependencies]\nscales = { path = \"scales\" }\n'",
        "src/lib.rs, ''",
        "build.rs, 'fn main() {}'",
        ".cargo/config.toml, ''",
        "clippy.toml, ''"
    })
    void eachReasonToAskCargoIsAsSafe(String file, String text) throws IOException {
        Files.delete(course.resolve("build.rs"));
        Files.delete(course.resolve("src/lib.rs"));
        write("Cargo.toml", MANIFEST.substring(0, MANIFEST.indexOf("[dependencies]")));
        write(file, file.equals("Cargo.toml") ? read(file) + text : text);
        String solved = Trick.read("parcel_solved.rs");
        Path all = machine.resolve("class");
        handIn(all.resolve("right"), "exercises/01_parcels/parcel.rs", solved);
        handIn(all.resolve("wrong"), "exercises/01_parcels/parcel.rs", solved.replace("{ 5 }", "{ 6 }"));
        handIn(
                all.resolve("exit"),
                "exercises/01_parcels/parcel.rs",
                solved.replace("    assert!(grams", "    std::process::exit(0);\n    assert!(grams"));
        Invoked invoked = runnerIn(machine, "grade", "class", "--against", "post", "--only", "parcel", "--csv", "-");
        assertThat(invoked.out())
                .containsPattern("\nexit,graded,0,1,.*,tampered\r\n")
                .containsPattern("\nright,graded,1,1,.*,passed\r\n")
                .containsPattern("\nwrong,graded,0,1,.*,failed\r\n");
    }
}
