package dev.runner.report;

import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.Shard;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reports with an exercise of every status, and with texts that each format has to escape. */
final class SampleReports {
    static final Map<String, String> ENVIRONMENT = Map.of(
            "GITHUB_REPOSITORY", "school/lamps",
            "GITHUB_SHA", "0123abcd",
            "GITHUB_ACTOR", "ada",
            "GITHUB_RUN_ID", "42",
            "GITHUB_RUN_ATTEMPT", "1",
            "RUNNER_COURSE_ID", "2084");

    private static final String NASTY =
            "\u001b[31mred\u001b[0m \u0007<b> & \"quotes\" ]]> `tick` ``` | 100% a:b,c \ud83d\udca1 {{title}}\n::error::no\n";

    private static final Verdict WITH_WARNING = new Verdict.Passed(
            List.of(new Diagnostic(
                    Diagnostic.Level.WARNING,
                    "unused_variables",
                    "unused variable: `watt`",
                    "exercises/01_lamps/lamp2.rs",
                    3,
                    9,
                    "\u001b[33mwarning\u001b[0m: unused variable: `watt`\n --> exercises/01_lamps/lamp2.rs:3:9\n")),
            new TestReport(List.of(new TestResult("tests::it_shines", TestResult.Status.PASSED, "")), true),
            Transcript.of(""));

    private static final Verdict PANICKED = new Verdict.Failed(
            Check.TEST,
            "1 of 3 tests failed",
            List.of(),
            new TestReport(
                    List.of(
                            new TestResult("tests::it_strikes", TestResult.Status.IGNORED, ""),
                            new TestResult("tests::it_ticks", TestResult.Status.PASSED, ""),
                            new TestResult(
                                    "tests::twelve_is_noon",
                                    TestResult.Status.FAILED,
                                    "thread 'tests::twelve_is_noon' panicked at exercises/02_clocks/clock2.rs:21:13:\n"
                                            + "assertion `left == right` failed\n  left: 11\n right: 12\n"
                                            + "note: run with `RUST_BACKTRACE=1` environment variable to display a"
                                            + " backtrace\n")),
                    true),
            Transcript.of(NASTY));

    private SampleReports() {}

    /** An exercise of every status. */
    static Report everything() {
        return report(
                new HintCost(new java.math.BigDecimal("0.25"), true),
                List.of(
                        exercise("lamp1", "01_lamps", 4, 1, Verdicts.passed(NASTY)),
                        exercise("lamp2", "01_lamps", 1, 0, WITH_WARNING),
                        exercise("lamp3", "01_lamps", 1, 0, Verdicts.moved(1)),
                        exercise("clock1", "02_clocks", 3, 4, PANICKED),
                        exercise("clock2", "02_clocks", 1, 0, Verdicts.timedOut()),
                        exercise(
                                "clock3",
                                "02_clocks",
                                1,
                                0,
                                new Verdict.Tampered("the test \"tests::noon\" is gone", Transcript.EMPTY)),
                        exercise(
                                "clock4",
                                "02_clocks",
                                1,
                                0,
                                new Verdict.Pending(
                                        new Verdict.Passed(List.of(), TestReport.NONE, Transcript.EMPTY), 3)),
                        exercise(
                                "quiz1",
                                "",
                                0,
                                0,
                                new Verdict.NotRunnable("serde is not on this machine", "type: cargo fetch")),
                        new ExerciseReport(
                                "quiz2",
                                "",
                                "exercises/quiz2.rs",
                                1,
                                0,
                                Verdicts.moved(0),
                                "info.toml:31: exercise \"quiz2\": its file exercises/quiz2.rs is missing",
                                Duration.ofMillis(2)),
                        new ExerciseReport("quiz3", "", "exercises/quiz3.rs", 1, 0, null, null, Duration.ZERO)));
    }

    /** Nothing but passes, a point each. */
    static Report allPassed() {
        return report(
                HintCost.FREE,
                List.of(
                        exercise("lamp1", "01_lamps", 1, 0, Verdicts.passed("")),
                        exercise("clock1", "02_clocks", 1, 0, Verdicts.passed("tick\n"))));
    }

    /** Nothing at all. */
    static Report empty() {
        return report(HintCost.FREE, List.of());
    }

    static Report report(HintCost hintCost, List<ExerciseReport> exercises) {
        return new Report(
                "1.2.3",
                new CourseIdentity("Lamps & <clocks>", exercises.size(), "0".repeat(64)),
                "school/course",
                false,
                hintCost,
                Shard.WHOLE,
                null,
                exercises.stream().map(ExerciseReport::name).toList(),
                exercises,
                Instant.parse("2026-11-24T08:00:00Z"),
                Duration.ofMillis(2345));
    }

    static ExerciseReport exercise(String name, String chapter, int points, int hints, @Nullable Verdict verdict) {
        String file = "exercises/" + (chapter.isEmpty() ? "" : chapter + "/") + name + ".rs";
        return new ExerciseReport(name, chapter, file, points, hints, verdict, null, Duration.ofMillis(120));
    }
}
