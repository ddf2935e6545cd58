package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Diagnostic.Level;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.TestResult.Status;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private static final Verdict.Passed PASSED = new Verdict.Passed(List.of(), TestReport.NONE, Transcript.EMPTY);

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(PASSED, ""),
                Arguments.of(
                        refused(
                                Check.BUILD,
                                diagnostic(Level.ERROR, "E0382", "moved"),
                                diagnostic(Level.ERROR, "E0382", "moved again"),
                                diagnostic(Level.ERROR, null, "expected `;`"),
                                diagnostic(Level.WARNING, "unused", "not used")),
                        "E0382, error:expected `;`"),
                Arguments.of(refused(Check.LINT, diagnostic(Level.ERROR, "clippy::x", "odd")), "clippy::x"),
                Arguments.of(tests("tests::a", "tests::b"), "test:tests::a, test:tests::b"),
                Arguments.of(ended(Check.TEST, "the tests did not come to their end: exit code 101"), "panic"),
                Arguments.of(ended(Check.RUN, "the program panicked (exit code 101)"), "panic"),
                Arguments.of(
                        ended(Check.RUN, "the program ended with exit code 3"), "the program ended with exit code 3"),
                Arguments.of(new Verdict.TimedOut(Check.RUN, Duration.ofSeconds(1), Transcript.EMPTY), "timeout"),
                Arguments.of(new Verdict.Tampered("its tests did not run", Transcript.EMPTY), "its tests did not run"),
                Arguments.of(new Verdict.Pending(PASSED, 2), "everything passes, but line 2 still says I AM NOT DONE"));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aVerdictSaysHowItFailedInTheCoursesWords(Verdict verdict, String failures) {
        assertThat(Failures.of(verdict)).hasToString(failures);
    }

    @Test
    void whatIsDeclaredAndNotShownIsMissing() {
        Failures failures = Failures.of(refused(Check.BUILD, diagnostic(Level.ERROR, "E0382", "moved")));
        assertThat(failures.missing(List.of("E0382", "E0505"))).containsExactly("E0505");
        assertThat(failures.undeclared(List.of("E0382", "E0505"))).isEmpty();
    }

    @Test
    void whatIsShownAndNotDeclaredIsUndeclared() {
        Failures failures = Failures.of(tests("tests::a", "tests::b"));
        assertThat(failures.undeclared(List.of("test:a"))).containsExactly("test:tests::b");
    }

    @Test
    void aTestsNameMayBeDeclaredWithOrWithoutItsModules() {
        Failures failures = Failures.of(tests("tests::inner::a"));
        assertThat(failures.missing(List.of("test:a", "test:inner::a", "test:tests::inner::a")))
                .isEmpty();
        assertThat(failures.missing(List.of("test:ner::a", "test:b", "a")))
                .containsExactly("test:ner::a", "test:b", "a");
    }

    @Test
    void anErrorMayBeDeclaredByAPartOfItsMessage() {
        Failures failures = Failures.of(refused(Check.BUILD, diagnostic(Level.ERROR, null, "expected `;`, found `}`")));
        assertThat(failures.missing(List.of("error: expected `;`"))).isEmpty();
        assertThat(failures.undeclared(List.of("error:found"))).isEmpty();
        assertThat(failures.missing(List.of("error:unexpected"))).containsExactly("error:unexpected");
    }

    @Test
    void testsAreNamedWithoutTheirModules() {
        assertThat(Failures.of(tests("tests::a", "b")).tests()).containsExactly("a", "b");
        assertThat(Failures.of(PASSED).tests()).isEmpty();
    }

    private static Verdict refused(Check check, Diagnostic... diagnostics) {
        return new Verdict.Failed(check, "refused", List.of(diagnostics), TestReport.NONE, Transcript.EMPTY);
    }

    private static Verdict ended(Check check, String reason) {
        return new Verdict.Failed(check, reason, List.of(), TestReport.NONE, Transcript.EMPTY);
    }

    private static Verdict tests(String... failed) {
        List<TestResult> results = Stream.concat(
                        Stream.of(new TestResult("tests::fine", Status.PASSED, "")),
                        Stream.of(failed).map(name -> new TestResult(name, Status.FAILED, "")))
                .toList();
        return new Verdict.Failed(
                Check.TEST, "tests failed", List.of(), new TestReport(results, true), Transcript.EMPTY);
    }

    private static Diagnostic diagnostic(Level level, @Nullable String code, String message) {
        return new Diagnostic(level, code, message, "a.rs", 1, 1, message);
    }
}
