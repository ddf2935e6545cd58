package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The process chains of one judgement, side by side on threads of their own or in turn on the caller's. Closing it stops
 * what still runs and waits for its end, so that nothing uses the judgement's files any more.
 */
final class Chains implements AutoCloseable {
    /** How the chains of one judgement run. */
    enum Order {
        /** All at once: the quickest answer for one exercise. */
        SIDE_BY_SIDE,
        /** Each when it is asked for: least work for many exercises, which are judged side by side themselves. */
        IN_TURN
    }

    /** Work that ends in an outcome. */
    interface Work {
        Outcome perform(Cancellation cancellation) throws InterruptedException;
    }

    /** Work that follows a content outcome. */
    interface FollowUp {
        Outcome perform(Cancellation cancellation, Outcome before) throws InterruptedException;
    }

    /** One chain. */
    interface Chain {
        /** Its outcome; waits for it, or performs it now. */
        Outcome await() throws InterruptedException;
    }

    /** A chain that has nothing to do. */
    static final Chain CONTENT = () -> Outcome.CONTENT;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "check");
        thread.setDaemon(true);
        return thread;
    });

    private final Order order;
    private final Cancellation cancellation;
    private final List<Future<Outcome>> running = new ArrayList<>();

    Chains(Order order, Cancellation outer) {
        this.order = order;
        this.cancellation = outer.child();
    }

    Chain start(Work work) {
        if (order == Order.IN_TURN) {
            return new Lazy(() -> work.perform(cancellation));
        }
        Future<Outcome> future = THREADS.submit(() -> work.perform(cancellation));
        running.add(future);
        return () -> get(future);
    }

    /** A chain that goes on where {@code first} was content; otherwise it ends as that did. */
    Chain after(Chain first, FollowUp next) {
        return start(inner -> {
            Outcome before = first.await();
            return before.failure() == null ? next.perform(inner, before) : before;
        });
    }

    @Override
    public void close() {
        cancellation.cancel();
        for (Future<Outcome> future : running) {
            awaitQuietly(future);
        }
        cancellation.detach();
    }

    static List<String> concat(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static Outcome get(Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException fault) {
            throw rethrown(fault.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) throws InterruptedException {
        if (cause instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException fault ? fault : new IllegalStateException(cause);
    }

    private static void awaitQuietly(Future<Outcome> future) {
        boolean interrupted = false;
        while (!future.isDone()) {
            try {
                future.get();
            } catch (ExecutionException settledAlready) {
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Performs its work once, when it is first asked. */
    private static final class Lazy implements Chain {
        private final Chain work;
        private @Nullable Outcome outcome;

        Lazy(Chain work) {
            this.work = work;
        }

        @Override
        public Outcome await() throws InterruptedException {
            if (outcome == null) {
                outcome = work.await();
            }
            return outcome;
        }
    }
}
