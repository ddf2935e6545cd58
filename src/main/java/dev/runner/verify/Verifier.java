package dev.runner.verify;

import dev.runner.course.Exercise;
import dev.runner.toolchain.Cancellation;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Judges many exercises side by side. */
public final class Verifier {
    private final Judge judge;
    private final int jobs;
    private final boolean failFast;
    private final LongSupplier nanoTime;

    /**
     * @param judge gives each verdict
     * @param jobs how many exercises are judged at once, at least 1
     * @param failFast whether the first exercise that does not pass ends the verification
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public Verifier(Judge judge, int jobs, boolean failFast, LongSupplier nanoTime) {
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one job");
        }
        this.judge = judge;
        this.jobs = jobs;
        this.failFast = failFast;
        this.nanoTime = nanoTime;
    }

    /**
     * Judges every exercise; blocks until the last is judged.
     *
     * @throws CancellationException if {@code cancellation} asks before that
     * @throws InterruptedException if this thread is interrupted
     */
    public Verification verify(
            List<Exercise> exercises,
            Function<Exercise, CheckPlan> planner,
            VerifyListener listener,
            Cancellation cancellation)
            throws InterruptedException {
        long start = nanoTime.getAsLong();
        Run run = new Run(exercises, planner, listener, cancellation.child());
        run.perform();
        if (cancellation.isCancelled()) {
            throw new CancellationException("cancelled");
        }
        return run.verification(Duration.ofNanos(nanoTime.getAsLong() - start));
    }

    /** One call of {@link #verify}. */
    private final class Run implements Rounds.Docket {
        private final List<Exercise> exercises;
        private final Function<Exercise, CheckPlan> planner;
        private final VerifyListener listener;
        private final Cancellation cancellation;
        private final Map<Integer, Result> results = new ConcurrentHashMap<>();

        Run(
                List<Exercise> exercises,
                Function<Exercise, CheckPlan> planner,
                VerifyListener listener,
                Cancellation cancellation) {
            this.exercises = exercises;
            this.planner = planner;
            this.listener = listener;
            this.cancellation = cancellation;
        }

        void perform() throws InterruptedException {
            new Rounds(judge, jobs, nanoTime, exercises.size(), this, cancellation).perform();
        }

        @Override
        public CheckPlan plan(int index) {
            Exercise exercise = exercises.get(index);
            synchronized (listener) {
                listener.started(exercise);
            }
            return planner.apply(exercise);
        }

        @Override
        public void judged(int index, Verdict verdict, long nanos) {
            Result result = new Result(exercises.get(index), verdict, Duration.ofNanos(nanos));
            results.put(index, result);
            synchronized (listener) {
                listener.finished(result);
            }
            if (failFast && !verdict.passed()) {
                cancellation.cancel();
            }
        }

        Verification verification(Duration duration) {
            List<Result> ordered = results.keySet().stream()
                    .sorted()
                    .map(results::get)
                    .filter(Objects::nonNull)
                    .toList();
            return new Verification(Collections.unmodifiableList(ordered), exercises.size() - ordered.size(), duration);
        }
    }
}
