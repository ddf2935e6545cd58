package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.testing.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsTest {
    private static final Timings SOME =
            new Timings(Map.of("b", Duration.ofMillis(200), "a", Duration.ofMillis(100), "c", Duration.ofMillis(900)));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(SOME.write()).isEqualTo("""
                {
                  "format": 1,
                  "seconds": {
                    "a": 0.100,
                    "b": 0.200,
                    "c": 0.900
                  }
                }
                """);
        assertThat(Timings.read("x", SOME.write())).isEqualTo(SOME);
        assertThat(Timings.read("x", Timings.NONE.write())).isEqualTo(Timings.NONE);
    }

    @Test
    void aReportTellsThemToo() {
        Timings told = Timings.read("x", ReportJson.write(SampleReports.everything()));
        assertThat(told.durations())
                .containsEntry("lamp1", Duration.ofMillis(120))
                .doesNotContainKeys("quiz2", "quiz3");
    }

    @Test
    void whatWasRememberedAndNotJudgedTellsNothing() {
        ExerciseReport remembered =
                new ExerciseReport("a", "", "a.rs", 1, 0, Verdicts.passed(""), null, Duration.ofMillis(9));
        assertThat(Timings.of(SampleReports.report(HintCost.FREE, List.of(remembered))))
                .isEqualTo(Timings.NONE);
    }

    @Test
    void theNewerWins() {
        Timings newer = new Timings(Map.of("a", Duration.ofMillis(1)));
        assertThat(SOME.with(newer).costs(List.of("a", "b", "unknown")))
                .isEqualTo(Map.of("a", 1L, "b", 200L, "unknown", 200L));
    }

    @Test
    void theBasisIsOfWhatIsKnownOfTheseExercises() {
        assertThat(SOME.basis(List.of("x", "y"))).isNull();
        assertThat(SOME.basis(List.of("a")))
                .isEqualTo(new Timings(Map.of("a", Duration.ofMillis(100))).basis(List.of("a", "z")))
                .isNotEqualTo(SOME.basis(List.of("a", "b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": 2, \"seconds\": {}}",
                "{\"format\": 1, \"seconds\": {\"a\": \"1\"}}",
                "{\"format\": 1, \"seconds\": {\"a\": 0.0001}}",
                "{\"format\": 1, \"seconds\": {\"a\": 1e99999999}}",
                "{\"format\": 1, \"seconds\": {\"a\": null}}",
                "{\"format\": 1, \"exercises\": []}"
            })
    void whatTellsNoneIsRefused(String text) {
        assertThatExceptionOfType(ReportException.class).isThrownBy(() -> Timings.read("x.json", text));
    }
}
