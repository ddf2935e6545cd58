package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.runner.course.Exercise;
import dev.runner.testing.Courses;
import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.ToolchainException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two rounds, with a building between. */
class VerifierBatchTest {
    private static final Verdict FAILED = Verdicts.moved(0);

    @TempDir
    private Path root;

    private final AtomicLong clock = new AtomicLong();
    private final Cancellation cancellation = new Cancellation();
    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    private final Batch batch = new Batch();
    private List<Exercise> exercises = List.of();
    private Function<Exercise, CheckPlan> planner =
            exercise -> Plans.in(Path.of("course")).plan();

    private final VerifyListener listener = new VerifyListener() {
        @Override
        public void started(Exercise exercise) {
            heard.add("started " + exercise.name());
        }

        @Override
        public void finished(Result result) {
            heard.add("finished " + result.exercise().name());
        }
    };

    /** Begins, builds and judges as it was told. */
    private final class Batch implements BatchJudge {
        private Set<String> waiting = Set.of("b", "d");
        private Set<String> sleeping = Set.of();
        private Set<String> failing = Set.of();
        private Runnable building = () -> {};
        private Consumer<String> judged = name -> {};
        private CountDownLatch sleep = new CountDownLatch(0);

        @Override
        public Begun begin(CheckPlan plan, Cancellation inner) {
            heard.add("begin " + plan.target());
            clock.addAndGet(3);
            if (sleeping.contains(plan.target())) {
                return Begun.ASIDE;
            }
            return waiting.contains(plan.target()) ? Begun.WAITS : Begun.judged(verdict(plan));
        }

        @Override
        public void build(Cancellation inner) {
            heard.add("build");
            building.run();
            if (inner.isCancelled()) {
                throw new CancellationException("cancelled");
            }
        }

        @Override
        public Verdict judge(CheckPlan plan, Cancellation inner) {
            heard.add("judge " + plan.target());
            clock.addAndGet(4);
            if (sleeping.contains(plan.target())) {
                awaitQuietly(sleep);
            }
            judged.accept(plan.target());
            return verdict(plan);
        }

        private Verdict verdict(CheckPlan plan) {
            return failing.contains(plan.target()) ? FAILED : Verdicts.passed(plan.target());
        }
    }

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

    private Verification verify(int jobs, boolean failFast) throws InterruptedException {
        return new Verifier(batch, jobs, failFast, clock::get).verify(exercises, planner, listener, cancellation);
    }

    @Test
    void eachIsBegunAndThoseThatWaitAreJudgedAfterTheBuilding() throws InterruptedException {
        verify(1, false);
        assertThat(heard)
                .containsExactly(
                        "started a",
                        "begin a",
                        "finished a",
                        "started b",
                        "begin b",
                        "started c",
                        "begin c",
                        "finished c",
                        "started d",
                        "begin d",
                        "build",
                        "judge b",
                        "finished b",
                        "judge d",
                        "finished d");
    }

    @Test
    void whatSleepsDoesNotHoldUpTheOthers() throws InterruptedException {
        batch.sleeping = Set.of("a");
        CountDownLatch othersAreJudged = new CountDownLatch(1);
        batch.sleep = othersAreJudged;
        batch.judged = name -> {
            if (name.equals("d")) {
                othersAreJudged.countDown();
            }
        };
        assertThat(verify(2, false).results())
                .extracting(result -> result.exercise().name())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void withOneJobItIsJudgedInItsTurn() throws InterruptedException {
        batch.sleeping = Set.of("a");
        verify(1, false);
        assertThat(heard).startsWith("started a", "begin a", "judge a", "finished a", "started b");
    }

    @Test
    void aFaultAsideEndsItAndIsThrown() {
        batch.sleeping = Set.of("a", "c");
        batch.judged = name -> {
            throw new ToolchainException("rustc is gone", "look");
        };
        batch.waiting = Set.of();
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> verify(2, false))
                .withMessage("rustc is gone");
    }

