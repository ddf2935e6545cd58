package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code runner report merge} refuses. */
class ReportMergeTest extends FakeCourseCase {
    @BeforeEach
    void runBothParts() {
        runner("verify", "--shard", "1/2", "--report", "json:1.json");
        runner("verify", "--shard", "2/2", "--report", "json:2.json");
    }

    private void refused(String message, String... line) {
        Invoked invoked = runner(line);
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(invoked.err()).startsWith("error: " + message).contains("\nhelp: ");
        assertThat(invoked.out()).isEmpty();
    }

    private void rewrite(String from, String to, String what, String instead) throws IOException {
        String text = read(from);
        assertThat(text).contains(what);
        write(to, text.replace(what, instead));
    }

    @Test
    void aMissingPart() {
        refused("parts are missing: shard 2/2", "report", "merge", "1.json");
    }

    @Test
    void aDoubledPart() throws IOException {
        write("copy.json", read("1.json"));
        refused("shard 1/2 is there twice: 1.json and copy.json", "report", "merge", "1.json", "copy.json", "2.json");
        refused("./1.json is named twice", "report", "merge", "1.json", "./1.json", "2.json");
    }

    @Test
    void aDoubledExercise() throws IOException {
        rewrite("2.json", "3.json", "\"name\": \"lamp2\"", "\"name\": \"lamp1\"");
        refused("exercise lamp1 is there twice: in 1.json and 3.json", "report", "merge", "1.json", "3.json");
    }

    @Test
    void aMissingExercise() throws IOException {
        rewrite("2.json", "3.json", "\"name\": \"lamp2\"", "\"name\": \"stray\"");
        refused("no part holds lamp2", "report", "merge", "1.json", "3.json");
    }

    @Test
    void partsOfDifferentCourses() throws IOException {
        rewrite("2.json", "3.json", "\"title\": \"Lamps & clocks\"", "\"title\": \"Doors\"");
        refused(
                "1.json and 3.json are of different courses (their titles or exercises differ)",
                "report",
                "merge",
                "1.json",
                "3.json");
    }

    @Test
    void partsOfDifferentRuns() {
        runner("verify", "--shard", "2/2", "--hint-cost", "0.5", "--report", "json:3.json");
        refused("1.json and 3.json are of different prices of hints", "report", "merge", "1.json", "3.json");
        runner("verify", "--shard", "2/3", "--report", "json:4.json");
        refused("1.json and 4.json are of different splits into shards", "report", "merge", "1.json", "4.json");
        runner("verify", "lamp*", "--shard", "2/2", "--report", "json:5.json");
        refused("1.json and 5.json are of different selections of exercises", "report", "merge", "1.json", "5.json");
    }

    @Test
    void partsThatWereBalancedDifferently() throws IOException {
        write("timings.json", "{\"format\": 1, \"seconds\": {\"quiz1\": 60}}");
        runner("verify", "--shard", "2/2", "--timings", "timings.json", "--report", "json:3.json");
        refused(
                "1.json and 3.json are of different timings, by which they were balanced",
                "report",
                "merge",
                "1.json",
                "3.json");
    }

    @Test
    void anotherVersionOfTheFormat() throws IOException {
        rewrite("2.json", "3.json", "\"format\": 1", "\"format\": 2");
        refused("3.json is of format 2; this version reads format 1", "report", "merge", "1.json", "3.json");
    }

    @Test
    void whatIsNoReport() throws IOException {
        write("3.json", "[1, 2");
        refused(
                "3.json is no report of runner's: it is no JSON (line 1, column 6)\n",
                "report",
                "merge",
                "1.json",
                "3.json");
        write("3.json", "{}");
        refused("3.json is no report of runner's: it has no \"format\"", "report", "merge", "1.json", "3.json");
        write("3.json", read("2.json") + "x");
        refused("3.json is no report of runner's: ", "report", "merge", "1.json", "3.json");
        rewrite("2.json", "3.json", "\"status\": \"passed\"", "\"status\": 7");
        refused("3.json is no report", "report", "merge", "1.json", "3.json", "--report", "json");
        write("3.json", read("2.json").substring(0, 900));
        refused("3.json is no report", "report", "merge", "1.json", "3.json");
        refused("nowhere.json can't be read: there is no such file", "report", "merge", "1.json", "nowhere.json");
    }

    @Test
    void mergeWithoutPartsOrWithoutAVerb() {
        assertThat(runner("report", "merge").code()).isEqualTo(2);
        refused("what about the report?", "report");
    }

    @Test
    void aReportOnStandardOutputIsThereAlone() {
        Invoked merged = runner("report", "merge", "2.json", "1.json", "--report", "exercism");
        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.out()).startsWith("{\n  \"version\": 2,");
        assertThat(merged.err()).contains("5 of 8 passed");
    }
}
