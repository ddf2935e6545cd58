package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The capstone of track 43 and a real browser look at the same pages: the boxes lie at the same places, and the
 * pictures have the same pixels.
 */
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ServoTrackIT {
    private static final String SOURCE = "solutions/43_servo/servo10.rs";
    private static final String BROWSER = "chromium";
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    /** A browser reckons in parts of a pixel, the program in floating point numbers. */
    private static final Comparator<Double> TOLERANT = (a, b) -> Math.abs(a - b) < 0.05 ? 0 : Double.compare(a, b);

    /** A script that writes all boxes to the end of the page, where they are not seen. */
    private static final String MEASURING = """
            <script>
              const box = e => e.getBoundingClientRect();
              const lines = [...document.querySelectorAll("[id]")]
                  .map(e => [e.id, box(e).x, box(e).y, box(e).width, box(e).height].join(" "));
              const pre = document.createElement("pre");
              pre.textContent = "window " + innerWidth + "\\n" + lines.join("\\n");
              pre.hidden = true;
              document.body.append(pre);
            </script>
            """;

    private enum Page {
        WIDTHS("""
                body { margin: 0 }
                div { height: 20px; background-color: #ddeeff }
                #auto { margin: 0 30px 0 10px; padding: 3px 7px 5px; border: 4px solid #336699 }
                #content { width: 300px; padding: 10px; border: 1px solid #000000; box-sizing: content-box }
                #border { width: 300px; padding: 10px; border: 5px solid #aa0000; box-sizing: border-box; height: 44px }
                #tight { width: 5px; height: 5px; padding: 10px; box-sizing: border-box; background-color: #00aa00 }
                #centre { width: 200px; margin: 0 auto; background-color: #ffcc00 }
                #right { width: 200px; margin-left: auto; margin-right: 25px; background-color: #cc00ff }
                #wide { width: 1000px; margin: 0 auto; background-color: #ff0000 }
                #out { margin: 0 -20px 0 -10px; background-color: #00ffff }
                """, """
                <div id="auto"></div><div id="content"></div><div id="border"></div><div id="tight"></div>
                <div id="centre"></div><div id="right"></div><div id="wide"></div><div id="out"></div>
                """),

        MARGINS("""
                html { background-color: #eeeeee }
                body { background-color: #ffffff }
                p { height: 12px; background-color: #99ccff }
                section { margin: 25px 10px 35px; background-color: #ffcc99 }
                #framed { border: 2px solid #555555; padding: 1px 0 }
                #high { height: 40px; margin-bottom: 15px }
                .hollow { margin: 40px 0 }
                #up { margin-top: -10px; margin-bottom: -6px }
                #down { margin-top: -4px; height: 3px; background-color: #ff0000 }
                #deep { margin-top: 50px }
                """, """
                <p id="first"></p><p id="second"></p>
                <section id="open"><p id="a"></p><p id="b"></p></section>
                <section id="framed"><p id="c"></p></section>
                <section id="high"><p id="d"></p></section>
                <div id="e" class="hollow"><div id="f" class="hollow"></div></div>
                <p id="up"></p><div id="down"></div>
                <section id="outer"><div id="inner"><p id="deep"></p></div></section>
                """),

        ROWS("""
                body { margin: 10px; background-color: #102030 }
                .row { display: flex; margin: 10px 0; background-color: #405060 }
                .row div { padding: 2px 3px; background-color: #ffffff }
                #a { flex: 1 } #b { flex: 2; height: 30px } #c { width: 81px; margin: 5px 6px 7px 8px }
                #d { width: 100px; flex-grow: 1 } #e { width: 200px; flex-grow: 3; border: 1px solid #ff0000 }
                #f { flex-grow: 0.25 } #g { width: 50px }
                #h { width: 600px } #i { width: 900px } #j { width: 80px; flex-shrink: 0 }
                #tall { height: 90px } #k { box-sizing: border-box; width: 120px } #l { height: 20px }
                #m div { width: 70px; margin: 10px } #n { display: flex; flex-grow: 1; background-color: #aaaaaa }
                """, """
                <div class="row" id="r1"><div id="a"></div><div id="b"></div><div id="c"></div></div>
                <div class="row" id="r2"><div id="d"></div><div id="e"></div></div>
                <div class="row" id="r3"><div id="f"></div><div id="g"></div></div>
                <div class="row" id="r4"><div id="h"></div><div id="i"></div><div id="j"></div></div>
                <div class="row" id="tall"><div id="k"></div><div id="l"></div></div>
                <div class="row" id="r5"><div id="m"><div id="o"></div><div id="p"></div></div>
                  <div id="n"><div id="q"></div><div id="s"></div></div></div>
                """),

        CASCADE("""
                #one { height: 11px; width: 50px } /* #one { height: 99px } */
                .a.b { width: 70px; height: 12px }
                section > .a { margin-left: 20px; width: 90px }
                section .a { margin-left: 40px; height: 13px }
                body section div.c { height: 14px }
                .a .c>.d, #none { height: 15px; background-color: #ff8800 }
                .c .d .c { height: 16px; width: 10px }
                div { background-color: #88aaff; height: 5px }
                div { border: 1px solid #222222 }
                .gone { display: none }
                * { padding-left: 4px }
                """, """
                <div id="one" class="a b"></div>
                <section id="s"><div class="a" id="two"></div><div id="three"><div class="b a" id="four"></div></div>
                  <div class="c d" id="five"><div class="d" id="six"><div class="c" id="seven"></div></div></div>
                  <div class="a" id="eight"><div class="c"><div class="d" id="nine"></div></div></div>
                  <div class="gone"><div></div></div><!-- <div id="ten"></div> --></section>
                """),

        PAPER("""
                header { height: 60px; padding: 0 20px; background-color: #223344; display: flex }
                header div { width: 40px; height: 40px; margin: 10px 10px 10px 0; background-color: #ffffff }
                header #title { flex: 1; height: 20px; margin-top: 20px }
                #columns { display: flex; margin-top: 20px }
                #side { width: 160px; margin-right: 20px; padding: 10px; border: 1px solid #cccccc }
                #side p { height: 14px; margin: 6px 0; background-color: #dddddd }
                main { flex-grow: 1; border: 3px solid #223344; padding: 0 15px }
                .card { margin: 15px 0; padding: 8px; border: 1px solid #999999; background-color: #f4f4ff }
                .card p { height: 30px; background-color: #bbccdd }
                footer { width: 500px; height: 24px; margin: 30px auto; background-color: #aabb99 }
                """, """
                <header id="head"><div id="logo"></div><div id="title"></div><div id="menu"></div></header>
                <div id="columns">
                  <div id="side"><p id="s1"></p><p id="s2"></p><p id="s3"></p></div>
                  <main id="main"><div class="card" id="c1"><p id="p1"></p></div>
                    <div class="card" id="c2"><p id="p2"></p><p id="p3"></p></div></main>
                </div>
                <footer id="foot"></footer>
                """);

        private final String css;
        private final String body;

        Page(String css, String body) {
            this.css = css;
            this.body = body;
        }

        String html() {
            return "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + name() + "</title>\n<style>\n" + css
                    + "</style></head>\n<body id=\"body\">\n" + body + MEASURING + "</body></html>\n";
        }
    }

    @TempDir
    private static Path directory;

    private static Path program = Path.of("servo10");

    @BeforeAll
    static void compile() throws Exception {
        program = directory.resolve("servo10");
        run(0, "rustc", "--edition", "2024", "-o", program.toString(), SOURCE);
    }

    @ParameterizedTest
    @EnumSource
    void theBoxesAndThePixelsAreThoseOfABrowser(Page page) throws Exception {
        String file = Files.writeString(directory.resolve(page + ".html"), page.html())
                .toString();
        Path photo = directory.resolve(page + ".png");
        String document = browse(file, "--dump-dom", "--screenshot=" + photo);
        Matcher measured =
                Pattern.compile("(?s)<pre .*>window (\\d+)\n(.*)</pre>").matcher(document);
        assertThat(measured.find()).as(document).isTrue();

        String out = run(0, program.toString(), "boxes", measured.group(1), file);
        assertThat(boxes(out))
                .usingRecursiveComparison()
                .withComparatorForType(TOLERANT, Double.class)
                .isEqualTo(boxes(measured.group(2)));

        Path picture = directory.resolve(page + ".ppm");
        run(0, program.toString(), "paint", "" + WIDTH, "" + HEIGHT, file, picture.toString());
        assertThat(Files.readAllBytes(picture)).isEqualTo(ppm(ImageIO.read(photo.toFile())));
    }

    @Test
    void withoutArgumentsItShowsItself() throws Exception {
        assertThat(run(0, program.toString())).isEqualTo("""
                row 28 20 244 34
                side 28 20 64 34
                main 92 20 180 34
                """);
    }

    @Test
    void otherArgumentsAreRefused() throws Exception {
        assertThat(run(1, program.toString(), "boxes")).contains("boxes WIDTH FILE", "paint WIDTH HEIGHT FILE OUT.ppm");
    }

    /** The boxes by the ids, in the order of the page. */
    private static Map<String, List<Double>> boxes(String lines) {
        Map<String, List<Double>> boxes = new LinkedHashMap<>();
        for (String line : lines.split("\n", -1)) {
            String[] parts = line.split(" ", -1);
            if (parts.length == 5) {
                boxes.put(
                        parts[0], Stream.of(parts).skip(1).map(Double::valueOf).toList());
            }
        }
        return boxes;
    }

    private static byte[] ppm(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("P6\n" + image.getWidth() + " " + image.getHeight() + "\n255\n").getBytes(US_ASCII));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int color = image.getRGB(x, y);
                bytes.write(color >> 16);
                bytes.write(color >> 8);
                bytes.write(color);
            }
        }
        return bytes.toByteArray();
    }

    /** What the browser prints about a page, in a window of that size. The test is skipped if there is no browser. */
    private static String browse(String page, String... options) throws Exception {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, BROWSER)));
        assumeTrue(installed, BROWSER + " is not installed");
        Path profile = Files.createTempDirectory("servo-track");
        try {
            List<String> command = new ArrayList<>(List.of(BROWSER, "--headless", "--no-sandbox", "--disable-gpu"));
            command.addAll(List.of("--no-first-run", "--disable-background-networking", "--disable-component-update"));
            command.addAll(List.of("--disable-sync", "--hide-scrollbars", "--user-data-dir=" + profile));
            command.add("--window-size=" + WIDTH + "," + HEIGHT);
            command.addAll(List.of("--force-device-scale-factor=1", "--force-color-profile=srgb"));
            command.addAll(List.of(options));
            command.add("file://" + page);
            return run(0, command.toArray(String[]::new));
        } finally {
            delete(profile);
        }
    }

    /** Deletes what can be deleted: a part of the browser may go on for a moment, making and deleting files. */
    private static void delete(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (UncheckedIOException e) {
            // One has gone while it was looked for; what is left lies among the temporary files.
        }
    }

    /** What a program prints, on standard output if all is well and else on standard error. */
    private static String run(int exit, String... command) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            process.getOutputStream().close();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
            assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(exit);
            return Files.readString(exit == 0 ? out : err);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
