package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgressJsonTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/runner/progress/progress.json");

    private static Progress progress() {
        Map<String, ExerciseProgress> exercises = new LinkedHashMap<>();
        exercises.put(
                "intro1",
                new ExerciseProgress(
                        Instant.parse("2026-11-24T08:00:00Z"),
                        2,
                        List.of(1, 2),
                        Instant.parse("2026-11-24T07:58:00Z"),
                        Instant.parse("2026-11-24T08:00:00.25Z")));
        Instant once = Instant.parse("2026-11-24T08:01:00Z");
        exercises.put("größe \"1\"", new ExerciseProgress(null, 1, List.of(), once, once));
        exercises.put("vecs1", ExerciseProgress.NONE);
        return new Progress("vecs1", exercises);
    }

    @Test
    void theFileIsWrittenAsItIsDocumented() throws IOException {
        String text = ProgressJson.write(progress());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }

        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void whatWasWrittenIsReadTheSameAndInTheSameOrder() throws IOException {
        Progress read = ProgressJson.read(Files.readString(GOLDEN));

        assertThat(read).isEqualTo(progress());
        assertThat(read.exercises().keySet()).containsExactly("intro1", "größe \"1\"", "vecs1");
    }

    @Test
    void nothingDoneIsAFileToo() throws IOException {
        assertThat(ProgressJson.read(ProgressJson.write(Progress.NONE))).isEqualTo(Progress.NONE);
    }

    @Test
    void keysMayBeAbsentOrUnknown() throws IOException {
        String text = "{\"since\": [1, {}], \"exercises\": {\"a\": {}, \"b\": {\"mood\": null}}, \"version\": 1}";

        assertThat(ProgressJson.read(text))
                .isEqualTo(new Progress(null, Map.of("a", ExerciseProgress.NONE, "b", ExerciseProgress.NONE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\u0000\u0000\u0000",
                "{",
                "{\"version\": 1, \"exercises\": {\"a\": {\"done\": \"2026-11-2",
                "{\"version\": 1} and more",
                "{\"version\": \"one\"}",
                "{\"version\": 1, \"current\": 7.5, \"exercises\": []}",
                "{\"version\": 1, \"current\": null}",
                "{\"version\": 1, \"exercises\": null}",
                "{\"version\": 1, \"exercises\": {\"a\": 1}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"done\": \"yesterday\"}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"done\": true}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"attempts\": -1}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"attempts\": 1.5}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"attempts\": 99999999999}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"hints\": [0]}}}",
                "{\"version\": 1, \"exercises\": {\"a\": {\"hints\": 1}}}"
            })
    void whatIsNoSuchFileIsRefused(String text) {
        assertThatIOException().isThrownBy(() -> ProgressJson.read(text));
    }

    @Test
    void aFileOfAnotherVersionIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> ProgressJson.read("{\"version\": 2}"))
                .withMessage("version 2 instead of 1");
        assertThatIOException().isThrownBy(() -> ProgressJson.read("{}")).withMessage("version 0 instead of 1");
    }
}
