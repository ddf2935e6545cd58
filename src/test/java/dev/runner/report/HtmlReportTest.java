package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{6});");

    @Test
    void thePageNeedsNothingButItself() {
        String page = HtmlReport.write(SampleReports.everything());
        assertThat(page)
                .doesNotContain("<script", "src=", "@import", "url(", "//fonts", "https:", "{{figures")
                .contains("default-src 'none'", "<html lang=\"en\">", "&lt;clocks&gt;");
    }

    @Test
    void whatAProgramPrintedIsNoMarkupAndNoPlaceholder() {
        assertThat(HtmlReport.write(SampleReports.everything()))
                .contains(
                        "red &lt;b&gt; &amp; &quot;quotes&quot; ]]&gt; `tick` ``` | 100% a:b,c \ud83d\udca1 {{title}}")
                .doesNotContain("\u001b", "\u0007", "<b>");
    }

    @Test
    void ofManyThatDidNotPassNoneIsOpen() {
        List<ExerciseReport> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(SampleReports.exercise("lamp" + i, "01_lamps", 1, 0, Verdicts.moved(0)));
        }
        assertThat(HtmlReport.write(SampleReports.report(HintCost.FREE, many))).doesNotContain(" open>");
        assertThat(HtmlReport.write(SampleReports.report(HintCost.FREE, many.subList(0, 20))))
                .contains(" open>");
    }

    /** WCAG 2, level AA: 4.5 to 1 for text. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void everyTextCanBeRead(int scheme) throws IOException {
        String css = Files.readString(Path.of("src/main/resources/dev/runner/report/page.css"));
        Map<String, Double> light = luminances(css.split(":root \\{", -1)[scheme + 1]);
        assertThat(light.keySet()).contains("page", "panel", "text", "faint", "pass", "fail", "other", "link");
        for (String text : List.of("text", "faint", "pass", "fail", "other", "link")) {
            for (String ground : List.of("page", "panel")) {
                double one = light.getOrDefault(text, 0.0) + 0.05;
                double other = light.getOrDefault(ground, 0.0) + 0.05;
                assertThat(Math.max(one, other) / Math.min(one, other))
                        .as(text + " on " + ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static Map<String, Double> luminances(String block) {
        Map<String, Double> luminances = new HashMap<>();
        Matcher matcher = COLOUR.matcher(block.substring(0, block.indexOf('}')));
        while (matcher.find()) {
            int rgb = Integer.parseInt(matcher.group(2), 16);
            luminances.put(
                    matcher.group(1), 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb));
        }
        return luminances;
    }

    private static double linear(int channel) {
        double value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
