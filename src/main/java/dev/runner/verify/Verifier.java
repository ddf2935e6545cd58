package dev.runner.verify;

import dev.runner.course.Exercise;
import dev.runner.toolchain.Cancellation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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

    /** What is done with each exercise. */
    private interface Step {
        void perform(int index) throws InterruptedException;
    }

    /** What a thread does. */
    private interface Work {
        void perform() throws InterruptedException;
    }

    /** A plan without a verdict yet, and the time that it took so far. */
    private record Pending(CheckPlan plan, long nanos) {}

    /** One call of {@link #verify}. */
    private final class Run {
        private final List<Exercise> exercises;
        private final Function<Exercise, CheckPlan> planner;
        private final VerifyListener listener;
        private final Cancellation cancellation;
        private final AtomicInteger next = new AtomicInteger();
        private final Map<Integer, Result> results = new ConcurrentHashMap<>();
        private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        private final Map<Integer, Pending> waiting = new ConcurrentHashMap<>();
        private final Queue<Thread> aside = new ConcurrentLinkedQueue<>();
        private final Semaphore asidePlaces = new Semaphore(jobs);

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
            try {
                if (judge instanceof BatchJudge batch) {
                    inTwoRounds(batch);
                } else {
                    inParallel(this::judge);
                }
            } finally {
                cancellation.cancel();
                aside.forEach(Run::joinAnyway);
                cancellation.detach();
            }
        }

        private void inTwoRounds(BatchJudge batch) throws InterruptedException {
            inParallel(index -> begin(batch, index));
            if (!waiting.isEmpty() && !cancellation.isCancelled()) {
                building(batch);
                inParallel(index -> {
                    Pending pending = waiting.get(index);
                    if (pending != null) {
                        finish(index, pending);
                    }
                });
            }
            await(aside);
        }

        /** Whoever clears up behind us must not do so under its feet. */
        private static void joinAnyway(Thread thread) {
            boolean interrupted = false;
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private void building(BatchJudge batch) throws InterruptedException {
            try {
                batch.build(cancellation);
            } catch (CancellationException stopped) {
                // Whoever asked for it knows.
            }
        }

        private void inParallel(Step step) throws InterruptedException {
            next.set(0);
            List<Thread> threads = new ArrayList<>();
            for (int job = 0; job < Math.min(jobs, exercises.size()); job++) {
                threads.add(started("verify-" + job, () -> work(step)));
            }
            await(threads);
        }

        private static Thread started(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private void await(Collection<Thread> threads) throws InterruptedException {
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException interrupted) {
                cancellation.cancel();
                throw interrupted;
            }
            if (fault.get() instanceof Error error) {
                throw error;
            }
            if (fault.get() instanceof RuntimeException thrown) {
                throw thrown;
            }
        }

        private void work(Step step) {
            guarded(() -> {
                int index = next.getAndIncrement();
                while (index < exercises.size() && !cancellation.isCancelled()) {
                    step.perform(index);
                    index = next.getAndIncrement();
                }
            });
        }

        private void guarded(Work work) {
            try {
                work.perform();
            } catch (CancellationException | InterruptedException stopped) {
                // Whoever asked for it knows.
            } catch (RuntimeException | Error thrown) {
                fault.compareAndSet(null, thrown);
                cancellation.cancel();
            }
        }

        /** The first round of a batch; who waits keeps the plan, and the time that it took. */
        private void begin(BatchJudge batch, int index) throws InterruptedException {
            Exercise exercise = started(index);
            long start = nanoTime.getAsLong();
            CheckPlan plan = planner.apply(exercise);
            BatchJudge.Begun begun = batch.begin(plan, cancellation);
            long nanos = nanoTime.getAsLong() - start;
            Pending pending = new Pending(plan, nanos);
            if (begun.verdict() != null) {
                finished(index, begun.verdict(), nanos);
            } else if (!begun.aside()) {
                waiting.put(index, pending);
            } else if (jobs == 1) {
                finish(index, pending);
            } else {
                aside.add(started("verify-aside", () -> guarded(() -> finishAside(index, pending))));
            }
        }

        /** Beside the others: a program that sleeps needs no processor, and the sooner it begins the better. */
        private void finishAside(int index, Pending pending) throws InterruptedException {
            asidePlaces.acquire();
            try {
                if (!cancellation.isCancelled()) {
                    finish(index, pending);
                }
            } finally {
                asidePlaces.release();
            }
        }

        private void finish(int index, Pending pending) throws InterruptedException {
            long start = nanoTime.getAsLong();
            Verdict verdict = judge.judge(pending.plan(), cancellation);
            finished(index, verdict, nanoTime.getAsLong() - start + pending.nanos());
        }

        private void judge(int index) throws InterruptedException {
            Exercise exercise = started(index);
            long start = nanoTime.getAsLong();
            Verdict verdict = judge.judge(planner.apply(exercise), cancellation);
            finished(index, verdict, nanoTime.getAsLong() - start);
        }

        private Exercise started(int index) {
            Exercise exercise = exercises.get(index);
            synchronized (listener) {
                listener.started(exercise);
            }
            return exercise;
        }

        private void finished(int index, Verdict verdict, long nanos) {
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
