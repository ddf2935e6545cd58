package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {
    private static final Verdict.Failed HARNESS = (Verdict.Failed) Verdicts.testFailed();
    private static final Verdict WITHOUT_TRANSCRIPT = new Verdict.Failed(
            HARNESS.check(), HARNESS.reason(), HARNESS.diagnostics(), HARNESS.tests(), Transcript.EMPTY);

    static Stream<Verdict> verdicts() {
        Verdict.Passed passed = new Verdict.Passed(List.of(), TestReport.NONE, new Transcript("head", 12, "tail"));
        return Stream.of(
                passed,
                Verdicts.moved(2),
                WITHOUT_TRANSCRIPT,
                Verdicts.timedOut(),
                new Verdict.Tampered("gone", Transcript.of("x")),
                new Verdict.Pending(passed, 7),
                new Verdict.NotRunnable("no serde", "cargo fetch"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aVerdictThatIsTakenApartIsTheSameWhenPutTogether(Verdict verdict) {
        assertThat(Account.of(verdict).verdict()).isEqualTo(verdict);
    }

    /** A kind that is forgotten here would end every report. */
    @Test
    void everyKindOfVerdictIsKnown() {
        assertThat(verdicts().map(Verdict::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.<Class<?>>stream(Verdict.class.getPermittedSubclasses())
                        .<Class<? extends Verdict>>map(type -> type.asSubclass(Verdict.class))
                        .toList());
    }

    /** They come in the order in which the tests' threads end, another one each time. */
    @Test
    void whereFailedTestsTellEverythingTheHarnessLinesAreLeftOut() {
        assertThat(HARNESS.output().isEmpty()).isFalse();
        assertThat(Account.of(HARNESS).verdict()).isEqualTo(WITHOUT_TRANSCRIPT);
    }

    @Test
    void theAdviceThatTheFirstPanicGetsIsLeftOut() {
        TestResult test = new TestResult(
                "t",
                TestResult.Status.FAILED,
                "thread 't' panicked at a.rs:1:1:\nno: \nnote: run with `RUST_BACKTRACE=1` environment variable to"
                        + " display a backtrace\n");
        Verdict verdict = new Verdict.Failed(
                Check.TEST, "1 of 1 test failed", List.of(), new TestReport(List.of(test), true), Transcript.EMPTY);
        assertThat(Account.of(verdict).tests().failed())
                .singleElement()
                .extracting(TestResult::output)
                .isEqualTo("thread 't' panicked at a.rs:1:1:\nno:");
    }

    @Test
    void coloursAndBellsAreLeftOut() {
        Account account = Account.of(new Verdict.Tampered("\u001b[31mred", Transcript.of("a\u0007\n\tb\r\n")));
        assertThat(account.reason()).isEqualTo("red");
        assertThat(account.output().text()).isEqualTo("a\n\tb\n");
    }

    @Test
    void whatLacksSomethingIsNoVerdict() {
        Account late = Account.of(new Verdict.TimedOut(Check.RUN, Duration.ofSeconds(1), Transcript.EMPTY));
        Account without =
                new Account(late.status(), null, late.reason(), List.of(), late.tests(), late.output(), null, 0, null);
        assertThatIllegalArgumentException().isThrownBy(without::verdict).withMessage("check is missing");
    }
}
