package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has many plans judged side by side: by a {@link BatchJudge} in two rounds and a building between, by any other judge in
 * one. Used once.
 */
final class Rounds {
    /** What is judged, and who hears of it; all of it is called on any thread. */
    interface Docket {
        /** The plan with that number, which is judged now. */
        CheckPlan plan(int index);

        /** It was judged; {@code nanos} is how long that took, without what was done for all together. */
        void judged(int index, Verdict verdict, long nanos);
    }

    private final Judge judge;
    private final int jobs;
    private final LongSupplier nanoTime;
    private final int count;
    private final Docket docket;
    private final Cancellation cancellation;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final Map<Integer, Pending> waiting = new ConcurrentHashMap<>();
    private final Queue<Thread> aside = new ConcurrentLinkedQueue<>();
    private final Semaphore asidePlaces;

    /**
     * @param jobs how many are judged at once; what only sleeps comes on top of it, but for one job
     * @param count how many plans there are
     * @param cancellation of its own: it is cancelled when a fault ends everything
     */
    Rounds(Judge judge, int jobs, LongSupplier nanoTime, int count, Docket docket, Cancellation cancellation) {
        this.judge = judge;
        this.jobs = jobs;
        this.nanoTime = nanoTime;
        this.count = count;
        this.docket = docket;
        this.cancellation = cancellation;
        this.asidePlaces = new Semaphore(jobs);
    }

    /** What is done with each plan. */
    private interface Step {
        void perform(int index) throws InterruptedException;
    }

    /** What a thread does. */
    private interface Work {
        void perform() throws InterruptedException;
    }

    /** A plan without a verdict yet, and the time that it took so far. */
    private record Pending(CheckPlan plan, long nanos) {}

    /**
     * Blocks until all are judged, or until the cancellation asks and nothing is done any more.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    void perform() throws InterruptedException {
        try {
            if (judge instanceof BatchJudge batch) {
                inTwoRounds(batch);
            } else {
                inParallel(index -> finish(index, new Pending(docket.plan(index), 0)));
            }
        } finally {
            cancellation.cancel();
            aside.forEach(Rounds::joinAnyway);
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

    private void building(BatchJudge batch) throws InterruptedException {
        try {
            batch.build(cancellation);
        } catch (CancellationException stopped) {
            // Whoever asked for it knows.
        }
    }

    /** The first round of a batch; who waits keeps the plan, and the time that it took. */
    private void begin(BatchJudge batch, int index) throws InterruptedException {
        CheckPlan plan = docket.plan(index);
        long start = nanoTime.getAsLong();
        BatchJudge.Begun begun = batch.begin(plan, cancellation);
        long nanos = nanoTime.getAsLong() - start;
        Pending pending = new Pending(plan, nanos);
        if (begun.verdict() != null) {
            docket.judged(index, begun.verdict(), nanos);
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
        docket.judged(index, verdict, nanoTime.getAsLong() - start + pending.nanos());
    }

    private void inParallel(Step step) throws InterruptedException {
        next.set(0);
        List<Thread> threads = new ArrayList<>();
        for (int job = 0; job < Math.min(jobs, count); job++) {
            threads.add(started("verify-" + job, () -> guarded(() -> oneAfterTheOther(step))));
        }
        await(threads);
    }

    private void oneAfterTheOther(Step step) throws InterruptedException {
        int index = next.getAndIncrement();
        while (index < count && !cancellation.isCancelled()) {
            step.perform(index);
            index = next.getAndIncrement();
        }
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

    private static Thread started(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
