package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as a browser sees it. */
class HtmlReportIT {
    @TempDir
    Path directory;

    @BeforeEach
    void writeThePage() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "there is no chromium");
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
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + directory.resolve("profile")));
        command.addAll(List.of(options));
        command.add(directory.resolve("report.html").toUri().toString());
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
