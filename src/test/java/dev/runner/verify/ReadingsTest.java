package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.ended;
import static dev.runner.testing.FakeToolchain.exit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.testing.FakeToolchain;
import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Completion.End;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    private static final Limits LIMITS = Limits.PROGRAM;
    private static final List<Diagnostic> NO_WARNINGS = List.of();

    @Test
    void acceptedCodeKeepsItsWarnings() {
        Outcome outcome = compiled(exit(0, "", RustcJson.warning("unused", "not used", 3)));
        assertThat(outcome).isEqualTo(Outcome.content(List.of(RustcJson.readWarning("unused", "not used", 3))));
    }

    @Test
    void refusedCodeShowsItsErrorsFirstAndTheFirstOfThemAsTheReason() {
        Outcome outcome = compiled(exit(
                1,
                "",
                RustcJson.warning("unused", "not used", 1)
                        + RustcJson.error("E0308", "mismatched types", 9)
                        + RustcJson.warning("dead_code", "never read", 2)
                        + RustcJson.error("E0382", "moved", 4)
                        + RustcJson.ABORTING));
        assertThat(outcome.failure())
                .isEqualTo(failed(
                        Check.BUILD,
                        "E0308: mismatched types",
                        RustcJson.readError("E0308", "mismatched types", 9),
                        RustcJson.readError("E0382", "moved", 4),
                        RustcJson.readWarning("unused", "not used", 1),
                        RustcJson.readWarning("dead_code", "never read", 2)));
    }

    @Test
    void anErrorWithoutACodeIsItsOwnReason() {
        Outcome outcome = compiled(exit(1, "", RustcJson.error("expected one of `;` or `}`", 2)));
        assertThat(reason(outcome)).isEqualTo("expected one of `;` or `}`");
    }

    @Test
    void aCompilerThatCrashesIsAnErrorToo() {
        Outcome outcome =
                compiled(exit(101, "", RustcJson.warning("unused", "w", 1) + "\nthread 'rustc' panicked\nat x\n"));
        assertThat(outcome.failure())
                .isEqualTo(failed(
                        Check.BUILD,
                        "thread 'rustc' panicked",
                        new Diagnostic(
                                Diagnostic.Level.ERROR,
                                null,
                                "thread 'rustc' panicked",
                                "",
                                0,
                                0,
                                "thread 'rustc' panicked\nat x\n"),
                        RustcJson.readWarning("unused", "w", 1)));
    }

    @Test
    void aCompilerThatSaysNothingIsQuotedByItsExitCode() {
        assertThat(reason(compiled(exit(9, "")))).isEqualTo("the compiler ended with exit code 9");
    }

    @Test
    void aCompilerThatTakesTooLongTimesOut() {
        assertThat(compiled(ended(End.TIME_LIMIT, "")).failure())
                .isEqualTo(new Verdict.TimedOut(Check.BUILD, Limits.COMPILER.time(), Transcript.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "error: No space left on device (os error 28)",
                "{\"level\":\"error\",\"message\":\"failed to write\",\"code\":null,\"spans\":[],\"rendered\":"
                        + "\"error: failed to write: Read-only file system (os error 30)\"}",
            })
    void aFullOrReadOnlyDiskIsNobodysVerdict(String said) {
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> compiled(exit(1, "", said + "\n")))
                .withMessageStartingWith("the compiler could not work: ");
    }

    @Test
    void codeThatOnlySpeaksOfAFullDiskIsJudged() {
        Outcome outcome = compiled(exit(1, "", RustcJson.error("No space left on device", 3)));
        assertThat(reason(outcome)).isEqualTo("No space left on device");
    }

    @Test
    void aFileOfLongTypesThatIsGoneIsNotPointedAt() {
        String coloured = "error: long\\n = \\u001b[1mnote\\u001b[0m: the full name for the type has been written to"
                + " '/tmp/1/lint.long-type-7.txt'\\n = note: consider using `--verbose` to print the full type name\\n"
                + " = note: this one stays\\n";
        Outcome outcome = compiled(exit(
                1,
                "",
                "{\"level\":\"error\",\"message\":\"long\",\"code\":null,\"spans\":[],\"rendered\":\"" + coloured
                        + "\"}\n"));
        assertThat(((Verdict.Failed) java.util.Objects.requireNonNull(outcome.failure())).diagnostics())
                .extracting(Diagnostic::rendered)
                .containsExactly("error: long\n = note: this one stays\n");
    }

    @Test
    void whatWasCancelledIsNoVerdict() {
        Completion cancelled = ended(End.CANCELLED, "");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> compiled(cancelled));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Readings.tested(cancelled, LIMITS, NO_WARNINGS));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Readings.ran(cancelled, LIMITS, NO_WARNINGS));
    }

    @Test
    void testsThatPassAreContent() {
        Outcome outcome = tested(exit(0, FakeToolchain.ONE_TEST_PASSED));
        assertThat(outcome.failure()).isNull();
        assertThat(outcome.tests().passedCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test a ... FAILED; test b ... ok; test c ... ignored | 1 of 2 tests failed",
                "test a ... FAILED | 1 of 1 test failed",
                "test a ... FAILED; test b ... FAILED | 2 of 2 tests failed",
                "test a ... ok | the tests did not come to their end: the program panicked (exit code 101)",
            })
    void failedTestsAreCountedAmongThoseThatRan(String lines, String reason) {
        assertThat(reason(tested(exit(101, lines.replace("; ", "\n"))))).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "101, the program panicked (exit code 101)",
        "3, the program ended with exit code 3",
        "134, the program was ended by signal 6",
        "255, the program ended with exit code 255"
    })
    void anExitCodeIsPutIntoWords(int code, String words) {
        assertThat(reason(tested(exit(code, "")))).isEqualTo("the tests did not come to their end: " + words);
        assertThat(reason(Readings.ran(exit(code, ""), LIMITS, NO_WARNINGS))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "test a ... ok | the test program ended before its tests were done",
                "test result: ok. | its tests did not run: there are none in the file",
                "test a ... ignored; test result: ok. | its tests did not run: all of them are ignored",
            })
    void testsThatDidNotRunAreNoPass(String lines, String reason) {
        Outcome outcome = tested(exit(0, lines.replace("; ", "\n")));
        assertThat(outcome.failure()).isInstanceOf(Verdict.Tampered.class);
        assertThat(reason(outcome)).isEqualTo(reason);
    }

    @Test
    void aLimitIsNamedWithTheOutputUntilThen() {
        Limits limits = LIMITS.withTime(Duration.ofMillis(1500));
        Verdict timedOut = Readings.tested(ended(End.TIME_LIMIT, "running"), limits, NO_WARNINGS)
                .failure();
        assertThat(timedOut)
                .isEqualTo(new Verdict.TimedOut(Check.TEST, limits.time(), Transcript.of("running")))
                .extracting(verdict -> verdict == null ? "" : verdict.reason())
                .isEqualTo("still running after 1.5 s: probably an endless loop");
        assertThat(reason(Readings.ran(ended(End.PROCESS_LIMIT, ""), LIMITS, NO_WARNINGS)))
                .isEqualTo("it started more than 128 processes");
    }

    @Test
    void aProgramThatEndsWellKeepsItsOutput() {
        Outcome outcome = Readings.ran(exit(0, "hello\n"), LIMITS, NO_WARNINGS);
        assertThat(outcome).isEqualTo(new Outcome(null, NO_WARNINGS, TestReport.NONE, Transcript.of("hello\n")));
    }

    @Test
    void timesAndNumbersOfThreadsAreLeftOut() {
        String said = """
                test a ... FAILED

                failures:

                ---- a stdout ----
                thread 'a' (4711) panicked at a.rs:1:1:

                failures:
                    a

                test result: FAILED. 0 passed; 1 failed; finished in 0.03s

                """;
        assertThat(tested(exit(101, said)))
                .isEqualTo(tested(exit(101, said.replace("4711", "12").replace("0.03", "9"))));
        Outcome ran =
                Readings.ran(exit(134, "\nthread '<unnamed>' (7) has overflowed its stack\n"), LIMITS, NO_WARNINGS);
        assertThat(((Verdict.Failed) java.util.Objects.requireNonNull(ran.failure()))
                        .output()
                        .text())
                .isEqualTo("\nthread '<unnamed>' has overflowed its stack\n");
    }

    @Test
    void whatALearnerPrintsOfThreadsAndTimesStays() {
        String said = "thread 'a' (4711) works\nit finished in 0.03s\n";
        assertThat(Readings.ran(exit(0, said), LIMITS, NO_WARNINGS).output().text())
                .isEqualTo(said);
    }

    private static Outcome compiled(Completion completion) {
        return Readings.compiled(completion, completion.errors(), Check.BUILD, Limits.COMPILER);
    }

    private static Outcome tested(Completion completion) {
        return Readings.tested(completion, LIMITS, NO_WARNINGS);
    }

    private static String reason(Outcome outcome) {
        return outcome.failure() == null ? "content" : outcome.failure().reason();
    }

    private static Verdict failed(Check check, String reason, Diagnostic... diagnostics) {
        return new Verdict.Failed(check, reason, List.of(diagnostics), TestReport.NONE, Transcript.EMPTY);
    }
}
