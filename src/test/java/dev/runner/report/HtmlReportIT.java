package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser sees it. */
class HtmlReportIT {
    @TempDir
    Path directory;

    private Browser browser;

    @BeforeEach
    void writeThePage() throws IOException {
        browser = new Browser(directory);
        Files.writeString(
                directory.resolve("report.html"),
                Reports.write(SampleReports.everything(), ReportFormat.HTML, Map.of()));
    }

    @Test
    void theBrowserFindsWhatTheReportHolds() throws IOException, InterruptedException {
        String dom = chromium("--dump-dom");
        assertThat(dom).contains("<h1>Lamps &amp; &lt;clocks&gt;</h1>", "2 of 10 passed, 4 of 14 points");
        assertThat(count(dom, "<details ")).isEqualTo(10);
        assertThat(count(dom, "<details [^>]*open")).isEqualTo(8);
        assertThat(count(dom, "role=\"img\" aria-label=\"[0-9]+ of [0-9]+ passed"))
                .isEqualTo(4);
        // What a browser closes or moves by itself was not well-formed.
        assertThat(count(dom, "</section>")).isEqualTo(count(dom, "<section ")).isEqualTo(4);
        assertThat(dom).endsWith("<footer>Written by runner 1.2.3.</footer>\n\n\n</body></html>\n");
    }

    @Test
    void itCanBePrintedAndLooksDifferentInTheDark() throws IOException, InterruptedException {
        chromium("--print-to-pdf=" + directory.resolve("a.pdf"));
        assertThat(directory.resolve("a.pdf")).isNotEmptyFile();
        chromium("--window-size=900,700", "--screenshot=" + directory.resolve("light.png"));
        chromium(
                "--window-size=900,700",
                "--blink-settings=preferredColorScheme=0",
                "--screenshot=" + directory.resolve("dark.png"));
        assertThat(brightness("light.png")).isGreaterThan(180);
        assertThat(brightness("dark.png")).isLessThan(75);
    }

    private double brightness(String image) throws IOException {
        java.awt.image.BufferedImage pixels =
                javax.imageio.ImageIO.read(directory.resolve(image).toFile());
        long sum = 0;
        for (int y = 0; y < pixels.getHeight(); y++) {
            for (int x = 0; x < pixels.getWidth(); x++) {
                sum += pixels.getRGB(x, y) >> 8 & 0xFF;
            }
        }
        return (double) sum / pixels.getWidth() / pixels.getHeight();
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    private String chromium(String... options) throws IOException, InterruptedException {
        return browser.run(directory.resolve("report.html"), options);
    }
}
