package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the reports of {@code runner verify} go, and what that does to everything else. */
class VerifyReportsTest extends FakeCourseCase {
    @Test
    void aReportForProgramsHasStandardOutputForItself() {
        Invoked invoked = runner("verify", "--report", "json");
        assertThat(JsonParser.parseString(invoked.out())
                        .getAsJsonObject()
                        .get("format")
                        .getAsInt())
                .isEqualTo(1);
        assertThat(invoked.err())
                .contains("x lamp2 - ")
                .contains("5 of 8 passed")
                .contains("18 of 28 points");
        assertThat(invoked.code()).isEqualTo(1);
    }

    @Test
    void reportsInFilesLeaveTheOutputAsItIs() throws IOException {
        Invoked usual = runner("verify");
        Invoked invoked =
                runner("verify", "--report", "text:out/deep/a.txt", "--report", "text", "--report=html:b.html");
        assertThat(invoked.out()).isEqualTo(usual.out());
        assertThat(read("out/deep/a.txt")).contains("✓ lamp1").contains("5 of 8 passed in 0.0 s\n18 of 28 points\n");
        assertThat(read("b.html")).startsWith("<!doctype html>");
    }

    @Test
    void annotationsStandBesideTheUsualTextAndTheSummaryIsAppended() throws IOException {
        write("summary.md", "before\n");
        environment.put("GITHUB_STEP_SUMMARY", course.resolve("summary.md").toString());
        environment.put("GITHUB_WORKSPACE", machine.toString());
        Invoked invoked = runner("verify", "--report", "github");
        assertThat(invoked.out())
                .contains("5 of 8 passed")
                .contains("::error file=course/exercises/lamp2.rs,line=3,col=5,title=lamp2%3A E0425::");
        assertThat(read("summary.md")).startsWith("before\n## Lamps").contains("course/exercises/0_lamps/lamp2.rs");
    }

    @Test
    void classroomsPayloadGoesToTheStepsOutputs() throws IOException {
        environment.put("GITHUB_OUTPUT", course.resolve("outputs").toString());
        write("outputs", "other=1\n");
        Invoked invoked = runner("verify", "--report", "classroom", "--report", "exercism");
        assertThat(read("outputs"))
                .startsWith("other=1\nresult=")
                .endsWith("\n")
                .hasLineCount(2);
        assertThat(invoked.out()).contains("\"version\": 2");
        environment.remove("GITHUB_OUTPUT");
        assertThat(runner("verify", "--report", "classroom").out()).startsWith("{\n  \"version\": 1,");
    }

    @Test
    void theClassesResultHasItsUsualPlaceInTheCourse() throws IOException {
        runnerIn(machine, "-C", "course", "verify", "--report", "class");
        assertThat(read(".github/result/check_result.json")).contains("\"total_exercations\": 8");
        runner("verify", "--report", "class1");
        assertThat(read(".github/result/check_result.json")).contains("\"schema\": 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xml                 |             | there is no report format \"xml\"",
                "junit:              |             | --report junit: names no file",
                "json                | junit       | the reports json and junit both go to standard output",
                "json                | github      | the reports json and github both go to standard output",
                "text                | json        | the reports text and json both go to standard output",
                "github              | github      | the reports github and github both go to standard output",
                "json:a              | junit:./a   | the reports json and junit both go to ",
                "class               | class1      | the reports class and class1 both go to ",
                "json:exercises      |             | the json report can't go to ",
                "json:info.toml/a    |             | the json report can't go to "
            })
    void whatCantBeIsSaidBeforeAnythingIsJudged(String one, String other, String message) {
        Invoked invoked = other == null
                ? runner("verify", "--report", one)
                : runner("verify", "--report", one, "--report", other);
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(invoked.err()).startsWith("error: " + message).contains("\nhelp: ");
        assertThat(invoked.out()).isEmpty();
        assertThat(fake.invocations()).isEmpty();
    }

    @Test
    void anUnknownFormatIsAnsweredWithAllOfThem() {
        assertThat(runner("verify", "--report", "xml").err())
                .contains("text, json, junit, github, classroom, class, class1, exercism, html");
    }

    /** The disk is full once the verdicts are found: {@code /dev/full} takes nothing. */
    @Test
    void aReportThatIsLostIsNoSuccessAndHidesNoVerdict() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.exists(java.nio.file.Path.of("/dev/full")));
        Invoked failed = runner("verify", "--report", "json:/dev/full", "--report", "junit:j.xml");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err()).contains("error: the json report could not be written to /dev/full: ");
        assertThat(read("j.xml")).contains("<testsuites>");
        assertThat(runner("verify", "lamp1", "--report", "json:/dev/full").code())
                .isEqualTo(70);
    }

    @Test
    void hintsThatWereRevealedCostWhatIsAsked() throws IOException {
        runner("hint", "clock1");
        runner("hint", "clock1");
        assertThat(runner("verify", "clock1", "--hint-cost", "0.25").out()).endsWith("1.5 of 3 points\n");
        assertThat(runner("verify", "clock1", "--hint-cost", "1p").out()).endsWith("1 of 3 points\n");
        assertThat(runner("verify", "clock1").out()).endsWith("3 of 3 points\n");
        assertThat(runner("verify", "clock1", "--hint-cost", "200%").code()).isEqualTo(2);
        assertThat(runner("verify", "clock1", "--hint-cost", "200%").err())
                .isEqualTo("error: --hint-cost 200% is no price\nhelp: give a share such as 0.25 or 25%, or points such"
                        + " as 2p\n");
    }

    @Test
    void wherePointsSayNothingNewTheyAreNotTold() {
        assertThat(runner("verify", "lamp2").out()).doesNotEndWith("points\n");
    }

    @Test
    void aMissingFileOfTheCourseIsToldInTheReportsToo() throws IOException {
        Files.delete(course.resolve("exercises/0_doors/door2.rs"));
        Invoked invoked = runner("verify", "--report", "junit:j.xml");
        assertThat(invoked.code()).isEqualTo(3);
        assertThat(read("j.xml")).contains("type=\"broken\"").contains("exercises/0_doors/door2.rs is missing");
    }
}
