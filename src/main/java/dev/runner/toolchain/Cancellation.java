package dev.runner.toolchain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to stop, made once and seen by everything that was given it. Safe for use by many threads.
 *
 * <p>Work that can be stopped registers how; registering after the request runs the action at once.
 */
public final class Cancellation {
    /** Undoes a registration; harmless after the request. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;
    private Registration parent = () -> {};
    private volatile @Nullable Cancellation outer;

    /** A request that nobody has made yet. */
    public Cancellation() {}

    /** Whether the request was made; also while the one that it was made of is still telling its children. */
    public boolean isCancelled() {
        Cancellation from = outer;
        synchronized (this) {
            if (cancelled) {
                return true;
            }
        }
        return from != null && from.isCancelled();
    }

    /**
     * Makes the request; the second call does nothing. Runs every registered action on this thread, and throws what the
     * first that failed threw.
     */
    public void cancel() {
        List<Runnable> todo;
        synchronized (this) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            todo = List.copyOf(actions);
            actions.clear();
        }
        runAll(todo);
    }

    private static void runAll(List<Runnable> actions) {
        @Nullable RuntimeException first = null;
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException fault) {
                // Each of the others ends something too.
                first = first == null ? fault : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** Runs {@code action} when the request is made, on the thread that makes it, or at once if it was made. */
    public Registration onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                actions.add(action);
                return () -> remove(action);
            }
        }
        action.run();
        return () -> {};
    }

    /** A request of its own that is also made whenever this one is, until it is {@link #detach detached}. */
    public Cancellation child() {
        Cancellation child = new Cancellation();
        child.outer = this;
        child.parent = onCancel(child::cancel);
        return child;
    }

    /** Lets go of the request that this one is a child of. */
    public void detach() {
        outer = null;
        parent.close();
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }
}
