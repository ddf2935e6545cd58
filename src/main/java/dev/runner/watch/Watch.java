package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.toolchain.Cancellation;
import dev.runner.verify.Judge;
import dev.runner.verify.Planner;
import dev.runner.verify.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link WatchSession}: brings it the saves, the keys and the verdicts, and does what it wants done, all on the
 * thread that calls {@link #run}. The system's notices only make it look at the files sooner; it looks by the clock in any
 * case, so no save is lost where notices are.
 */
public final class Watch {
    /** Covers every way in which a notice can be missing. */
    private static final Duration USUAL_LOOK = Duration.ofMillis(250);

    /** An editor may write a file in several steps; the last of them is seen by looking once more after a notice. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(40);

    private final Workspace workspace;
    private final Course course;
    private final Planner planner;
    private final Judge judge;
    private final Screen screen;
    private final Consumer<UnaryOperator<Progress>> keeper;
    private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    private final ExecutorService checks = Executors.newCachedThreadPool(Watch::daemon);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Watch::daemon);
    private final WatchSession session;
    private Cancellation running = new Cancellation();
    private Snapshot seen = new Snapshot(java.util.Map.of());
    private @Nullable Boolean passed;

    /**
     * @param progress what was done before
     * @param begin the exercise to begin with
     * @param keeper keeps a change of the progress
     */
    public Watch(
            Workspace workspace,
            Course course,
            Planner planner,
            Judge judge,
            Screen screen,
            Progress progress,
            Exercise begin,
            Consumer<UnaryOperator<Progress>> keeper,
            Clock clock) {
        this.workspace = workspace;
        this.course = course;
        this.planner = planner;
        this.judge = judge;
        this.screen = screen;
        this.keeper = keeper;
        this.session = new WatchSession(course, progress, begin, clock);
    }

    /**
     * Watches until the learner leaves.
     *
     * @param poll how often to look at the files, without relying on the system's notices; null for both
     * @return whether the watch ended well: always, unless nobody was at the keyboard and the exercise did not pass
     */
    public boolean run(Keyboard keyboard, @Nullable Duration poll) throws InterruptedException {
        long look = (poll == null ? USUAL_LOOK : poll).toMillis();
        perform(session.start());
        Keyboard.Listening keys = keyboard.listen(key -> turns.add(() -> pressed(key)));
        try (FileWatcher watcher = new FileWatcher(this::noticed)) {
            if (poll == null) {
                watcher.start(
                        watchedDirectory(),
                        workspace.stateDirectory(),
                        () -> turns.add(() -> perform(session.on(new WatchEvent.WatcherSilent()))));
            }
            var unused = ticker.scheduleWithFixedDelay(() -> turns.add(this::look), look, look, TimeUnit.MILLISECONDS);
            while (passed == null) {
                turns.take().run();
            }
            return passed;
        } finally {
            keys.close();
            running.cancel();
            ticker.shutdownNow();
            checks.shutdown();
            checks.awaitTermination(2, TimeUnit.SECONDS);
        }
    }

    private Path watchedDirectory() {
        Path exercises = workspace.root().resolve("exercises");
        return Files.isDirectory(exercises) ? exercises : workspace.root();
    }

    private void noticed() {
        turns.add(this::look);
        try {
            var unused = ticker.schedule(() -> turns.add(this::look), SECOND_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.RejectedExecutionException closing) {
            // The watch is over.
        }
    }

    private void look() {
        Snapshot now = Snapshot.of(workspace, course, session.current());
        if (now.isReady() && !now.equals(seen)) {
            seen = now;
            perform(session.on(new WatchEvent.SourceChanged()));
        }
    }

    private void pressed(int key) {
        perform(session.on(key < 0 ? new WatchEvent.InputEnded() : new WatchEvent.KeyPressed((char) key)));
    }

    private void perform(java.util.List<Effect> effects) {
        effects.forEach(this::perform);
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Check check) {
            check(check);
        } else if (effect instanceof Effect.CancelCheck) {
            running.cancel();
        } else if (effect instanceof Effect.Keep keep) {
            keeper.accept(keep.change());
        } else if (effect instanceof Effect.Fail fail) {
            throw fail.fault();
        } else if (effect instanceof Effect.Leave leave) {
            passed = leave.passed();
        } else {
            screen.show(effect);
        }
    }

    private void check(Effect.Check check) {
        // What is checked is what was there when the check began; a write during it makes another snapshot.
        seen = Snapshot.of(workspace, course, check.exercise());
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        checks.execute(() -> {
            try {
                Verdict verdict = judge.judge(planner.exercise(check.exercise()), cancellation);
                turns.add(() -> perform(session.on(new WatchEvent.Judged(check.number(), verdict))));
            } catch (CancellationException | InterruptedException takenBack) {
                // The session knows.
            } catch (RuntimeException fault) {
                turns.add(() -> perform(session.on(new WatchEvent.Broken(check.number(), fault))));
            }
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    }
}
