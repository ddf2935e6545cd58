package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.testing.FakeToolchain;
import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Transcript;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictCodecTest {
    private static final String ODD = "\u0000 größer 钟 😀 \u001b[1m\r\n\t\"\\\uFFFD";

    static Stream<Verdict> kept() {
        Diagnostic remark = new Diagnostic(Diagnostic.Level.WARNING, null, ODD, "", 0, 0, ODD);
        Diagnostic note = new Diagnostic(Diagnostic.Level.NOTE, "", "", ODD, Integer.MAX_VALUE, -1, "x".repeat(70_000));
        TestReport report = new TestReport(
                List.of(
                        new TestResult(ODD, TestResult.Status.IGNORED, ODD),
                        new TestResult("", TestResult.Status.FAILED, "")),
                true);
        return Stream.of(
                Verdicts.passed(""),
                Verdicts.passed(ODD),
                Verdicts.moved(0),
                Verdicts.moved(300),
                Verdicts.testFailed(),
                new Verdict.Passed(List.of(remark, note), report, new Transcript(ODD, Long.MAX_VALUE, ODD)),
                new Verdict.Failed(Check.RUN, ODD, List.of(remark), TestReport.NONE, Transcript.of(ODD)),
                new Verdict.Failed(Check.LINT, "clippy::x", List.of(note, remark), report, Transcript.EMPTY));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void whatIsWrittenIsRead(Verdict verdict) {
        assertThat(VerdictCodec.isLasting(verdict)).isTrue();
        assertThat(VerdictCodec.read(ByteBuffer.wrap(VerdictCodec.write(verdict))))
                .contains(verdict);
    }

    @Test
    void aPlaceIsFoundWhateverItsLettersAndThoseAroundIt() {
        for (String place : List.of("/home/ada", "/home/jürgen", "/home/钟")) {
            for (String around : List.of("", "größer", "钟 größer")) {
                Verdict verdict = Verdicts.passed(around + place + "/a.rs" + around);
                assertThat(VerdictCodec.mentions(verdict, List.of("/opt/rust", place)))
                        .isTrue();
                assertThat(VerdictCodec.mentions(verdict, List.of("/opt/rust", "/home/other")))
                        .isFalse();
            }
        }
        assertThat(VerdictCodec.mentions(Verdicts.timedOut(), List.of(""))).isFalse();
    }

    @Test
    void whatIsCutOffOrLongerIsNoVerdict() {
        byte[] bytes = VerdictCodec.write(Verdicts.testFailed());
        for (int length = 0; length < bytes.length; length++) {
            assertThat(VerdictCodec.read(ByteBuffer.wrap(bytes, 0, length))).isEmpty();
        }
        assertThat(VerdictCodec.read(
                        ByteBuffer.allocate(bytes.length + 1).put(bytes).rewind()))
                .isEmpty();
    }

    @Test
    void noDamageIsAnError() {
        byte[] bytes = VerdictCodec.write(Verdicts.moved(1));
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) (1 << bit);
                // Without the cache's checksum some damage makes another verdict; none may throw.
                assertThat(VerdictCodec.read(ByteBuffer.wrap(damaged))).isNotNull();
            }
        }
    }

    static Stream<Verdict> notKept() {
        return Stream.of(
                Verdicts.timedOut(),
                new Verdict.NotRunnable("no crates", "fetch them"),
                new Verdict.Tampered("no tests", Transcript.EMPTY),
                new Verdict.Pending(new Verdict.Passed(List.of(), TestReport.NONE, Transcript.EMPTY), 1),
                failed(Check.RUN, "the program was ended by signal 9"),
                failed(Check.TEST, "the tests did not come to their end: the program was ended by signal 11"),
                failed(Check.RUN, "it wanted more memory than it is allowed"),
                failed(Check.TEST, "it wrote a larger file than it is allowed"),
                failed(Check.RUN, "it started more than 128 processes"),
                refused(null, "the compiler ended with exit code 137", 0),
                refused(null, "linking with `cc` failed: exit status: 1", 0),
                refused("E0463", "can't find crate for `serde`", 3),
                refused("E0514", "found crate `serde` compiled by an incompatible version of rustc", 3));
    }

    @ParameterizedTest
    @MethodSource("notKept")
    void whatDependsOnTimeOrOnTheMachineIsNotKept(Verdict verdict) {
        assertThat(VerdictCodec.isLasting(verdict)).isFalse();
    }

    @Test
    void whatHasNoFormCanNotBeWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> VerdictCodec.write(Verdicts.timedOut()));
    }

    /** As {@link Readings} says it: if its words change, this must be seen. */
    @Test
    void theReasonsAreThoseThatAreGiven() {
        Limits limits = Limits.PROGRAM;
        for (int code : new int[] {128 + 6, 128 + 9, 128 + 11, 128 + 25}) {
            Outcome outcome = Readings.ran(FakeToolchain.exit(code, ""), limits, List.of());
            assertThat(VerdictCodec.isLasting(Objects.requireNonNull(outcome.failure())))
                    .isFalse();
        }
        Outcome many = Readings.ran(FakeToolchain.ended(Completion.End.PROCESS_LIMIT, ""), limits, List.of());
        assertThat(VerdictCodec.isLasting(Objects.requireNonNull(many.failure())))
                .isFalse();
    }

    private static Verdict failed(Check check, String reason) {
        return new Verdict.Failed(check, reason, List.of(), TestReport.NONE, Transcript.EMPTY);
    }

    private static Verdict refused(@Nullable String code, String message, int line) {
        Diagnostic error = new Diagnostic(Diagnostic.Level.ERROR, code, message, "", line, line, message);
        return new Verdict.Failed(Check.BUILD, message, List.of(error), TestReport.NONE, Transcript.EMPTY);
    }
}
