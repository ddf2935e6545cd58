package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.calls;
import static dev.runner.testing.FakeToolchain.ended;
import static dev.runner.testing.FakeToolchain.exit;
import static dev.runner.testing.FakeToolchain.hangingAfter;
import static dev.runner.testing.FakeToolchain.program;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import dev.runner.testing.FakeToolchain;
import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Release;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RustcJudgeTest {
    /** The tests begin on line 3. */
    private static final String SOURCE = "fn main() {}\n\n#[cfg(test)]\nmod tests {}\n";

    private static final Completion TYPE_ERROR = refused(RustcJson.error("E0308", "mismatched types", 1));
    private static final Completion ERROR_IN_TESTS = refused(RustcJson.error("E0425", "unknown name", 4));
    private static final Completion LINT = refused(RustcJson.error("clippy::needless_return", "needless", 1));
    private static final Completion DENIED = refused(RustcJson.error("overflowing_literals", "too great", 1));
    private static final Completion FAILED_TEST = exit(101, "test tests::works ... FAILED\n");
    private static final Completion LOOP = ended(Completion.End.TIME_LIMIT, "round\n");

    @TempDir
    private Path directory;

    private final FakeToolchain toolchain = new FakeToolchain();
    private Scratch scratch = new Scratch(List.of());
    private Plans plans = Plans.in(Path.of("course"));

    @BeforeEach
    void writeTheExercise() throws IOException {
        Path course = Files.createDirectories(directory.resolve("course"));
        Files.writeString(course.resolve("a.rs"), SOURCE);
        scratch = new Scratch(List.of(directory.resolve("scratch")));
        plans = Plans.in(course);
    }

    @AfterEach
    void closeTheScratch() {
        scratch.close();
    }

    /** What goes wrong, and what the verdict is about. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault("nothing", Check.RUN, "", t -> {}),
                fault("a type error", Check.BUILD, "E0308: mismatched types", RustcJudgeTest::typeError),
                fault("a type error, whatever else", Check.BUILD, "E0308: mismatched types", t -> {
                    typeError(t);
                    t.onProgram("tests", LOOP).onProgram("program", LOOP);
                }),
                fault("an error in the tests", Check.BUILD, "E0425: unknown name", RustcJudgeTest::errorInTests),
                fault("one in the tests that hides the program's", Check.BUILD, "E0308: mismatched types", t -> {
                    t.on(Tool.RUSTC, TYPE_ERROR);
                    errorInTests(t);
                }),
                fault("an error only the program has", Check.BUILD, "E0308: mismatched types", t -> {
                    t.on(Tool.RUSTC, TYPE_ERROR).on(Tool.RUSTC, exit(0, ""), "--test");
                }),
                fault("a lint that rustc denies", Check.BUILD, "overflowing_literals: too great", t -> {
                    t.on(Tool.RUSTC, DENIED).on(Tool.CLIPPY_DRIVER, DENIED);
                }),
                fault("a failing test", Check.TEST, "1 of 1 test failed", t -> t.onProgram("tests", FAILED_TEST)),
                fault("a failing test and a lint", Check.TEST, "1 of 1 test failed", t -> {
                    t.onProgram("tests", FAILED_TEST).on(Tool.CLIPPY_DRIVER, LINT);
                }),
                fault("a failing test and an error only the program has", Check.TEST, "1 of 1 test failed", t -> {
                    t.onProgram("tests", FAILED_TEST).on(Tool.RUSTC, TYPE_ERROR).on(Tool.RUSTC, exit(0, ""), "--test");
                }),
                fault("a lint and an error only the program has", Check.BUILD, "E0308: mismatched types", t -> {
                    t.on(Tool.CLIPPY_DRIVER, LINT).on(Tool.RUSTC, TYPE_ERROR).on(Tool.RUSTC, exit(0, ""), "--test");
                }),
                fault("a lint", Check.LINT, "clippy::needless_return: needless", t -> t.on(Tool.CLIPPY_DRIVER, LINT)),
                fault("a lint and a panic", Check.LINT, "clippy::needless_return: needless", t -> {
                    t.on(Tool.CLIPPY_DRIVER, LINT).onProgram("program", exit(101, ""));
                }),
                fault("a panic", Check.RUN, "the program panicked (exit code 101)", t -> {
                    t.onProgram("program", exit(101, "boo"));
                }),
                fault("a loop in the tests", Check.TEST, "still running after 10 s: probably an endless loop", t -> {
                    t.onProgram("tests", LOOP).onProgram("program", exit(1, ""));
                }),
                fault("a loop in the program", Check.RUN, "still running after 10 s: probably an endless loop", t -> {
                    t.onProgram("program", LOOP);
                }),
                fault("clippy's crash", Check.BUILD, "the compiler ended with exit code 101", t -> {
                    t.on(Tool.CLIPPY_DRIVER, exit(101, ""));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void sideBySideAndInTurnTheFirstFaultInOneOrderIsTheVerdict(
            String name, Check check, String reason, Consumer<FakeToolchain> fault) throws InterruptedException {
        fault.accept(toolchain);
        Verdict sideBySide = judge(Chains.Order.SIDE_BY_SIDE, plans.plan());
        Verdict inTurn = judge(Chains.Order.IN_TURN, plans.plan());
        Verdict apart = judge(Chains.Order.IN_TURN).apart().judge(plans.plan(), new Cancellation());
        assertThat(sideBySide).isEqualTo(inTurn).isEqualTo(apart);
        if (reason.isEmpty()) {
            assertThat(inTurn.passed()).isTrue();
        } else {
            assertThat(inTurn.reason()).isEqualTo(reason);
            assertThat(checkOf(inTurn)).isEqualTo(check);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPassHasClippysWarningsTheTestsAndTheProgramsOutput(Chains.Order order) throws InterruptedException {
        toolchain
                .on(Tool.RUSTC, exit(0, "", RustcJson.warning("unused", "not used", 1)))
                .on(Tool.CLIPPY_DRIVER, exit(0, "", RustcJson.warning("clippy::x", "odd", 1)))
                .onProgram("program", exit(0, "hello\n"));
        assertThat(judge(order, plans.plan()))
                .isEqualTo(new Verdict.Passed(
                        List.of(RustcJson.readWarning("clippy::x", "odd", 1)),
                        new TestReport(List.of(new TestResult("tests::works", TestResult.Status.PASSED, "")), true),
                        Transcript.of("hello\n")));
    }

    @Test
    void withoutClippyTheCompilersWarningsAreKept() throws InterruptedException {
        toolchain
                .withoutClippy()
                .on(Tool.RUSTC, exit(0, "", RustcJson.warning("unused", "not used", 1)))
                .onProgram("tests", exit(0, FakeToolchain.ONE_TEST_PASSED));
        Verdict verdict = judge(Chains.Order.IN_TURN, plans.plan());
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Passed.class,
                        passed -> assertThat(passed.warnings())
                                .containsExactly(RustcJson.readWarning("unused", "not used", 1)));
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.CLIPPY_DRIVER));
    }

    @ParameterizedTest
    @MethodSource("modes")
    void eachModeAsksItsOwnChecks(Mode mode, List<Check> expected) throws InterruptedException {
        List<Check> steps = new java.util.ArrayList<>();
        RustcJudge judge =
                new RustcJudge(toolchain, new Crates(toolchain), scratch, Chains.Order.IN_TURN, null, steps::add);
        Plans asked = mode == Mode.STANDARD ? plans : plans.mode(mode);
        assertThat(judge.judge(asked.plan(), new Cancellation()).passed()).isTrue();
        assertThat(steps).containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> modes() {
        return Stream.of(
                Arguments.of(Mode.STANDARD, List.of(Check.LINT, Check.TEST, Check.BUILD, Check.RUN)),
                Arguments.of(Mode.COMPILE, List.of(Check.BUILD, Check.RUN)),
                Arguments.of(Mode.TEST, List.of(Check.BUILD, Check.TEST)),
                Arguments.of(Mode.CLIPPY, List.of(Check.LINT)));
    }

    @Test
    void anExerciseWithoutTestsIsAskedNone() throws InterruptedException {
        assertThat(judge(Chains.Order.IN_TURN, plans.withoutTests().plan()).passed())
                .isTrue();
        assertThat(toolchain.invocations()).noneMatch(program("tests"));
    }

    @Test
    void theFirstErrorStopsWhatStillRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        toolchain.when(program("program"), hangingAfter(running)).when(calls(Tool.CLIPPY_DRIVER), (invocation, c) -> {
            running.await();
            return TYPE_ERROR;
        });
        assertThat(judge(Chains.Order.SIDE_BY_SIDE, plans.plan()).reason()).isEqualTo("E0308: mismatched types");
    }

    @ParameterizedTest
    @EnumSource
    void aRequestToStopEndsTheJudgement(Chains.Order order) {
        Cancellation cancellation = new Cancellation();
        toolchain.when(program("tests"), (invocation, inner) -> {
            cancellation.cancel();
            assertThat(inner.isCancelled()).isTrue();
            return ended(Completion.End.CANCELLED, "");
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> judgeUntil(order, plans.plan(), cancellation));
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfTheMachineIsThrownAndNoVerdict(Chains.Order order) {
        toolchain.when(program("program"), (invocation, cancellation) -> {
            throw new ToolchainException("can't be started", "look");
        });
        assertThatExceptionOfType(ToolchainException.class).isThrownBy(() -> judge(order, plans.plan()));
    }

    @Test
    void clippyBuildsTheTestsToo() throws InterruptedException {
        assertThat(judge(Chains.Order.IN_TURN, plans.plan()).passed()).isTrue();
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.RUSTC, "--test"));
        assertThat(toolchain.calls())
                .filteredOn(call -> call.startsWith("clippy-driver"))
                .singleElement()
                .asString()
                .contains("--test")
                .doesNotContain("--emit");
    }

    @Test
    void whatCouldTellWhoBuiltItIsBuiltByRustc() throws InterruptedException, IOException {
        Files.writeString(directory.resolve("course").resolve("a.rs"), SOURCE + "const LINTED: bool = cfg!(clippy);\n");
        assertThat(judge(Chains.Order.IN_TURN, plans.plan()).passed()).isTrue();
        assertThat(toolchain.invocations()).anyMatch(calls(Tool.RUSTC, "--test"));
    }

    @Test
    void aSignalInTestsThatClippyBuiltIsSeenInThoseOfRustcBeforeItIsTold() throws InterruptedException {
        toolchain.onProgram("tests", exit(134, "overflowed its stack\n"));
        toolchain.when(calls(Tool.RUSTC, "--test"), (invocation, cancellation) -> {
            toolchain.onProgram("tests", exit(0, FakeToolchain.ONE_TEST_PASSED));
            return exit(0, "");
        });
        assertThat(judge(Chains.Order.IN_TURN, plans.plan()).passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void failingTestsHaveTheCompilersRemarksOnly(Chains.Order order) throws InterruptedException {
        toolchain
                .on(
                        Tool.CLIPPY_DRIVER,
                        exit(
                                0,
                                "",
                                RustcJson.warning("clippy::x", "odd", 1) + RustcJson.warning("unused", "not used", 1)))
                .onProgram("tests", FAILED_TEST);
        assertThat(((Verdict.Failed) judge(order, plans.plan())).diagnostics())
                .containsExactly(RustcJson.readWarning("unused", "not used", 1));
    }

    @Test
    void aProgramWhoseTestsDoNotCompileIsCheckedAndNotBuilt() throws InterruptedException {
        errorInTests(toolchain);
        assertThat(judge(Chains.Order.IN_TURN, plans.plan()).reason()).isEqualTo("E0425: unknown name");
        assertThat(toolchain.calls())
                .filteredOn(call -> call.startsWith("rustc"))
                .singleElement()
                .asString()
                .contains("--emit=metadata");
    }

    /** Its build, which has begun, says more than the check that others ask for. */
    @Test
    void sideBySideALateFaultOfTheProgramDoesNotHideTheTests() throws InterruptedException {
        errorInTests(toolchain);
        toolchain
                .on(Tool.RUSTC, refused(RustcJson.error("E0080", "too great", 1)))
                .on(Tool.RUSTC, exit(0, ""), "--emit=metadata");
        assertThat(judge(Chains.Order.SIDE_BY_SIDE, plans.plan()).reason()).isEqualTo("E0425: unknown name");
    }

    @Test
    void onlyACompilerThatLoadsNoMacrosOfOthersIsTrustedToLeaveNothing() throws InterruptedException {
        judge(Chains.Order.IN_TURN, plans.plan());
        assertThat(toolchain.invocations())
                .allMatch(invocation -> invocation.orphans() == invocation.program() instanceof Program.Built);
    }

    @Test
    void aProgramThatAbortsIsBuiltToUnwindFirst() throws InterruptedException {
        aborting();
        assertThat(judge(Chains.Order.IN_TURN, plans.plan()).passed()).isTrue();
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.RUSTC, "panic=abort"));
    }

    @ParameterizedTest
    @EnumSource
    void howItEndsBadlyIsSeenWhereItAborts(Chains.Order order) throws InterruptedException {
        aborting();
        toolchain.onProgram("program", exit(101, "panicked\n")).when(calls(Tool.RUSTC, "panic=abort"), (call, c) -> {
            toolchain.onProgram("program", exit(134, "panicked and aborted\n"));
            return exit(0, "");
        });
        assertThat(judge(order, plans.plan()).reason()).isEqualTo("the program was ended by signal 6");
    }

    @Test
    void whatCouldSeeAPanicIsBuiltToAbort() throws InterruptedException, IOException {
        aborting();
        for (String code : List.of(
                "impl Drop for S {}",
                "fn f() { std::thread::spawn(g); }",
                "fn f() { std::panic::catch_unwind(g); }",
                "const ABORTS: bool = cfg!(panic = \"abort\");")) {
            Files.writeString(directory.resolve("course").resolve("a.rs"), SOURCE + code);
            int before = toolchain.invocations().size();
            judge(Chains.Order.IN_TURN, plans.plan());
            assertThat(toolchain
                            .invocations()
                            .subList(before, toolchain.invocations().size()))
                    .as(code)
                    .anyMatch(calls(Tool.RUSTC, "panic=abort"));
        }
    }

    private void aborting() {
        toolchain.as(new Release(Path.of("sysroot"), "fake", true, true));
        plans = plans.manifest(new Manifest(true, "course", "2024", Lints.NONE, true, Set.of(), Map.of(), null));
    }

    @Test
    void nothingIsLeftInTheScratchDirectory() throws IOException, InterruptedException {
        judge(Chains.Order.SIDE_BY_SIDE, plans.plan());
        try (Stream<Path> own = Files.list(directory.resolve("scratch"))) {
            Path mine = own.toList().get(0);
            assertThat(mine).isEmptyDirectory();
        }
    }

    @Test
    void aWatchedExerciseBuildsInDirectoriesOfItsOwn() throws InterruptedException {
        IncrementalCache cache = new IncrementalCache(Path.of("cache"));
        new RustcJudge(toolchain, new Crates(toolchain), scratch, Chains.Order.IN_TURN, cache, step -> {})
                .judge(plans.plan(), new Cancellation());
        assertThat(toolchain.calls())
                .anyMatch(call ->
                        call.contains("--test") && call.contains("incremental=" + Path.of("cache", "a-lint-and-tests")))
                .anyMatch(call -> call.contains("incremental=" + Path.of("cache", "a-program")));
    }

    @Test
    void stepsAreHeardOnWhateverThreadTheyBegin() throws InterruptedException {
        ConcurrentLinkedQueue<Check> steps = new ConcurrentLinkedQueue<>();
        new RustcJudge(toolchain, new Crates(toolchain), scratch, Chains.Order.SIDE_BY_SIDE, null, steps::add)
                .judge(plans.plan(), new Cancellation());
        assertThat(steps).containsExactlyInAnyOrder(Check.LINT, Check.BUILD, Check.TEST, Check.RUN);
    }

    private Verdict judge(Chains.Order order, CheckPlan plan) throws InterruptedException {
        return judgeUntil(order, plan, new Cancellation());
    }

    private Verdict judgeUntil(Chains.Order order, CheckPlan plan, Cancellation cancellation)
            throws InterruptedException {
        return judge(order).judge(plan, cancellation);
    }

    private RustcJudge judge(Chains.Order order) {
        return new RustcJudge(toolchain, new Crates(toolchain), scratch, order, null, step -> {});
    }

    private static Arguments fault(String name, Check check, String reason, Consumer<FakeToolchain> fault) {
        return Arguments.of(name, check, reason, fault);
    }

    private static void typeError(FakeToolchain toolchain) {
        toolchain.on(Tool.RUSTC, TYPE_ERROR).on(Tool.CLIPPY_DRIVER, TYPE_ERROR);
    }

    private static void errorInTests(FakeToolchain toolchain) {
        toolchain.on(Tool.RUSTC, ERROR_IN_TESTS, "--test").on(Tool.CLIPPY_DRIVER, ERROR_IN_TESTS);
    }

    private static Completion refused(String json) {
        return exit(1, "", json + RustcJson.ABORTING);
    }

    private static Check checkOf(Verdict verdict) {
        return verdict instanceof Verdict.TimedOut timedOut ? timedOut.check() : ((Verdict.Failed) verdict).check();
    }
}
