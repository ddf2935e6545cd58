package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.FakeToolchain;
import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradeCommandTest extends GradeCase {
    @BeforeEach
    void writeSubmissions() throws IOException {
        handInAll("ada", "none", RIGHT);
        handInAll("grace", "lamp2", BROKEN);
        handInAll("linus t", "door1", BROKEN);
    }

    private Invoked grade(String... more) {
        List<String> line = new ArrayList<>(List.of("grade", "class", "--against", "course", "--sandbox", "off"));
        line.addAll(List.of(more));
        return runnerIn(machine, line.toArray(String[]::new));
    }

    @Test
    void aClassIsOneTable() {
        Invoked invoked = grade();
        assertThat(invoked.out()).isEqualTo("""
                Submission  Passed  Points  Percent   Time  Remarks
                ada            8/8   28/28    100.0  0.0 s
                grace          7/8   27/28     96.4  0.0 s
                linus t        7/8   23/28     82.1  0.0 s

                3 of 3 submissions graded
                """);
        assertThat(invoked.err()).isEqualTo("""
                [1/3] ada: 8/8 passed
                [2/3] grace: 7/8 passed
                [3/3] linus t: 7/8 passed
                10 files judged, 14 the same as one of them
                """);
        assertThat(invoked.code()).as("marks are no failure").isZero();
    }

    @Test
    void theTableFitsOnTheTerminalAndNothingOfTheProgressStays() throws IOException {
        handInAll("maximilian-alexander-friedrich", "none", RIGHT);
        Files.createDirectories(machine.resolve("class/nobody"));
        terminalWidth = 49;
        Invoked invoked = grade();
        assertThat(invoked.out()).contains("0/5 - ada lamp1");
        assertThat(invoked.out().substring(invoked.out().lastIndexOf("\u001b[K") + 3))
                .isEqualTo("""
                Submission         Passed  Points  Percent   Time
                ada                   8/8   28/28    100.0  0.0 s
                grace                 7/8   27/28     96.4  0.0 s
                linus t               7/8   23/28     82.1  0.0 s
                maximilian-alexa~     8/8   28/28    100.0  0.0 s
                nobody                  -       -        -      -
                  it holds no exercises

                4 of 5 submissions graded, 1 not or not wholly
                """);
    }

    @Test
    void theSameFileIsJudgedOnce() {
        grade("--jobs", "3");
        // A broken one is not compiled a second time as a program.
        assertThat(compiled.get()).isBetween(8, 10);
    }

    @Test
    void aBrokenSubmissionIsARowAndStopsNobody() throws IOException {
        Files.createDirectories(machine.resolve("class/empty"));
        Files.createSymbolicLink(machine.resolve("class/loop"), Path.of("loop"));
        handIn("bad", "lamp1", RIGHT);
        Files.write(machine.resolve("class/bad").resolve(path("lamp2")), new byte[] {(byte) 0xff, 0});
        Files.write(machine.resolve("class/bad").resolve(path("lamp3")), new byte[3 << 20]);
        Files.writeString(machine.resolve("class/bad/info.toml"), "][");
        Files.createDirectories(machine.resolve("class/bad").resolve(path("clock1")));
        Invoked invoked = grade("nosuch");
        assertThat(invoked.out()).isEqualTo("""
                Submission  Passed  Points  Percent   Time  Remarks
                ada            8/8   28/28    100.0  0.0 s
                bad            1/8    0/28      0.0  0.0 s  4 missing; not the course's: info.toml
                empty            -       -        -      -  it holds no exercises
                grace          7/8   27/28     96.4  0.0 s
                linus t        7/8   23/28     82.1  0.0 s
                loop             -       -        -      -  it is a symbolic link that leads nowhere
                nosuch           -       -        -      -  there is no such directory

                4 of 7 submissions graded, 3 not or not wholly
                """);
        assertThat(invoked.code()).isEqualTo(1);
    }

    @Test
    void tamperedTestsAndTimeOutsAreRemarks() throws IOException {
        write(path("lamp1"), "fn main() {}\n#[cfg(test)]\nmod tests {\n    #[test]\n    fn works() {}\n}\n");
        handIn("ada", "lamp3", ENDLESS);
        Invoked invoked = grade();
        assertThat(invoked.out()).contains("ada            6/8   26/28     92.9  0.0 s  1 tampered; 1 timed out");
        assertThat(invoked.code()).isZero();
    }

    @Test
    void nothingIsWrittenIntoASubmission() throws IOException {
        grade("--output", "out", "--csv", "marks.csv", "--html", "marks.html");
        try (Stream<Path> files = Files.walk(machine.resolve("class"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSize(24)
                    .allMatch(file -> file.toString().endsWith(".rs"));
        }
        assertThat(machine.resolve("out")).isDirectoryContaining("glob:**/ada.json");
        assertThat(Files.readString(machine.resolve("marks.csv"))).contains("\r\nada,graded,8,8,28,28,100.0,");
        assertThat(Files.readString(machine.resolve("marks.html"))).contains("<a href=\"./out/ada.html\">ada</a>");
        assertThat(Files.readString(machine.resolve("out/ada.html"))).contains("<h1>ada: ");
    }

    @Test
    void aKeptReportIsOneOfTheUsualOnes() {
        grade("--output", "out");
        Invoked merged = runnerIn(machine, "report", "merge", "out/grace.json");
        assertThat(merged.out()).contains("x lamp2", "7 of 8 passed", "27 of 28 points");
    }

    @Test
    void whatIsThereIsNotJudgedAgain() throws IOException {
        Invoked first = grade("--output", "out");
        compiled.set(0);
        Invoked again = grade("--output", "out");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err())
                .contains("[1/3] ada: 8/8 passed (graded before)", "3 submissions taken over from out")
                .contains("warning: what was taken over was found without a sandbox");
        assertThat(compiled).hasValue(0);
        grade("--output", "out", "--force");
        assertThat(compiled.get()).isPositive();
    }

    @Test
    void ofAChangedSubmissionOnlyWhatChangedIsJudged() throws IOException {
        grade("--output", "out");
        compiled.set(0);
        handIn("ada", "clock1", RIGHT + "// changed\n");
        Invoked again = grade("--output", "out");
        assertThat(again.err()).contains("1 file judged, 7 the same", "2 submissions taken over");
        assertThat(compiled).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "--timeout 5, ''",
        "--memory 512, ''",
        "--hint-cost 10%, ''",
        "--only lamp*, ''",
        "'', course/exercises/0_lamps/lamp1.rs",
        "'', course/info.toml",
        "'', out/ada.json"
    })
    void aReportThatAnythingElseWasFoundForIsNotTakenOver(String options, String changed) throws IOException {
        grade("--output", "out");
        if (!changed.isEmpty()) {
            Path file = machine.resolve(changed);
            Files.writeString(file, Files.readString(file) + "\n");
        }
        String[] more = Stream.concat(
                        Stream.of("--output", "out"),
                        options.isEmpty() ? Stream.empty() : Stream.of(options.split(" ", -1)))
                .toArray(String[]::new);
        assertThat(grade(more).err()).doesNotContain("ada: 8/8 passed (graded before)");
    }

    @Test
    void aPlantedReportCountsForNothing() throws IOException {
        grade("--output", "out");
        Path report = machine.resolve("out/grace.json");
        Files.writeString(report, Files.readString(machine.resolve("out/ada.json")));
        assertThat(grade("--output", "out").out()).contains("grace          7/8");
        assertThat(Files.readString(report)).contains("\"failed\": 1");
    }

    @Test
    void reportsOfAllPartsMakeTheWholeTable() {
        Invoked whole = grade("--output", "whole");
        for (String shard : List.of("1/2", "2/2")) {
            assertThat(grade("--output", "parts", "--shard", shard).err()).contains("Shard " + shard);
        }
        compiled.set(0);
        assertThat(grade("--output", "parts").out()).isEqualTo(whole.out());
        assertThat(compiled).hasValue(0);
    }

    @Test
    void theEnginesVariablesSayWhichPart() {
        environment.put("JOB_COMPLETION_INDEX", "1");
        environment.put("JOB_COMPLETIONS", "2");
        Invoked invoked = grade();
        assertThat(invoked.err()).contains("Shard 2/2: 1 of 3 submissions");
        assertThat(invoked.out()).contains("grace ").doesNotContain("ada ");
    }

    @Test
    void partsAreBalancedByWhatSubmissionsTook() throws IOException {
        Files.writeString(machine.resolve("took.json"), "{\"format\": 1, \"seconds\": {\"ada\": 9, \"grace\": 1}}");
        assertThat(grade("--shard", "2/2", "--timings", "took.json").out())
                .contains("linus t ")
                .doesNotContain("grace ");
    }

    @Test
    void revealedHintsCostWhatTheOptionSays() throws IOException {
        Files.createDirectories(machine.resolve("class/ada/.runner"));
        Files.writeString(
                machine.resolve("class/ada/.runner/progress.json"),
                "{\"version\":1,\"exercises\":{\"quiz1\":{\"hints\":[1,2]}}}");
        assertThat(grade("--hint-cost", "1p").out()).contains("ada            8/8   26/28     92.9");
        assertThat(grade("--hint-cost", "1p").err())
                .contains("warning: hints are counted as .runner/progress.json of what was handed in lists them");
        assertThat(grade().err()).doesNotContain("hints are counted");
        Files.writeString(machine.resolve("class/ada/.runner/progress.json"), "not json");
        assertThat(grade("--hint-cost", "1p").out()).contains("ada            8/8   28/28");
    }

    @Test
    void onlyAnUndividedRunLeavesWhatSubmissionsTook() {
        Path durations = machine.resolve("out/.durations.json");
        grade("--output", "out", "--shard", "1/2");
        // Another part may be reading it, to find the same division.
        assertThat(durations).doesNotExist();
        grade("--output", "out");
        assertThat(durations).isNotEmptyFile();
    }

    @Test
    void theCsvMayHaveStandardOutput() {
        Invoked invoked = grade("--csv", "-");
        assertThat(invoked.out()).startsWith("submission,state,passed,").hasLineCount(4);
        assertThat(invoked.err()).contains("3 of 3 submissions graded");
    }

    @Test
    void onlyTheSelectedExercisesCount() {
        assertThat(grade("--only", "lamp*", "--only", "quiz1").out()).contains("grace          3/4    9/10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grade nosuch | there is no submission in | name directories that hold exercises/",
                "grade class | none of the submissions has a file of the bundled course | --against DIR",
                "grade class --against class | there is no course in | --against bundled",
                "grade class --against course --jobs 0 | --jobs 0 is too few | at least 1",
                "grade class --against course --only nosuch | there is no exercise | runner list",
                "grade class --against course --output class/ada/x | lies in a submission | beside",
                "grade class --against course --csv class/ada/marks.csv | lies in a submission | beside",
                "grade class --against course --html class | is a directory | name a file in it",
                "grade class --against course --csv m --html m | both go to m | two files",
                "grade class -C course --against course | grade takes no -C | runner grade DIR",
                "grade class --against course --shard 3/2 | is no part | 1/4"
            })
    void aSlipOfThePenSaysWhatToType(String line, String error, String help) {
        Invoked invoked = runnerIn(machine, line.split(" ", -1));
        assertThat(invoked.err()).contains("error: ", error, "help: ", help);
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(compiled).hasValue(0);
    }

    @Test
    void aTableThatCantBeWrittenIsSaidAndDoesNotLookLikeSuccess() throws IOException {
        fake.onProgram("main", FakeToolchain.exit(0, ""));
        fake.when(
                invocation -> {
                    try {
                        Files.createDirectories(machine.resolve("marks.csv/in the way"));
                    } catch (IOException fault) {
                        throw new java.io.UncheckedIOException(fault);
                    }
                    return false;
                },
                (invocation, cancellation) -> FakeToolchain.exit(0, ""));
        Invoked invoked = grade("--csv", "marks.csv");
        assertThat(invoked.out()).contains("3 of 3 submissions graded");
        assertThat(invoked.err()).contains("marks.csv could not be written");
        assertThat(invoked.code()).isEqualTo(70);
    }

    /** Whatever is built of a text that holds {@code word} ends so. */
    private void failing(String word, RuntimeException fault) {
        fake.when(invocation -> holds(invocation, word), (invocation, cancellation) -> {
            throw fault;
        });
    }

    @Test
    void aFaultOfOurOwnOnOneFileIsOneExerciseNotJudged() throws IOException {
        handIn("grace", "lamp3", "fn main() { odd }\n");
        failing("odd", new IllegalStateException("a fault of ours"));
        Invoked invoked = grade("--output", "out");
        assertThat(invoked.out()).contains("grace          6/8   25/28     89.3  0.0 s  1 not judged here", "linus t");
        assertThat(Files.readString(machine.resolve("out/grace.json")))
                .contains("a fault of the runner's on this file");
        assertThat(invoked.code()).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeJudgedIsTriedAgain() throws IOException {
        handIn("grace", "lamp3", "fn main() { odd }\n");
        failing("odd", new IllegalStateException("a fault of ours"));
        grade("--output", "out");
        fake.when(invocation -> holds(invocation, "odd"), (invocation, cancellation) -> FakeToolchain.exit(1, ""));
        compiled.set(0);
        Invoked again = grade("--output", "out");
        assertThat(again.err()).contains("2 submissions taken over", "1 file judged, 7 the same");
        assertThat(again.code()).isZero();
    }

    @Test
    void aToolchainThatFailsEndsAllAndWhatWasFoundIsKept() throws IOException {
        handIn("linus t", "quiz1", "fn main() { last }\n");
        failing("last", new dev.runner.toolchain.ToolchainException("rustc is gone", "bring it back"));
        Invoked invoked = grade("--output", "out", "--jobs", "1");
        assertThat(invoked.err()).endsWith("error: rustc is gone\nhelp: bring it back\n");
        assertThat(invoked.code()).isEqualTo(4);
        handIn("linus t", "quiz1", RIGHT);
        assertThat(grade("--output", "out").err()).contains("2 submissions taken over");
    }
}
