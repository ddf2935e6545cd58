package dev.runner.grade;

import dev.runner.course.Exercise;
import dev.runner.report.GradeRow;
import dev.runner.report.Report;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.ToolchainException;
import dev.runner.verify.CheckPlan;
import dev.runner.verify.SharedVerdicts;
import dev.runner.verify.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions side by side, exercise by exercise: while one waits for its slowest, the next have begun. Only so many
 * are open at once, and of a closed one nothing stays in memory but its row.
 */
public final class Grader {
    private final SharedVerdicts judge;
    private final int jobs;
    private final Clock clock;
    private final LongSupplier nanoTime;

    /**
     * @param judge gives each verdict
     * @param jobs how many exercises are judged at once, at least 1
     * @param clock for the times in reports
     * @param nanoTime a clock that never goes back, in nanoseconds
     */
    public Grader(SharedVerdicts judge, int jobs, Clock clock, LongSupplier nanoTime) {
        if (jobs < 1) {
            throw new IllegalArgumentException("at least one job");
        }
        this.judge = judge;
        this.jobs = jobs;
        this.clock = clock;
        this.nanoTime = nanoTime;
    }

    /**
     * Grades them; blocks until the last is done. What is wrong with a submission is its row; what is wrong with the
     * toolchain ends everything.
     *
     * @param kept where reports are kept and looked for, or null to keep none
     * @param resume whether a report that an earlier run kept for the same submission is taken over
     * @throws CancellationException if {@code cancellation} asks before the end
     * @throws InterruptedException if this thread is interrupted
     */
    public Grades grade(
            Assignment assignment,
            List<Submission> submissions,
            @Nullable KeptReports kept,
            boolean resume,
            GradeListener listener,
            Cancellation cancellation)
            throws InterruptedException {
        Run run = new Run(assignment, submissions, kept, listener, cancellation.child());
        run.perform(resume);
        if (cancellation.isCancelled()) {
            throw new CancellationException("cancelled");
        }
        return run.rows.grades();
    }

    /** One call of {@link #grade}. */
    private final class Run {
        private final Assignment assignment;
        private final List<Submission> submissions;
        private final @Nullable KeptReports kept;
        private final GradeListener listener;
        private final Cancellation cancellation;
        private final Semaphore places = new Semaphore(2 * jobs + 2);
        private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
        private final Rows rows;

        Run(
                Assignment assignment,
                List<Submission> submissions,
                @Nullable KeptReports kept,
                GradeListener listener,
                Cancellation cancellation) {
            this.assignment = assignment;
            this.submissions = submissions;
            this.kept = kept;
            this.listener = listener;
            this.cancellation = cancellation;
            this.rows = new Rows(submissions.size(), listener);
        }

        void perform(boolean resume) throws InterruptedException {
            BitSet done = resume ? takenOver() : new BitSet();
            ExecutorService threads = Executors.newFixedThreadPool(jobs, task -> {
                Thread thread = new Thread(task, "grade");
                thread.setDaemon(true);
                return thread;
            });
            try {
                for (int index = 0; index < submissions.size() && !cancellation.isCancelled(); index++) {
                    if (!done.get(index)) {
                        begin(index, threads);
                    }
                }
                places.acquire(2 * jobs + 2);
            } finally {
                cancellation.cancel();
                cancellation.detach();
                threads.shutdownNow();
                // Whoever clears up behind us must not do so under their feet.
                var unused = threads.awaitTermination(10, TimeUnit.SECONDS);
            }
            if (fault.get() instanceof Error error) {
                throw error;
            }
            if (fault.get() instanceof RuntimeException thrown) {
                throw thrown;
            }
        }

        /**
         * Which submissions an earlier run graded. They are done, and what was found for their files holds for the others'.
         * All are looked for before the first program of a stranger runs, so none can put a report there for another.
         */
        private BitSet takenOver() {
            BitSet done = new BitSet();
            for (int index = 0; kept != null && index < submissions.size(); index++) {
                Submission submission = submissions.get(index);
                Optional<KeptReports.Kept> earlier =
                        submission.problem() == null ? kept.find(submission.id()) : Optional.empty();
                if (earlier.isPresent()) {
                    ReportKey key = Script.key(assignment, submission);
                    if (key.judgesAs(earlier.get().key())) {
                        learn(submission, earlier.get());
                    }
                    if (key.isKnown()
                            && key.equals(earlier.get().key())
                            && isComplete(earlier.get().report())) {
                        takeOver(index, kept, earlier.get().report());
                        done.set(index);
                    }
                }
            }
            return done;
        }

