package dev.runner.author;

import static dev.runner.testing.FakeToolchain.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.testing.Courses;
import dev.runner.testing.FakeToolchain;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Judge;
import dev.runner.verify.Scratch;
import dev.runner.verify.TestReport;
import dev.runner.verify.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not depend on rustc: how the check goes on and ends. */
class CourseCheckerTest {
    private static final Verdict PASSED = new Verdict.Passed(List.of(), TestReport.NONE, Transcript.EMPTY);
    private static final Verdict FAILED = new Verdict.Tampered("no", Transcript.EMPTY);

    @TempDir
    private Path root;

    private final FakeToolchain toolchain = new FakeToolchain();
    private final Cancellation cancellation = new Cancellation();
    private Scratch scratch = new Scratch(List.of());
    private Courses course = Courses.in(Path.of("nowhere"));

    @BeforeEach
    void writeTheCourse() {
        scratch = new Scratch(List.of(root.resolve("scratch")));
        course = Courses.in(root.resolve("course")).with("info.toml", """
                format_version = 1
                [[exercises]]
                name = "a"
                test = false
                hint = "h"
                [[exercises]]
                name = "b"
                test = false
                hint = "h"
                """);
        for (String name : List.of("a", "b")) {
            course.with("exercises/" + name + ".rs", "// TODO: " + name + "\nfn main() {}\n")
                    .with("solutions/" + name + ".rs", "fn main() {}\n");
        }
    }

    @AfterEach
    void closeTheScratch() {
        scratch.close();
    }

    @Test
    void everyExerciseIsTriedAndHeardOfOnce() throws InterruptedException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CourseReport report = checker((plan, inner) -> plan.target().endsWith("_sol") ? PASSED : FAILED)
                .check(heard::add, cancellation);
        assertThat(report).isEqualTo(new CourseReport(List.of(), List.of(), 2, 0, 0));
        assertThat(heard).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aRequestToStopEndsIt() {
        Judge judge = (plan, inner) -> {
            cancellation.cancel();
            assertThat(inner.isCancelled()).isTrue();
            throw new CancellationException("cancelled");
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> checker(judge).check(name -> {}, cancellation));
    }

    @Test
    void aFormatterThatIsStoppedSaysNothingOfTheFormat() {
        toolchain.on(Tool.RUSTFMT, ended(Completion.End.CANCELLED, ""));
        Judge judge = (plan, inner) -> plan.target().endsWith("_sol") ? PASSED : FAILED;
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> checker(judge).check(name -> {}, cancellation));
    }

    @Test
    void aFaultOfTheMachineEndsItToo() {
        Judge judge = (plan, inner) -> {
            throw new ToolchainException("rustc is gone", "look");
        };
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> checker(judge).check(name -> {}, cancellation))
                .withMessage("rustc is gone");
    }

    @Test
    void whatCannotBeTriedHereIsAFindingWithWhatToType() throws InterruptedException {
        Judge judge = (plan, inner) -> new Verdict.NotRunnable("no crate", "cargo fetch");
        assertThat(Findings.render(
                        checker(judge).check(name -> {}, cancellation).findings()))
                .containsExactly(
                        "exercises/a.rs: can't be tried here: no crate; expected cargo fetch",
                        "exercises/a.rs: its solution can't be tried here: no crate; expected cargo fetch",
                        "exercises/b.rs: can't be tried here: no crate; expected cargo fetch",
                        "exercises/b.rs: its solution can't be tried here: no crate; expected cargo fetch");
    }

    @Test
    void whatOnlyCargoCanJudgeIsNotReplacedByAnotherFile() throws InterruptedException {
        course.with("info.toml", """
                format_version = 1
                [[exercises]]
                name = "a"
                hint = "one\\n---\\ntwo\\n---\\nthree"
                fails_with = ["test:t"]
                """)
                .with("exercises/a.rs", "// TODO: a\nfn main() {}\n#[test]\nfn t() {}\n")
                .with("Cargo.toml", """
                bin = [
                  { name = "a", path = "exercises/a.rs" },
                  { name = "a_sol", path = "solutions/a.rs" },
                ]
                [package]
                name = "exercises"
                edition = "2024"
                """)
                .with("src/lib.rs", "")
                .with("wrong/a_x.rs", "fn main() {}\n");
        List<Path> judged = Collections.synchronizedList(new ArrayList<>());
        Judge judge = (plan, inner) -> {
            judged.add(plan.source());
            return plan.target().endsWith("_sol")
                    ? PASSED
                    : new Verdict.Failed(
                            dev.runner.verify.Check.TEST,
                            "1 of 1 test failed",
                            List.of(),
                            new TestReport(
                                    List.of(new dev.runner.verify.TestResult(
                                            "t", dev.runner.verify.TestResult.Status.FAILED, "")),
                                    true),
                            Transcript.EMPTY);
        };
        CourseReport report = checker(judge).check(name -> {}, cancellation);
        assertThat(judged).containsExactly(Path.of("exercises", "a.rs"), Path.of("solutions", "a.rs"));
        assertThat(report.wrongAnswers()).isZero();
    }

    private CourseChecker checker(Judge judge) {
        return new CourseChecker(
                course.workspace(),
                course.course(),
                course.manifest(),
                course.planner(),
                judge,
                toolchain,
                scratch,
                new CourseChecker.Options(true, true, 2));
    }
}
