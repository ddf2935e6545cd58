package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.runner.course.Exercise;
import dev.runner.testing.Courses;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {
    private static final Verdict PASSED = new Verdict.Passed(List.of(), TestReport.NONE, Transcript.EMPTY);
    private static final Verdict FAILED = new Verdict.Tampered("no", Transcript.EMPTY);

    @TempDir
    private Path root;

    private final AtomicLong clock = new AtomicLong();
    private final Cancellation cancellation = new Cancellation();
    private List<Exercise> exercises = List.of();
    private Function<Exercise, CheckPlan> planner =
            exercise -> Plans.in(Path.of("course")).plan();

    @BeforeEach
    void writeTheCourse() {
        StringBuilder info = new StringBuilder("format_version = 1\n");
        for (String name : List.of("a", "b", "c", "d")) {
            info.append("[[exercises]]\nname = \"").append(name).append("\"\nhint = \"\"\n");
        }
        Courses course = Courses.in(root).with("info.toml", info.toString());
        exercises = course.course().exercises();
        planner = course.planner()::exercise;
    }

    @Test
    void resultsComeInTheCoursesOrderHoweverTheyWereFound() throws InterruptedException {
        CountDownLatch othersDone = new CountDownLatch(3);
        Judge judge = (plan, inner) -> {
            if (plan.target().equals("a")) {
                othersDone.await();
            } else {
                othersDone.countDown();
            }
            return plan.target().equals("b") ? FAILED : PASSED;
        };
        Verification verification =
                verifier(judge, 2, false).verify(exercises, planner, VerifyListener.NONE, cancellation);
        assertThat(names(verification)).containsExactly("a", "b", "c", "d");
        assertThat(verification.passedCount()).isEqualTo(3);
        assertThat(verification.skipped()).isZero();
        assertThat(verification.passed()).isFalse();
    }

    @Test
    void severalAreJudgedAtOnce() throws InterruptedException {
        CyclicBarrier both = new CyclicBarrier(2);
        Judge judge = (plan, inner) -> {
            try {
                both.await();
                return PASSED;
            } catch (java.util.concurrent.BrokenBarrierException broken) {
                return FAILED;
            }
        };
        assertThat(verifier(judge, 2, false)
                        .verify(exercises, planner, VerifyListener.NONE, cancellation)
                        .passed())
                .isTrue();
    }

    @Test
    void withFailFastTheFirstThatDoesNotPassIsTheLast() throws InterruptedException {
        Judge judge = (plan, inner) -> plan.target().equals("b") ? FAILED : PASSED;
        Verification verification =
                verifier(judge, 1, true).verify(exercises, planner, VerifyListener.NONE, cancellation);
        assertThat(names(verification)).containsExactly("a", "b");
        assertThat(verification.skipped()).isEqualTo(2);
        assertThat(verification.passed()).isFalse();
        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void withFailFastWhatStillRunsIsStopped() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        Judge judge = (plan, inner) -> {
            if (plan.target().equals("b")) {
                running.await();
                return FAILED;
            }
            CountDownLatch stopped = new CountDownLatch(1);
            inner.onCancel(stopped::countDown);
            running.countDown();
            stopped.await();
            throw new CancellationException("cancelled");
        };
        Verification verification =
                verifier(judge, 2, true).verify(exercises, planner, VerifyListener.NONE, cancellation);
        assertThat(names(verification)).containsExactly("b");
        assertThat(verification.skipped()).isEqualTo(3);
    }

    @Test
    void aRequestToStopEndsItWithoutAResult() {
        List<String> judged = new ArrayList<>();
        Judge judge = (plan, inner) -> {
            judged.add(plan.target());
            cancellation.cancel();
            assertThat(inner.isCancelled()).isTrue();
            return PASSED;
        };
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(
                        () -> verifier(judge, 1, false).verify(exercises, planner, VerifyListener.NONE, cancellation));
        assertThat(judged).containsExactly("a");
    }

    @Test
    void aFaultEndsItAndIsThrown() {
        List<String> judged = new ArrayList<>();
        Judge judge = (plan, inner) -> {
            judged.add(plan.target());
            throw new ToolchainException("rustc is gone", "look");
        };
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(
                        () -> verifier(judge, 1, false).verify(exercises, planner, VerifyListener.NONE, cancellation))
                .withMessage("rustc is gone");
        assertThat(judged).containsExactly("a");
    }

    @Test
    void anErrorOfTheMachineEndsItTooAndIsNotTakenForAResult() {
        Judge judge = (plan, inner) -> {
            throw new OutOfMemoryError("not really");
        };
        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(
                        () -> verifier(judge, 2, false).verify(exercises, planner, VerifyListener.NONE, cancellation));
    }

    @Test
    void aFaultOfTheListenerIsAFaultToo() {
        VerifyListener listener = new VerifyListener() {
            @Override
            public void finished(Result result) {
                throw new IllegalStateException("deaf");
            }
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        verifier((plan, inner) -> PASSED, 2, false).verify(exercises, planner, listener, cancellation));
    }

    @Test
    void theListenerHearsEachBeginningAndEnd() throws InterruptedException {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        VerifyListener listener = new VerifyListener() {
            @Override
            public void started(Exercise exercise) {
                heard.add("started " + exercise.name());
            }

            @Override
            public void finished(Result result) {
                heard.add("finished " + result.exercise().name());
            }
        };
        verifier((plan, inner) -> PASSED, 1, false).verify(exercises.subList(0, 2), planner, listener, cancellation);
        assertThat(heard).containsExactly("started a", "finished a", "started b", "finished b");
    }

    @Test
    void timesAreTakenFromTheClock() throws InterruptedException {
        Judge judge = (plan, inner) -> {
            clock.addAndGet(5);
            return PASSED;
        };
        Verification verification =
                verifier(judge, 1, false).verify(exercises, planner, VerifyListener.NONE, cancellation);
        assertThat(verification.duration()).isEqualTo(Duration.ofNanos(20));
        assertThat(verification.results()).extracting(Result::duration).containsOnly(Duration.ofNanos(5));
    }

    @Test
    void noExercisesAreNoWork() throws InterruptedException {
        Verification verification = verifier((plan, inner) -> FAILED, 4, false)
                .verify(List.of(), planner, VerifyListener.NONE, cancellation);
        assertThat(verification).isEqualTo(new Verification(List.of(), 0, Duration.ZERO));
        assertThat(verification.passed()).isTrue();
    }

    @Test
    void withoutAJobNothingWouldBeDone() {
        assertThatIllegalArgumentException().isThrownBy(() -> verifier((plan, inner) -> PASSED, 0, false));
    }

    private Verifier verifier(Judge judge, int jobs, boolean failFast) {
        return new Verifier(judge, jobs, failFast, clock::get);
    }

    private static List<String> names(Verification verification) {
        return verification.results().stream()
                .map(result -> result.exercise().name())
                .toList();
    }
}
