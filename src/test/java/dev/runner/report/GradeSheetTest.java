package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.SampleCourse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of grades against their golden files ({@code -Dgolden.update=true} writes them). */
class GradeSheetTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/runner/report/grades");

    static GradeSheet sample() {
        return sheet(List.of(
                row("ada", List.of(Status.PASSED, Status.PASSED, Status.PASSED, Status.PASSED), "4", List.of()),
                row(
                        "=cmd|' /C calc'!A0 <b>\"Zoë\"</b>, née 钟",
                        List.of(Status.PASSED, Status.TAMPERED, Status.TIMED_OUT, Status.NOT_RUNNABLE),
                        "0.75",
                        List.of("1 tampered", "1 timed out", "not the course's: info.toml, build.rs")),
                row("grace", List.of(Status.FAILED, Status.PENDING, Status.FAILED, Status.NOT_JUDGED), "0", List.of()),
                GradeRow.broken("nobody", "there is no such directory")));
    }

    private static GradeSheet sheet(List<GradeRow> rows) {
        return new GradeSheet(
                "1.2.3",
                "Lamps & <clocks>",
                SampleCourse.COURSE.exercises(),
                HintCost.parse("25%"),
                rows,
                Instant.parse("2026-11-24T08:00:00Z"));
    }

    private static GradeRow row(String name, List<Status> statuses, String score, List<String> remarks) {
        String file = name.replaceAll("[^a-z]+", "_");
        return new GradeRow(name, file, null, statuses, new BigDecimal(score), 4, Duration.ofMillis(1234), remarks);
    }

    /** Golden files have the line ends of the repository. */
    private static String written(String name) {
        return text(name).replace("\r\n", "\n");
    }

    private static String text(String name) {
        return switch (name) {
            case "grades.csv" -> sample().csv();
            case "grades.html" -> sample().html("out put/");
            case "empty.csv" -> sheet(List.of()).csv();
            case "empty.html" -> sheet(List.of()).html(null);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"grades.csv", "grades.html", "empty.csv", "empty.html"})
    void aTableIsWrittenAsItsGoldenFileSays(String name) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written(name));
        }
        assertThat(written(name)).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyGoldenFileIsAsked() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("grades.csv", "grades.html", "empty.csv", "empty.html");
        }
    }

    @Test
    void thePageNeedsNothingButItselfAndEscapesNames() {
        assertThat(written("grades.html"))
                .doesNotContain("<script", "src=", "@import", "url(", "https:", "{{", "<b>")
                .contains("default-src 'none'", "href=\"./out%20put/ada.html\"", "&lt;b&gt;&quot;Zoë&quot;");
    }

    @Test
    void everyLineOfTheCsvEndsAsItsStandardSays() {
        assertThat(sample().csv().replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(sample().csv().split("\r\n", -1)).hasSize(6);
    }

    @Test
    void whatASpreadsheetWouldCalculateIsText() {
        assertThat(sample().csv()).contains("\r\n\"'=cmd|' /C calc'!A0 <b>\"\"Zoë\"\"</b>, née 钟\",incomplete,");
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 66.7", "0, 3, 0.0", "3, 3, 100.0", "2999.9, 3000, 99.9", "0, 0, ''", "1.125, 4, 28.1"})
    void onlyAllOfThePointsAreAHundredPercent(BigDecimal score, long points, String percent) {
        GradeRow row = new GradeRow("a", null, null, List.of(), score, points, Duration.ZERO, List.of());
        assertThat(row.percent()).isEqualTo(percent);
    }

    @Test
    void aRowTellsWhatIsToBeKnownOfAReport() {
        GradeRow row = GradeRow.of("ada", "ada", SampleReports.everything(), List.of("build.rs"));
        assertThat(row.remark()).isEqualTo("1 tampered; 1 timed out; 3 not judged here; not the course's: build.rs");
        assertThat(row.state()).isEqualTo("incomplete");
        assertThat(row.passed()).isEqualTo(2);
        assertThat(GradeRow.of("grace", null, SampleReports.allPassed(), List.of())
                        .state())
                .isEqualTo("graded");
    }
}
