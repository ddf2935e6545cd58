package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Chromium without a window, and what it makes of a page. */
final class Browser {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String FRAME = """
            <!doctype html><meta charset="utf-8"><pre>nothing was measured</pre>
            <iframe src="%s" style="border: 0; width: %s; height: 2000px"></iframe>
            <script>
            onload = () => {
              const frame = document.querySelector("iframe"), page = frame.contentDocument, found = [];
              const look = element => frame.contentWindow.getComputedStyle(element);
              %s
              document.querySelector("pre").textContent = found.join("\\n") + "\\n";
            };
            </script>
            """;
    /** Makes the page what it is on paper, as far as style sheets go. */
    static final String ON_PAPER = """
            for (const rule of page.styleSheets[0].cssRules) {
              if (rule instanceof frame.contentWindow.CSSMediaRule) {
                rule.media.mediaText = rule.media.mediaText === "print" ? "all" : "not all";
              }
            }
            """;

    private final Path directory;

    /**
     * Skips the test where there is no Chromium.
     *
     * @param directory for its profile and other files
     */
    Browser(Path directory) {
        assumeTrue(Files.isExecutable(CHROMIUM), "there is no chromium");
        this.directory = directory;
    }

    /**
     * What a script finds in a page that is so wide, a line each.
     *
     * @param width in units of CSS
     * @param script puts into {@code found} what it finds in {@code page}; {@code look} gives an element's computed style
     */
    List<String> measure(Path page, String width, String script, String... options)
            throws IOException, InterruptedException {
        Path frame = directory.resolve("frame.html");
        Files.writeString(frame, FRAME.formatted(page.toUri(), width, script));
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--allow-file-access-from-files", "--dump-dom"));
        String dom = run(frame, all.toArray(String[]::new));
        String text = dom.substring(dom.indexOf("<pre>") + 5, dom.indexOf("</pre>"));
        assertThat(text).doesNotContain("nothing was measured");
        return text.lines().toList();
    }

    /** Standard output of Chromium, called so for the page. */
    String run(Path page, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--user-data-dir=" + directory.resolve("profile")));
        command.addAll(List.of(options));
        command.add(page.toUri().toString());
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
