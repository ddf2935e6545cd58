package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Exercise;
import dev.runner.testing.Courses;
import dev.runner.testing.Trick;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.CleanToolchain;
import dev.runner.toolchain.LocalToolchain;
import dev.runner.toolchain.Toolchain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers have tried to pass without being right, and what honest people do, judged by the real toolchain. */
class TricksIT {
    private static final String INFO = """
            format_version = 1
            [[exercises]]
            name = "parcel"
            hint = "h"
            [[exercises]]
            name = "double"
            test = false
            strict_clippy = true
            fails_with = ["clippy::needless_return"]
            hint = "h"
            """;
    private static final String MANIFEST = """
            bin = [
              { name = "parcel", path = "exercises/parcel.rs" },
              { name = "double", path = "exercises/double.rs" },
            ]
            [package]
            name = "exercises"
            edition = "2024"
            [lints.rust]
            unsafe_code = "deny"
            """;

    @TempDir
    private static Path directory;

    private static final List<Trick> TRICKS = Trick.in("tricks.txt");
    private static final List<Trick> HONEST = Trick.in("honest.txt");
    private static final Map<Trick, Verdict> VERDICTS = new HashMap<>();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private static Courses course = Courses.in(Path.of(""));
    private static Judge judge = (plan, cancellation) -> {
        throw new IllegalStateException("not yet");
    };

    @BeforeAll
    static void judgeAll() throws Exception {
        course = Courses.in(directory.resolve("course"))
                .with("info.toml", INFO)
                .with("Cargo.toml", MANIFEST)
                .with("exercises/parcel.rs", Trick.read("parcel.rs"))
                .with("exercises/double.rs", Trick.read("double.rs"));
        Toolchain toolchain =
                new CleanToolchain(LocalToolchain.locate(course.workspace().root(), System.getenv()), System.getenv());
        try (Scratch scratch = new Scratch(List.of(directory.resolve("scratch")))) {
            judge = Judges.forSubmissions(toolchain, scratch, false);
            ExecutorService threads =
                    Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
            try {
                Map<Trick, Future<Verdict>> running = new HashMap<>();
                TRICKS.forEach(trick -> running.put(trick, threads.submit(() -> verdict(trick, trick.text()))));
                HONEST.forEach(trick -> running.put(trick, threads.submit(() -> verdict(trick, trick.text()))));
                for (Map.Entry<Trick, Future<Verdict>> each : running.entrySet()) {
                    VERDICTS.put(each.getKey(), each.getValue().get());
                }
                crlf = threads.submit(() ->
                                verdict(HONEST.get(0), HONEST.get(0).text().replace("\n", "\r\n")))
                        .get();
                before = threads.submit(() ->
                                verdict(HONEST.get(0), testsFirst(HONEST.get(0).text())))
                        .get();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Verdict crlf = new Verdict.NotRunnable("not judged", "");
    private static Verdict before = new Verdict.NotRunnable("not judged", "");

    private static Verdict verdict(Trick trick, String text) throws Exception {
        Path root = Files.createDirectory(directory.resolve("submission" + COUNTER.incrementAndGet()));
        Path file = root.resolve("exercises").resolve(trick.exercise() + ".rs");
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        Exercise exercise = course.exercise(trick.exercise());
        // A busy machine is slow to start a program.
        CheckPlan plan = new Planner(course.workspace(), course.course(), course.manifest(), Duration.ofMinutes(1))
                .against(
                        exercise,
                        new Reference.Submission(root, file),
                        Trick.read(trick.exercise() + "_solved.rs"),
                        false);
        return judge.judge(plan, new Cancellation());
    }

    private static String testsFirst(String text) {
        int tests = text.indexOf("#[cfg(test)]");
        return text.substring(tests) + text.substring(0, tests);
    }

    static List<Trick> tricks() {
        return TRICKS;
    }

    static List<Trick> honest() {
        return HONEST;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tricks")
    void aTrickIsCalledByItsName(Trick trick) {
        String verdict = Described.briefly(VERDICTS.getOrDefault(trick, crlf));
        assertThat(verdict)
                .as(trick.text())
                .startsWith(trick.kind().replace("tests", "tampered") + ": ")
                .contains(trick.reason());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void anHonestVariationPasses(Trick trick) {
        assertThat(VERDICTS.getOrDefault(trick, crlf)).as(trick.text()).matches(Verdict::passed, "passes");
    }

    @Test
    void soDoLineEndsOfWindows() {
        assertThat(Described.briefly(crlf)).isEqualTo("passed: 4 tests passed");
    }

    @Test
    void soDoTestsBeforeTheFunction() {
        assertThat(Described.briefly(before)).isEqualTo("passed: 4 tests passed");
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(TRICKS).hasSizeGreaterThan(90);
        assertThat(HONEST).hasSizeGreaterThan(25);
    }
}
