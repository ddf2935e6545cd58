package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.toolchain.Cancellation;
import dev.runner.verify.Check;
import dev.runner.verify.CheckPlan;
import dev.runner.verify.Judge;
import dev.runner.verify.Planner;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import dev.runner.verify.Verifier;
import dev.runner.verify.VerifyListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Runs a {@link WatchSession}: brings it the saves, the keys and the verdicts, and does what it wants done, all on the
 * thread that calls {@link #run}. The system's notices only make it look at the files sooner; it looks by the clock in any
 * case, so no save is lost where notices are.
 */
public final class Watch {
    /** Where no notices come. */
    private static final Duration USUAL_LOOK = Duration.ofMillis(250);

    /** Covers every way in which a notice can be missing where they come; a look more often could be measured. */
    private static final Duration RARE_LOOK = Duration.ofSeconds(2);

    /** An editor may write a file in several steps; the last of them is seen by looking once more after a notice. */
    private static final Duration SECOND_LOOK = Duration.ofMillis(40);

    /** How often passing time is shown while something runs. */
    private static final long FRAME_MILLIS = 100;

    private final Workspace workspace;
    private final Course course;
    private final Planner planner;
    private final Judge judge;
    private final Judge judgeOfMany;
    private final Surface surface;
    private final Services services;
    private final Keeper keeper;
    private final WatchSession session;
    private final BlockingQueue<Runnable> turns = new LinkedBlockingQueue<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(Watch::daemon);
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(Watch::daemon);
    private volatile @Nullable CheckPlan judged;
    private volatile boolean byClock;
    private Cancellation running = new Cancellation();
    private Cancellation runningAll = new Cancellation();
    private Snapshot seen = new Snapshot(Map.of());
    private boolean changed;
    private boolean often;
    private @Nullable WatchEnd end;

    /** Keeps a change of the progress; what went wrong, or null. */
    public interface Keeper {
        @Nullable
        String keep(UnaryOperator<Progress> change);
    }

    /**
     * @param judges makes the judge of one exercise, which tells the listener each step that it begins
     * @param judgeOfMany judges when all exercises are checked
     * @param keeper keeps a change of the progress
     */
    public Watch(
            Workspace workspace,
            Course course,
            Planner planner,
            Function<Consumer<Check>, Judge> judges,
            Judge judgeOfMany,
            Surface surface,
            Services services,
            Keeper keeper,
            WatchSession session) {
        this.workspace = workspace;
        this.course = course;
        this.planner = planner;
        this.judge = judges.apply(this::stepped);
        this.judgeOfMany = judgeOfMany;
        this.surface = surface;
        this.services = services;
        this.keeper = keeper;
        this.session = session;
    }

    /**
     * Watches until the learner leaves.
     *
     * @param poll how often to look at the files, without relying on the system's notices; null for both
     */
    public WatchEnd run(@Nullable Duration poll) throws InterruptedException {
        // The first check begins before the terminal is taken over, which takes as long.
        perform(session.start());
        try (FileWatcher watcher = new FileWatcher(this::noticed)) {
            surface.open(this::tell);
            if (poll == null) {
                watcher.start(watchedDirectory(), workspace.stateDirectory(), this::noticesNeverCome);
            }
            byClock = poll != null;
            lookEvery(poll == null ? RARE_LOOK : poll);
            surface.refresh(session);
            while (end == null) {
                turn();
            }
            return end;
        } finally {
            surface.close();
            running.cancel();
            runningAll.cancel();
            ticker.shutdownNow();
            workers.shutdown();
            workers.awaitTermination(2, TimeUnit.SECONDS);
        }
    }

    /** Everything that has happened, then one frame. */
    private void turn() throws InterruptedException {
        boolean clock = surface.showsTime() && session.busy();
        Runnable first = clock ? turns.poll(FRAME_MILLIS, TimeUnit.MILLISECONDS) : turns.take();
        for (Runnable turn = first; turn != null && end == null; turn = turns.poll()) {
            turn.run();
        }
        if (end == null && (changed || session.busy())) {
            changed = false;
            surface.refresh(session);
        }
    }

    /** Any thread may tell what has happened. */
    private void tell(WatchEvent event) {
        turns.add(() -> perform(session.on(event)));
    }

    private void stepped(Check check) {
        CheckPlan plan = judged;
        if (plan != null) {
            tell(new WatchEvent.StepStarted(check, plan.time()));
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
        } catch (RejectedExecutionException closing) {
            // The watch is over.
        }
    }

    private void lookEvery(Duration time) {
        long millis = time.toMillis();
        try {
            var unused =
                    ticker.scheduleWithFixedDelay(() -> turns.add(this::glance), millis, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            // The watch is over.
        }
    }

    private void noticesNeverCome() {
        byClock = true;
        lookEvery(USUAL_LOOK);
        tell(new WatchEvent.WatcherSilent());
    }

    /** Looks by the clock: at everything where no notices come, else at the one file that matters most. */
    private void glance() {
        if (byClock) {
            look();
        } else if (!seen.stillHolds(workspace.source(session.current()))) {
            look();
            if (!often) {
                // A notice was missing: where one is, others may be.
                often = true;
                lookEvery(USUAL_LOOK);
            }
        }
    }

    private void look() {
        Snapshot now = Snapshot.of(workspace, course, session.current());
        if (now.isReady() && !now.equals(seen)) {
            seen = now;
            perform(session.on(new WatchEvent.SourceChanged()));
        }
    }

    private void perform(List<Effect> effects) {
        changed = true;
        effects.forEach(this::perform);
    }

    private void perform(Effect effect) {
        if (effect instanceof Effect.Check check) {
            check(check);
        } else if (effect instanceof Effect.CancelCheck) {
            running.cancel();
        } else if (effect instanceof Effect.CheckAll all) {
            checkAll(all);
        } else if (effect instanceof Effect.CancelCheckAll) {
            runningAll.cancel();
        } else if (effect instanceof Effect.Keep keep) {
            String problem = keeper.keep(keep.change());
            if (problem != null) {
                tell(new WatchEvent.Told(problem));
            }
        } else if (effect instanceof Effect.Fail fail) {
            throw fail.fault();
        } else if (effect instanceof Effect.Leave leave) {
            surface.show(leave);
            end = leave.end();
        } else if (effect instanceof Effect.Suspend) {
            surface.suspend();
        } else if (effect instanceof Effect.OpenEditor open) {
            edit(open.exercise());
        } else if (effect instanceof Effect.MovedTo moved) {
            if (services.editorFollows()) {
                edit(moved.exercise());
            }
        } else {
            ask(effect);
        }
    }

    private void edit(Exercise exercise) {
        tell(new WatchEvent.Told(services.edit(exercise, surface::lend)));
    }

    /** What takes a while is asked for on a thread of its own; everything else is only shown. */
    private void ask(Effect effect) {
        if (effect instanceof Effect.Explain explain) {
            inBackground(() -> new WatchEvent.TextFound(explain.code(), services.explain(explain.code())));
        } else if (effect instanceof Effect.FetchSolution fetch) {
            inBackground(() -> solution(fetch.exercise()));
        } else if (effect instanceof Effect.OpenBook book) {
            inBackground(() -> new WatchEvent.Told(services.book(book.exercise())));
        } else if (effect instanceof Effect.Reset reset) {
            inBackground(() -> new WatchEvent.WasReset(reset.exercise(), services.reset(reset.exercise())));
        } else if (effect instanceof Effect.Undo) {
            inBackground(() -> new WatchEvent.Told(services.undo()));
        } else {
            surface.show(effect);
        }
    }

    /** Work whose answer is an event. */
    private interface Question {
        WatchEvent answer() throws InterruptedException;
    }

    private void inBackground(Question question) {
        workers.execute(() -> {
            try {
                tell(question.answer());
            } catch (InterruptedException | CancellationException over) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException refused) {
                tell(new WatchEvent.Told(String.valueOf(refused.getMessage())));
            }
        });
    }

    private WatchEvent solution(Exercise exercise) {
        String solution = services.solution(exercise);
        return solution.isEmpty()
                ? new WatchEvent.Told("The course has no solution for " + exercise.name() + ".")
                : new WatchEvent.SolutionFound(exercise, services.own(exercise), solution);
    }

    private void check(Effect.Check check) {
        // What is checked is what was there when the check began; a write during it makes another snapshot.
        seen = Snapshot.of(workspace, course, check.exercise());
        Cancellation cancellation = new Cancellation();
        running = cancellation;
        workers.execute(() -> {
            try {
                CheckPlan plan = planner.exercise(check.exercise());
                judged = plan;
                Verdict verdict = judge.judge(plan, cancellation);
                tell(new WatchEvent.Judged(check.number(), verdict));
            } catch (CancellationException | InterruptedException takenBack) {
                // The session knows.
            } catch (RuntimeException fault) {
                tell(new WatchEvent.Broken(check.number(), fault));
            }
        });
    }

    private void checkAll(Effect.CheckAll all) {
        Cancellation cancellation = new Cancellation();
        runningAll = cancellation;
        VerifyListener listener = new VerifyListener() {
            @Override
            public void started(Exercise exercise) {
                tell(new WatchEvent.OneStarted(all.number(), exercise));
            }

            @Override
            public void finished(Result result) {
                tell(new WatchEvent.OneJudged(all.number(), result));
            }
        };
        workers.execute(() -> {
            try {
                new Verifier(judgeOfMany, Runtime.getRuntime().availableProcessors(), false, System::nanoTime)
                        .verify(all.exercises(), planner::exercise, listener, cancellation);
            } catch (CancellationException | InterruptedException takenBack) {
                // The session knows.
            } catch (RuntimeException fault) {
                tell(new WatchEvent.Told(String.valueOf(fault.getMessage())));
            }
            tell(new WatchEvent.AllJudged(all.number()));
        });
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    }
}
