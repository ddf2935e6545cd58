package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.calls;
import static dev.runner.testing.FakeToolchain.ended;
import static dev.runner.testing.FakeToolchain.exit;
import static dev.runner.testing.FakeToolchain.program;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.FakeToolchain;
import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedJudgeTest {
    private static final String SOURCE = "fn main() {}\n#[test]\nfn works() {}\n";
    private static final String FAILED_TEST = """
            test MODULE::works ... FAILED

            failures:

            ---- MODULE::works stdout ----
            thread 'MODULE::works' panicked at a.rs:3:1:
            boo

            failures:
                MODULE::works

            test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 4 filtered out
            """;

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @TempDir
    private Path root;

    private final FakeToolchain toolchain = new FakeToolchain();
    private final Cancellation cancellation = new Cancellation();
    private Scratch scratch = new Scratch(List.of());
    private BatchJudge judge = (BatchJudge) Judges.forMany(toolchain, scratch);

    @BeforeEach
    void writeTheExercises() throws IOException {
        for (String name : NAMES) {
            write(name, SOURCE);
        }
        scratch = new Scratch(List.of(root.resolve("scratch")));
        judge = (BatchJudge) Judges.forMany(toolchain, scratch);
        toolchain.when(
                program("tests").and(isShared()),
                (invocation, inner) -> exit(
                        0,
                        FakeToolchain.ONE_TEST_PASSED.replace(
                                "tests::works", invocation.arguments().get(0) + "works")));
    }

    @AfterEach
    void closeTheScratch() {
        scratch.close();
    }

    @Test
    void aBatchIsBuiltOnceAndEachRunsByItself() throws InterruptedException {
        List<Verdict> verdicts = batch();
        assertThat(verdicts).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(calls(Tool.CLIPPY_DRIVER))).isEqualTo(5);
        assertThat(count(calls(Tool.RUSTC))).isEqualTo(2);
        assertThat(count(isShared())).isEqualTo(10);
        assertThat(((Verdict.Passed) verdicts.get(0)).tests().results())
                .containsExactly(new TestResult("works", TestResult.Status.PASSED, ""));
    }

    @Test
    void aFewAreBuiltOneByOne() throws InterruptedException {
        for (String name : List.of("a", "b", "c")) {
            assertThat(judge.begin(plan(name), cancellation)).isEqualTo(BatchJudge.Begun.WAITS);
        }
        judge.build(cancellation);
        assertThat(judge.judge(plan("a"), cancellation).passed()).isTrue();
        assertThat(count(isShared())).isZero();
        assertThat(count(calls(Tool.CLIPPY_DRIVER)))
                .as("the lints are not asked again")
                .isEqualTo(3);
    }

    @Test
    void whoFailsThereIsJudgedAlone() throws InterruptedException {
        toolchain.when(program("program").and(isShared()), (invocation, inner) -> exit(101, "panicked"));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(program("program").and(isShared().negate()))).isEqualTo(5);
    }

    @Test
    void aTestOfSomebodyElseIsNotTakenForTheirs() throws InterruptedException {
        toolchain.when(program("tests").and(isShared()), (invocation, inner) -> exit(0, FakeToolchain.ONE_TEST_PASSED));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(program("tests").and(isShared().negate()))).isEqualTo(5);
    }

    @Test
    void whomTheCompilerObjectsToIsLeftOut() throws InterruptedException {
        toolchain.when(
                calls(Tool.RUSTC).and(invocation -> text(invocation).contains("b.rs")),
                (invocation, inner) -> exit(1, "", RustcJson.errorIn("b.rs", "E0425", "not found", 1)));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(isShared())).isEqualTo(8);
    }

    @Test
    void anErrorInWhatWasWrittenAroundAnExerciseIsItsOwn() throws InterruptedException {
        toolchain.when(
                calls(Tool.RUSTC).and(invocation -> text(invocation).contains("b.rs")),
                (invocation, inner) ->
                        exit(1, "", RustcJson.errorIn(invocation.arguments().get(0), "E0425", "no main", 2)));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(isShared())).isEqualTo(8);
    }

    @Test
    void anErrorOfNobodyInParticularSendsAllTheSlowWay() throws InterruptedException {
        toolchain.when(
                calls(Tool.RUSTC).and(invocation -> text(invocation).contains("b.rs")),
                (invocation, inner) -> exit(1, "", RustcJson.errorWithoutPlace("no linker")));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(isShared())).isZero();
    }

    @Test
    void aFaultOfTheSharedBuildSendsAllTheSlowWay() throws InterruptedException {
        toolchain.when(calls(Tool.RUSTC).and(invocation -> text(invocation).contains("b.rs")), (invocation, inner) -> {
            throw new ToolchainException("no memory", "buy some");
        });
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(isShared())).isZero();
    }

    @Test
    void testsThatFailThereAreToldAsTheirOwn() throws InterruptedException {
        toolchain.when(
                program("tests").and(isShared()),
                (invocation, inner) -> exit(
                        101,
                        FAILED_TEST.replace("MODULE::", invocation.arguments().get(0))));
        assertThat(batch())
                .hasSize(5)
                .allSatisfy(verdict -> assertThat(verdict)
                        .isEqualTo(new Verdict.Failed(
                                Check.TEST,
                                "1 of 1 test failed",
                                List.of(),
                                TestReportParser.parse(FAILED_TEST.replace("MODULE::", "")),
                                Transcript.of(
                                        FAILED_TEST.replace("MODULE::", "").replace("; 4 f", "; 0 f")))));
        assertThat(count(program("tests").and(isShared().negate()))).isZero();
    }

    @Test
    void testsThatEndBadlyThereAreJudgedAlone() throws InterruptedException {
        toolchain.when(program("tests").and(isShared()), (invocation, inner) -> exit(134, "overflowed its stack"));
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(program("tests").and(isShared().negate()))).isEqualTo(5);
    }

    @Test
    void testsThatDoNotEndThereAreNotWaitedForAgain() throws InterruptedException {
        toolchain.when(
                program("tests").and(isShared()),
                (invocation, inner) -> ended(
                        Completion.End.TIME_LIMIT,
                        "test " + invocation.arguments().get(0) + "first ... ok\n"));
        assertThat(batch())
                .hasSize(5)
                .allSatisfy(verdict -> assertThat(verdict)
                        .isEqualTo(new Verdict.TimedOut(
                                Check.TEST, plan("a").time(), Transcript.of("test first ... ok\n"))));
        assertThat(count(program("tests").and(isShared().negate()))).isZero();
    }

    @Test
    void whatIsUnfinishedSharesTheTestsOnly() throws InterruptedException, IOException {
        for (String name : NAMES) {
            write(name, SOURCE + "// TODO\n");
        }
        assertThat(batch()).hasSize(5).allMatch(Verdict::passed);
        assertThat(count(program("tests").and(isShared()))).isEqualTo(5);
        assertThat(count(program("tests"))).as("they are not run again").isEqualTo(5);
        assertThat(count(program("program").and(isShared().negate()))).isEqualTo(5);
    }

    @Test
    void programsWhoseTestsDoNotCompileAreCheckedTogether() throws InterruptedException {
        toolchain.on(Tool.CLIPPY_DRIVER, exit(1, "", RustcJson.errorWithoutPlace("no such name")));
        assertThat(batch()).hasSize(5).allMatch(verdict -> verdict.reason().equals("no such name"));
        assertThat(toolchain.calls())
                .filteredOn(call -> call.startsWith("rustc"))
                .singleElement()
                .asString()
                .contains("--emit=metadata");
    }

    @Test
    void theOneThatDoesNotCompileItselfIsToldSo() throws InterruptedException {
        toolchain.on(Tool.CLIPPY_DRIVER, exit(1, "", RustcJson.errorWithoutPlace("no such name")));
        toolchain.when(
                calls(Tool.RUSTC)
                        .and(invocation -> text(invocation).contains("b.rs")
                                || invocation.arguments().get(0).equals("b.rs")),
                (invocation, inner) -> exit(1, "", RustcJson.errorIn("b.rs", "E0425", "not found", 1)));
        assertThat(batch())
                .extracting(Verdict::reason)
                .containsExactly("no such name", "E0425: not found", "no such name", "no such name", "no such name");
    }

    @Test
    void whatMaySleepStandsAside() throws InterruptedException, IOException {
        write("a", "fn main() { std::thread::sleep(T) }\n");
        write("b", "fn main() { pair.wait_timeout(T) }\n");
        assertThat(judge.begin(plan("a"), cancellation)).isEqualTo(BatchJudge.Begun.ASIDE);
        assertThat(judge.begin(plan("b"), cancellation)).isEqualTo(BatchJudge.Begun.ASIDE);
        assertThat(toolchain.calls()).isEmpty();
        assertThat(judge.judge(plan("a"), cancellation).passed()).isTrue();
    }

    @Test
    void aFileThatIsSavedInBetweenIsJudgedAnew() throws InterruptedException, IOException {
        for (String name : NAMES) {
            judge.begin(plan(name), cancellation);
        }
        judge.build(cancellation);
        write("c", SOURCE + "// saved\n");
        toolchain.when(program("program").and(isShared().negate()), (invocation, inner) -> exit(3, ""));
        assertThat(judge.judge(plan("b"), cancellation).passed()).isTrue();
        assertThat(judge.judge(plan("c"), cancellation).passed()).isFalse();
    }

    /** Somebody watches, and has everything checked twice. */
    @Test
    void aSecondBatchKnowsNothingOfTheFirst() throws InterruptedException {
        assertThat(batch()).allMatch(Verdict::passed);
        toolchain.when(
                calls(Tool.RUSTC).and(invocation -> text(invocation).contains("b.rs")),
                (invocation, inner) -> exit(1, "", RustcJson.errorWithoutPlace("no linker")));
        toolchain.when(program("program").and(isShared().negate()), (invocation, inner) -> exit(3, ""));
        assertThat(batch()).hasSize(5).noneMatch(Verdict::passed);
    }

    @Test
    void whatWasBegunAndNeverJudgedIsForgotten() throws InterruptedException {
        for (String name : NAMES) {
            judge.begin(plan(name), cancellation);
        }
        toolchain.withoutClippy();
        assertThat(judge.begin(plan("a"), cancellation).verdict()).isNotNull();
        assertThat(count(isShared())).isZero();
    }

    private List<Verdict> batch() throws InterruptedException {
        List<Verdict> verdicts = new ArrayList<>();
        List<CheckPlan> waiting = new ArrayList<>();
        for (String name : NAMES) {
            Optional.ofNullable(judge.begin(plan(name), cancellation).verdict())
                    .ifPresentOrElse(verdicts::add, () -> waiting.add(plan(name)));
        }
        judge.build(cancellation);
        for (CheckPlan plan : waiting) {
            verdicts.add(judge.judge(plan, cancellation));
        }
        return verdicts;
    }

    private CheckPlan plan(String name) {
        CheckPlan plan = Plans.in(root).plan();
        return new CheckPlan(
                name,
                root,
                Path.of(name + ".rs"),
                plan.mode(),
                true,
                false,
                plan.manifest(),
                List.of(),
                plan.time(),
                null);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(root.resolve(name + ".rs"), text);
    }

    private long count(Predicate<Invocation> which) {
        return toolchain.invocations().stream().filter(which).count();
    }

    /** Whether a program of the shared build runs. */
    private static Predicate<Invocation> isShared() {
        return invocation -> !invocation.arguments().isEmpty()
                && invocation.arguments().get(0).startsWith("runner_module_");
    }

    /** What stands in the file that a compiler is called with, if it is that of a shared build. */
    private static String text(Invocation invocation) {
        Path file = Path.of(invocation.arguments().get(0));
        try {
            return file.endsWith("exercises.rs") ? Files.readString(file) : "";
        } catch (IOException fault) {
            return "";
        }
    }
}
