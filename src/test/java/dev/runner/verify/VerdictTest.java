package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.toolchain.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {
    private static final Verdict.Passed PASSED = passed();

    @ParameterizedTest
    @MethodSource("verdicts")
    void eachSaysInOneLineWhyAndOnlyOneKindIsAPass(Verdict verdict, boolean passed, String reason) {
        assertThat(verdict.passed()).isEqualTo(passed);
        assertThat(verdict.reason()).isEqualTo(reason);
    }

    static Stream<Arguments> verdicts() {
        Transcript none = Transcript.EMPTY;
        return Stream.of(
                Arguments.of(PASSED, true, "passed"),
                Arguments.of(passed("a"), true, "1 test passed"),
                Arguments.of(passed("a", "b"), true, "2 tests passed"),
                Arguments.of(
                        new Verdict.Failed(Check.BUILD, "E0308: no", List.of(), TestReport.NONE, none),
                        false,
                        "E0308: no"),
                Arguments.of(
                        new Verdict.TimedOut(Check.RUN, Duration.ofSeconds(10), none),
                        false,
                        "still running after 10 s: probably an endless loop"),
                Arguments.of(
                        new Verdict.TimedOut(Check.LINT, Duration.ofMillis(500), none),
                        false,
                        "the compiler was still busy after 0.5 s"),
                Arguments.of(new Verdict.Tampered("no tests", none), false, "no tests"),
                Arguments.of(
                        new Verdict.Pending(PASSED, 3),
                        false,
                        "everything passes, but line 3 still says I AM NOT DONE"),
                Arguments.of(new Verdict.NotRunnable("no crate", "cargo fetch"), false, "no crate"));
    }

    private static Verdict.Passed passed(String... tests) {
        List<TestResult> results = Stream.of(tests)
                .map(name -> new TestResult(name, TestResult.Status.PASSED, ""))
                .toList();
        return new Verdict.Passed(List.of(), new TestReport(results, true), Transcript.EMPTY);
    }
}