        /** What can't be judged on one day may be on another. */
        private static boolean isComplete(Report report) {
            return report.verdicts().values().stream().noneMatch(Verdict.NotRunnable.class::isInstance);
        }

        private void learn(Submission submission, KeptReports.Kept earlier) {
            Function<Exercise, CheckPlan> plans = assignment.plans().apply(submission.root());
            Map<String, Verdict> verdicts = earlier.report().verdicts();
            for (Exercise exercise : assignment.exercises()) {
                String digest = earlier.key().files().get(exercise.name());
                Verdict verdict = verdicts.get(exercise.name());
                if (digest != null && verdict != null && !(verdict instanceof Verdict.NotRunnable)) {
                    judge.learn(plans.apply(exercise), digest, verdict);
                }
            }
        }

        private void begin(int index, ExecutorService threads) throws InterruptedException {
            Submission submission = submissions.get(index);
            if (submission.problem() != null) {
                rows.add(index, GradeRow.broken(submission.name(), submission.problem()), false);
                return;
            }
            places.acquire();
            Script script = new Script(assignment, submission, clock.instant());
            Function<Exercise, CheckPlan> plans = assignment.plans().apply(submission.root());
            for (int exercise = 0; exercise < assignment.exercises().size(); exercise++) {
                int place = exercise;
                threads.execute(() -> work(index, script, place, plans));
            }
        }

        private void takeOver(int index, KeptReports reports, Report report) {
            try {
                reports.writePage(submissions.get(index), report);
            } catch (IOException fault) {
                rows.notKept(submissions.get(index).name() + ": " + said(fault));
            }
            rows.add(index, row(submissions.get(index), report), true);
        }

        private void work(int index, Script script, int place, Function<Exercise, CheckPlan> plans) {
            try {
                // Who is asked to stop still gives its place back.
                if (judged(script, place, plans)) {
                    close(index, script);
                    places.release();
                }
            } catch (CancellationException | InterruptedException stopped) {
                places.release(2 * jobs + 2);
            } catch (RuntimeException | Error thrown) {
                fault.compareAndSet(null, thrown);
                cancellation.cancel();
                places.release(2 * jobs + 2);
            }
        }

        private boolean judged(Script script, int place, Function<Exercise, CheckPlan> plans)
                throws InterruptedException {
            if (cancellation.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            Exercise exercise = assignment.exercises().get(place);
            synchronized (listener) {
                listener.judging(script.submission(), exercise.name());
            }
            long start = nanoTime.getAsLong();
            Verdict verdict = verdict(exercise, plans);
            return script.found(place, verdict, Duration.ofNanos(nanoTime.getAsLong() - start));
        }

        /** A file that our own code can't cope with must not take the others' marks away. */
        private Verdict verdict(Exercise exercise, Function<Exercise, CheckPlan> plans) throws InterruptedException {
            try {
                return judge.judge(plans.apply(exercise), cancellation);
            } catch (ToolchainException | CancellationException everybodys) {
                throw everybodys;
            } catch (RuntimeException | StackOverflowError ours) {
                return new Verdict.NotRunnable(
                        "a fault of the runner's on this file: " + ours,
                        "report it with the file, and read it yourself");
            }
        }

        private void close(int index, Script script) {
            Report report = script.report();
            Submission submission = script.submission();
            if (kept != null) {
                try {
                    kept.keep(submission, script.key(), report);
                } catch (IOException fault) {
                    rows.notKept(submission.name() + ": " + said(fault));
                }
            }
            rows.add(index, row(submission, report), false);
        }

        private GradeRow row(Submission submission, Report report) {
            return GradeRow.of(
                    submission.name(),
                    kept == null ? null : submission.id(),
                    report,
                    assignment.changes().apply(submission.root()));
        }

        private static String said(IOException fault) {
            return String.valueOf(fault.getMessage() == null ? fault : fault.getMessage());
        }
    }
}
