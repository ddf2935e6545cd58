package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands print and keep, on a real course with the real rustc. */
class CommandsIT extends CliCase {
    @Test
    void verifySaysWhatFailedAndWhyInTheCoursesOrder() {
        assertThat(runner("verify").out().replaceAll("in \\d.*", "in TIME")).isEqualTo("""
                        x lamp1 - does not compile: cannot find macro `printl` in this scope
                        x sum1 - tests: 1 of 1 test failed

                        01_lamps  [----------] 0/1
                        02_sums   [----------] 0/1

                        Not passed:
                          lamp1  does not compile: cannot find macro `printl` in this scope
                            exercises/01_lamps/lamp1.rs:3:5
                          sum1  tests: 1 of 1 test failed
                            exercises/02_sums/sum1.rs  tests::two_and_one_are_three

                        0 of 2 passed in TIME
                        """);
    }

    @Test
    void runShowsTheOutputTheVerdictAndTheNextStep() throws IOException {
        solve();
        assertThat(runner("run").out()).isEqualTo("""
                        on
                        ok lamp1 passed

                        Next: sum1  %s
                        """.formatted(course.resolve("exercises/02_sums/sum1.rs")));
        assertThat(runner("run").out()).isEqualTo("3\nok sum1 - 1 test passed\n\nEverything is done.\nWell done.\n");
    }

    @Test
    void hintsComeStageByStageAndLeaveTheCurrentExerciseAlone() {
        assertThat(runner("hint", "sum1").out()).startsWith("Hint 1 of 3").contains("2 more stages to reveal.");
        assertThat(runner("hint", "sum1").out()).startsWith("Hint 2 of 3").contains("1 more stage to reveal.");
        assertThat(runner("hint", "sum1").out()).startsWith("Hint 3 of 3").contains("That was the last stage.");
        assertThat(runner("hint", "sum1").out()).startsWith("Hint 3 of 3");
        assertThat(runner("hint").out()).startsWith("Hint 1 of 3 - lamp1");
        assertThat(runner("list", "--json").out()).contains("\"current\": true");
    }

    @Test
    void aResetKeepsWhatWasWrittenAndUndoBringsItBack() throws IOException {
        commit();
        solve();
        runner("verify");
        String mine = read("exercises/01_lamps/lamp1.rs");
        Invoked reset = runner("reset", "lamp1");
        assertThat(reset.code()).isZero();
        assertThat(read("exercises/01_lamps/lamp1.rs")).isEqualTo(BROKEN);
        assertThat(runner("list", "--pending").out()).contains("lamp1").doesNotContain("sum1");
        assertThat(runner("undo").out()).contains("Back: exercises/01_lamps/lamp1.rs");
        assertThat(read("exercises/01_lamps/lamp1.rs")).isEqualTo(mine);
    }

    @Test
    void aResetOfManyNeedsAYesWhereNobodyCanBeAsked() {
        commit();
        Invoked refused = runner("reset", "--all");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("add --yes");
        assertThat(runner("reset", "--all", "--yes").out()).contains("Reset 2 exercises");
    }

    @Test
    void aResetSaysWhatNobodyKnows() {
        Invoked invoked = runner("reset", "lamp1");
        assertThat(invoked.code()).isEqualTo(1);
        assertThat(invoked.err()).contains("nobody knows what these were: lamp1");
    }

    @Test
    void theSolutionIsShownOnceTheExerciseIsDone() throws IOException {
        assertThat(runner("solution", "lamp1").out()).contains("Its solution is shown once it is done.");
        solve();
        runner("verify");
        assertThat(runner("solution", "lamp1").out()).contains("println!(\"on\");");
        assertThat(runner("solution", "sum1").out()).contains("The course has no solution for sum1");
    }

    @Test
    void failFastEndsWithTheFirstThatDoesNotPass() {
        Invoked invoked = runner("verify", "--fail-fast", "--jobs", "1");
        assertThat(invoked.out()).contains("x lamp1").doesNotContain("sum1").contains("0 of 2 passed - 1 not judged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sum1", "02_sums", "02_sums/", "sum*", "*m1", "exercises/02_sums/sum1.rs"})
    void exercisesAreNamedInSeveralWays(String name) {
        assertThat(runner("verify", name).out()).contains("sum1").doesNotContain("lamp1");
    }

    @Test
    void aSlipOfThePenIsAnswered() {
        assertThat(runner("run", "lamb1").err()).contains("did you mean \"lamp1\"?");
        assertThat(runner("verfy").err()).contains("did you mean: verify?");
    }

    @Test
    void theCourseIsFoundFromBelowAndFromElsewhere() {
        assertThat(runnerIn(course.resolve("exercises/01_lamps"), "list").out()).contains("lamp1");
        assertThat(runnerIn(machine, "-C", "course", "list").out()).contains("lamp1");
        assertThat(runnerIn(machine, "list", "-C", course.toString()).out()).contains("lamp1");
    }

    @Test
    void whereThereIsNoCourseTheLaunchersOwnIsUsedAloud() {
        home = course;
        Invoked invoked = runnerIn(machine, "list");
        assertThat(invoked.out()).contains("lamp1");
        assertThat(invoked.err()).contains("No course here; using the one in " + course);
    }

    @Test
    void initMakesAWorkspaceThatCanBeWorkedInAndReset() throws IOException {
        Path mine = machine.resolve("mine");
        assertThat(runnerIn(machine, "init", "mine").code()).isZero();
        course = mine;
        assertThat(runner("list").out()).contains("intro1");
        assertThat(runner("run", "intro1").code()).isEqualTo(1);
        String original = read("exercises/00_intro/intro1.rs");
        write("exercises/00_intro/intro1.rs", "fn main() {}\n");
        assertThat(runner("run", "intro1").code()).isZero();
        assertThat(runner("reset", "intro1").code()).isZero();
        assertThat(read("exercises/00_intro/intro1.rs")).isEqualTo(original);
    }

    @Test
    void aNewCourseIsAsItShouldBe() {
        assertThat(runnerIn(machine, "course", "new", "new").code()).isZero();
        course = machine.resolve("new");
        Invoked invoked = runner("course", "check");
        assertThat(invoked.out())
                .startsWith("Everything is as it should be: 1 exercises, 1 solutions, 1 wrong answers");
        assertThat(invoked.code()).isZero();
    }

    @Test
    void theCourseCheckReportsWhatIsWrong() {
        Invoked invoked = runner("course", "check");
        assertThat(invoked.code()).isEqualTo(3);
        assertThat(invoked.out())
                .contains("solutions/02_sums/sum1.rs: is missing")
                .contains("1 finding in 2 exercises.");
    }

    @Test
    void withoutClippyEverythingElseWorksAndOneLineSaysSo() throws IOException {
        solve();
        var real = toolchains;
        toolchains = (directory, confinement) -> new WithoutClippy(real.locate(directory, confinement));
        Invoked invoked = runner("verify");
        assertThat(invoked.code()).isZero();
        assertThat(invoked.err())
                .isEqualTo("clippy is not installed, so nothing is linted; to get it: rustup component add clippy\n");
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertThat(runner("completion").out())
                .contains("#!/usr/bin/env bash")
                .contains("verify")
                .contains("course");
    }

    @Test
    void progressOfRustlingsIsTakenOver() throws IOException {
        write(".rustlings-state.txt", "DON'T EDIT THIS FILE!\n\nsum1\n\nlamp1\n");
        assertThat(runner("list", "--done").out()).contains("lamp1");
        assertThat(runner("hint").out()).contains("sum1");
        assertThat(Files.exists(course.resolve(".rustlings-state.txt"))).isTrue();
    }
}