    @Test
    void withFailFastAFailureAsideIsTheEnd() throws InterruptedException {
        batch.sleeping = Set.of("a");
        batch.failing = Set.of("a");
        CountDownLatch told = new CountDownLatch(1);
        batch.building = () -> awaitQuietly(told);
        batch.judged = name -> told.countDown();
        Verification verification = verify(2, true);
        assertThat(verification.passed()).isFalse();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void eachStartsAndEndsOnce() throws InterruptedException {
        verify(3, false);
        assertThat(heard.stream().filter(event -> event.startsWith("started") || event.startsWith("finished")))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void resultsComeInTheCoursesOrderAndAreTheirOwn() throws InterruptedException {
        Verification verification = verify(2, false);
        assertThat(verification.results())
                .extracting(result -> result.exercise().name(), Result::verdict)
                .containsExactly(
                        tuple("a", Verdicts.passed("a")),
                        tuple("b", Verdicts.passed("b")),
                        tuple("c", Verdicts.passed("c")),
                        tuple("d", Verdicts.passed("d")));
        assertThat(verification.passed()).isTrue();
    }

    @Test
    void theTimeOfBothRoundsCountsAndThatOfTheBuildingForNobody() throws InterruptedException {
        batch.building = () -> clock.addAndGet(1_000);
        Verification verification = verify(1, false);
        assertThat(verification.results())
                .extracting(Result::duration)
                .containsExactly(Duration.ofNanos(3), Duration.ofNanos(7), Duration.ofNanos(3), Duration.ofNanos(7));
        assertThat(verification.duration()).isEqualTo(Duration.ofNanos(4 * 3 + 1_000 + 2 * 4));
    }

    @Test
    void whereNobodyWaitsNothingIsBuilt() throws InterruptedException {
        batch.waiting = Set.of();
        assertThat(verify(2, false).passed()).isTrue();
        assertThat(heard).doesNotContain("build").noneMatch(event -> event.startsWith("judge"));
    }

    @Test
    void withFailFastAFailureOfTheFirstRoundIsTheEnd() throws InterruptedException {
        batch.failing = Set.of("c");
        Verification verification = verify(1, true);
        assertThat(verification.results())
                .extracting(result -> result.exercise().name())
                .containsExactly("a", "c");
        assertThat(verification.skipped()).isEqualTo(2);
        assertThat(heard).doesNotContain("build", "begin d");
        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void withFailFastAFailureOfTheSecondRoundIsTheEnd() throws InterruptedException {
        batch.failing = Set.of("b");
        Verification verification = verify(1, true);
        assertThat(verification.results())
                .extracting(result -> result.exercise().name())
                .containsExactly("a", "b", "c");
        assertThat(verification.skipped()).isEqualTo(1);
        assertThat(heard).doesNotContain("judge d");
    }

    @Test
    void withoutItAFailureIsNot() throws InterruptedException {
        batch.failing = Set.of("a", "b");
        assertThat(verify(1, false).results()).hasSize(4);
    }

    @Test
    void aRequestToStopWhileBuildingEndsIt() {
        batch.building = cancellation::cancel;
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> verify(2, false));
        assertThat(heard).contains("build").noneMatch(event -> event.startsWith("judge"));
    }

    @Test
    void aFaultOfTheBuildingEndsItAndIsThrown() {
        batch.building = () -> {
            throw new ToolchainException("rustc is gone", "look");
        };
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> verify(2, false))
                .withMessage("rustc is gone");
        assertThat(heard).noneMatch(event -> event.startsWith("judge"));
    }

    @Test
    void twiceTheSameExerciseIsTwoResults() throws InterruptedException {
        exercises = new ArrayList<>(List.of(exercises.get(1), exercises.get(1)));
        assertThat(verify(1, false).results()).hasSize(2);
    }
}
