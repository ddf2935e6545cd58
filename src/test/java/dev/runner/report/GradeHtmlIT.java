package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Exercise;
import dev.runner.testing.SampleCourse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of grades as a browser sees it. */
class GradeHtmlIT {
    /** Of upright A4 and Letter, the margins taken off, whichever is less. */
    private static final String PAPER = "180mm";

    private static final String CONTRAST = """
            const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
            const light = rgb => {
              const [r, g, b] = rgb.match(/[0-9.]+/g).map(Number);
              return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            };
            const ground = element => {
              const colour = look(element).backgroundColor;
              return colour === "rgba(0, 0, 0, 0)" && element.parentElement ? ground(element.parentElement) : colour;
            };
            for (const element of page.body.querySelectorAll("*")) {
              const bar = element.matches(".bar span");
              if (!bar && ![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
              const one = light(bar ? look(element).backgroundColor : look(element).color);
              const other = light(bar ? ground(element.closest("td")) : ground(element));
              const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
              found.push(contrast.toFixed(2) + " " + element.outerHTML.slice(0, 80));
            }
            """;

    @TempDir
    Path directory;

    private Browser browser;
    private Path page;

    @BeforeEach
    void begin() {
        browser = new Browser(directory);
        page = directory.resolve("grades.html");
    }

    @Test
    void theBrowserFindsARowAndItsCellsPerSubmission() throws IOException, InterruptedException {
        Files.writeString(page, GradeSheetTest.sample().html("out/"));
        String dom = browser.run(page, "--dump-dom");
        // What a browser closes or moves by itself was not well-formed.
        String body = dom.substring(dom.indexOf("<body>"));
        assertThat(plain(body))
                .isEqualTo(plain(GradeSheetTest.sample().html("out/").replaceAll("(?s).*<body>", "<body>")));
    }

    /** Without blanks and the escapes that browsers write their own way. */
    private static String plain(String html) {
        return html.replaceAll("\\s+", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"400px", "1280px"})
    void noScreenIsTooNarrowForThePage(String width) throws IOException, InterruptedException {
        Files.writeString(page, large().html("out/"));
        assertThat(browser.measure(page, width, "found.push(page.documentElement.scrollWidth + 'px');"))
                .containsExactly(width);
    }

    @Test
    void aUsualScreenShowsWholeBlocksOfExercises() throws IOException, InterruptedException {
        Files.writeString(page, large().html("out/"));
        assertThat(browser.measure(
                        page,
                        "1280px",
                        "page.querySelectorAll('.boxed').forEach(b => found.push(b.scrollWidth - b.clientWidth));"))
                .isEqualTo(List.of("0", "0", "0", "0"));
    }

    @Test
    void paperHoldsAllColumnsInPrintThatCanBeRead() throws IOException, InterruptedException {
        Files.writeString(page, large().html("out/"));
        List<String> found = browser.measure(page, PAPER, Browser.ON_PAPER + """
                const inner = page.body.getBoundingClientRect();
                for (const table of page.querySelectorAll("table")) {
                  found.push(table.getBoundingClientRect().right <= inner.right + 1 ? "fits" : "is cut off");
                }
                for (const name of page.querySelectorAll(".upright span")) {
                  const cell = name.closest("th").getBoundingClientRect(), text = name.getBoundingClientRect();
                  found.push(text.width <= cell.width + 0.5 ? "fits" : "overlaps");
                }
                for (const cell of page.querySelectorAll(".matrix th, .matrix td")) {
                  found.push(parseFloat(look(cell).fontSize) >= 8 ? "can be read" : "is too small");
                }
                """);
        assertThat(found).contains("fits", "can be read").doesNotContain("is cut off", "overlaps", "is too small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "print"})
    void everyColourStandsOutFromItsGround(String scheme) throws IOException, InterruptedException {
        Files.writeString(page, GradeSheetTest.sample().html("out/"));
        List<String> found = browser.measure(
                page,
                "1280px",
                (scheme.equals("print") ? Browser.ON_PAPER : "") + CONTRAST,
                "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1));
        assertThat(found).hasSizeGreaterThan(50);
        assertThat(found).allMatch(line -> Double.parseDouble(line.replaceAll(" .*", "")) >= 4.5);
    }

    /** Chapters of 7, one of 40, and a submission with a very long name. */
    private static GradeSheet large() {
        List<Exercise> exercises = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            int chapter = number < 60 ? number / 7 : 60;
            exercises.add(exercise("primitive" + number, "chapter_" + chapter));
        }
        List<GradeRow> rows = IntStream.range(0, 12)
                .mapToObj(index -> row(index == 3 ? "maximilian-".repeat(14) : "ada" + index))
                .toList();
        return new GradeSheet(
                "1.2.3", "Lamps", exercises, HintCost.parse("25%"), rows, Instant.parse("2026-11-24T08:00:00Z"));
    }

    private static GradeRow row(String name) {
        List<Status> statuses = IntStream.range(0, 100)
                .mapToObj(number -> number % 3 == 0 ? Status.FAILED : Status.PASSED)
                .toList();
        return new GradeRow(
                name,
                "page",
                null,
                statuses,
                new BigDecimal("66.625"),
                100,
                Duration.ofMillis(123_456),
                List.of("12 timed out", "not the course's: info.toml, build.rs, " + "src/".repeat(40)));
    }

    private static Exercise exercise(String name, String chapter) {
        Exercise lamp = SampleCourse.LAMP;
        return new Exercise(
                name,
                chapter,
                lamp.source(),
                lamp.solution(),
                lamp.mode(),
                true,
                false,
                false,
                lamp.hint(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                1,
                1);
    }
}
