package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is split over machines and joined again says what a single run says. Times stand still here. */
class ShardedRunsTest extends FakeCourseCase {
    private static final List<String> FORMATS = List.of(
            "text:text",
            "json:json",
            "junit:junit",
            "github:github",
            "classroom:classroom",
            "class:class",
            "class1:class1",
            "exercism:exercism",
            "html:html");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 11})
    void theJoinedPartsAreASingleRun(int total) throws IOException {
        environment.put("GITHUB_STEP_SUMMARY", machine.resolve("single.md").toString());
        Invoked single = runner(reports(List.of("verify", "--hint-cost", "10%"), "single/"));
        Map<String, String> expected = written("single");
        List<String> parts = new ArrayList<>();
        for (int index = 1; index <= total; index++) {
            parts.add("part-" + index + ".json");
            int code = runner(
                            "verify",
                            "--hint-cost=10%",
                            "--shard=" + index + "/" + total,
                            "--report=json:part-" + index + ".json")
                    .code();
            assertThat(code).isIn(0, 1);
        }
        Collections.shuffle(parts, new Random(total));
        environment.put("GITHUB_STEP_SUMMARY", machine.resolve("merged.md").toString());
        List<String> line = new ArrayList<>(List.of("report", "merge"));
        line.addAll(parts);
        Invoked merged = runner(reports(line, "merged/"));

        assertThat(merged.err()).isEmpty();
        assertThat(merged.code()).isEqualTo(single.code()).isEqualTo(1);
        assertThat(merged.out()).isEqualTo(single.out());
        assertThat(written("merged")).isEqualTo(expected);
        assertThat(Files.readString(machine.resolve("merged.md")))
                .isEqualTo(Files.readString(machine.resolve("single.md")))
                .contains("5 of 8 passed");
        assertThat(expected)
                .hasSize(FORMATS.size())
                .allSatisfy((name, text) -> assertThat(text).isNotEmpty());
    }

    private static String[] reports(List<String> line, String directory) {
        List<String> all = new ArrayList<>(line);
        for (String format : FORMATS) {
            all.add("--report");
            all.add(format.replace(":", ":" + directory));
        }
        return all.toArray(String[]::new);
    }

    private Map<String, String> written(String directory) throws IOException {
        Map<String, String> written = new TreeMap<>();
        try (Stream<java.nio.file.Path> files = Files.list(course.resolve(directory))) {
            for (java.nio.file.Path file : files.toList()) {
                written.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return written;
    }

    @Test
    void aPartWithoutExercisesPassesAndSaysSo() {
        Invoked invoked = runner("verify", "lamp1", "--shard", "2/2");
        assertThat(invoked.code()).isZero();
        assertThat(invoked.err()).contains("Shard 2/2: no exercises");
        assertThat(invoked.out()).contains("0 of 0 passed");
    }

    @Test
    void everyExerciseIsInOnePart() {
        List<String> met = new ArrayList<>();
        for (String shard : List.of("1/3", "2/3", "3/3")) {
            runner("verify", "--shard", shard)
                    .out()
                    .lines()
                    .filter(line -> line.startsWith("ok ") || line.startsWith("x "))
                    .map(line -> line.split(" ", -1)[1])
                    .forEach(met::add);
        }
        assertThat(met).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @Test
    void bazelIsToldThatItsVariablesAreUnderstood() {
        environment.put("TEST_SHARD_INDEX", "1");
        environment.put("TEST_TOTAL_SHARDS", "2");
        environment.put("TEST_SHARD_STATUS_FILE", machine.resolve("status").toString());
        Invoked invoked = runner("verify");
        assertThat(machine.resolve("status")).exists();
        assertThat(invoked.err()).contains("Shard 2/2: 4 of 8 exercises");
    }

    @Test
    void theOptionWinsOverTheEnvironment() {
        environment.put("CI_NODE_INDEX", "9");
        environment.put("CI_NODE_TOTAL", "4");
        assertThat(runner("verify", "--shard", "1/1").err()).isEmpty();
        Invoked invoked = runner("verify");
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(invoked.err()).contains("error: CI_NODE_INDEX is \"9\"");
    }

    @Test
    void partsAreBalancedByWhatTheLastRunTook() throws IOException {
        write("timings.json", """
                {"format": 1, "seconds": {"quiz1": 60, "lamp1": 1, "lamp2": 1, "lamp3": 1}}
                """);
        Invoked invoked = runner("verify", "--shard", "1/2", "--timings", "timings.json");
        assertThat(invoked.err()).contains("Shard 1/2: 1 of 8 exercises");
        assertThat(invoked.out()).contains("ok quiz1");
    }

    @Test
    void whatARunTookIsKeptForTheNextThatIsSplit() throws IOException {
        java.util.concurrent.atomic.AtomicLong clock = new java.util.concurrent.atomic.AtomicLong();
        nanoTime = () -> clock.addAndGet(20_000_000);
        runner("verify");
        String kept = read(".runner/durations.json");
        assertThat(kept).startsWith("{\n  \"format\": 1,\n  \"seconds\": {\n    \"clock1\": 0.");
        runner("verify", "--shard", "1/2", "--report", "json:part.json");
        assertThat(read(".runner/durations.json"))
                .as("parts that follow must split alike")
                .isEqualTo(kept);
        assertThat(read("part.json")).containsPattern("\"basis\": \"[0-9a-f]{64}\"");
    }

    @Test
    void aNamedFileOfTimingsMustTellSome() throws IOException {
        assertThat(runner("verify", "--timings", "none.json").err())
                .startsWith("error: --timings none.json can't be read: there is no such file\nhelp: ");
        write("bad.json", "{\"format\": 1}");
        Invoked invoked = runner("verify", "--timings", "bad.json");
        assertThat(invoked.code()).isEqualTo(2);
        assertThat(invoked.err()).startsWith("error: bad.json tells no durations: seconds is not an object\nhelp: ");
    }

    @Test
    void damagedDurationsOfOurOwnTellNothing() throws IOException {
        write(".runner/durations.json", "{\"format\": 1, \"seconds\": {\"lamp1\": 1e999999999}}");
        assertThat(runner("verify", "--shard", "1/2").err()).contains("Shard 1/2: 4 of 8 exercises");
    }
}
