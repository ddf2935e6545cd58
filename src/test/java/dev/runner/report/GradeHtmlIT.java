package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of grades as a browser sees it. */
class GradeHtmlIT {
    @TempDir
    Path directory;

    @Test
    void theBrowserFindsARowAndItsCellsPerSubmission() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "there is no chromium");
        Path page = Files.writeString(
                directory.resolve("grades.html"), GradeSheetTest.sample().html("out/"));
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(
                        "/usr/bin/chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String dom = Files.readString(out, StandardCharsets.UTF_8);
        // What a browser closes or moves by itself was not well-formed.
        String body = dom.substring(dom.indexOf("<body>"));
        assertThat(body.replaceAll("\\s+", ""))
                .isEqualTo(GradeSheetTest.sample()
                        .html("out/")
                        .replaceAll("(?s).*<body>", "<body>")
                        .replace("&quot;Zoë&quot;", "\"Zoë\"")
                        .replaceAll("\\s+", ""));
    }
}
