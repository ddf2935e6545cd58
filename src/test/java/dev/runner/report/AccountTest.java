package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.TestReport;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountTest {
    static Stream<Verdict> verdicts() {
        Verdict.Passed passed = new Verdict.Passed(List.of(), TestReport.NONE, new Transcript("head", 12, "tail"));
        return Stream.of(
                passed,
                Verdicts.moved(2),
                Verdicts.testFailed(),
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

    @Test
    void coloursAndBellsAreLeftOut() {
        Account account = Account.of(new Verdict.Tampered("\u001b[31mred", Transcript.of("a\u0007\n\tb\r\n")));
        assertThat(account.reason()).isEqualTo("red");
        assertThat(account.output().text()).isEqualTo("a\n\tb\n");
    }

    @Test
    void whatLacksSomethingIsNoVerdict() {
        Account late =
                Account.of(new Verdict.TimedOut(dev.runner.verify.Check.RUN, Duration.ofSeconds(1), Transcript.EMPTY));
        Account without =
                new Account(late.status(), null, late.reason(), List.of(), late.tests(), late.output(), null, 0, null);
        assertThatIllegalArgumentException().isThrownBy(without::verdict).withMessage("check is missing");
    }
}
