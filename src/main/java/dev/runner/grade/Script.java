package dev.runner.grade;

import dev.runner.course.Exercise;
import dev.runner.progress.HandedInProgress;
import dev.runner.progress.Progress;
import dev.runner.report.CourseIdentity;
import dev.runner.report.ExerciseReport;
import dev.runner.report.Report;
import dev.runner.verify.Result;
import dev.runner.verify.Shard;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One submission while it is graded. Safe for use by many threads. */
final class Script {
    private final Assignment assignment;
    private final Submission submission;
    private final Progress progress;
    private final Instant started;
    private final ReportKey key;
    private final AtomicReferenceArray<Result> results;
    private final AtomicInteger open;

    Script(Assignment assignment, Submission submission, Instant started) {
        this.assignment = assignment;
        this.submission = submission;
        this.started = started;
        this.progress = progress(assignment, submission);
        this.key = ReportKey.of(assignment, submission, progress);
        this.results = new AtomicReferenceArray<>(assignment.exercises().size());
        this.open = new AtomicInteger(assignment.exercises().size());
    }

    /** All that the report depends on. */
    static ReportKey key(Assignment assignment, Submission submission) {
        return ReportKey.of(assignment, submission, progress(assignment, submission));
    }

    private static Progress progress(Assignment assignment, Submission submission) {
        return assignment.hintCost().isFree() ? Progress.NONE : HandedInProgress.in(submission.root());
    }

    Submission submission() {
        return submission;
    }

    /** What the exercise of that index was found to be; true if it was the last. */
    boolean found(int index, Verdict verdict, Duration duration) {
        results.set(index, new Result(assignment.exercises().get(index), verdict, duration));
        return open.decrementAndGet() == 0;
    }

    /** The key, if the submission is still what it was when its grading began; else one that fits nothing. */
    ReportKey key() {
        return key(assignment, submission).equals(key) ? key : new ReportKey("", "", Map.of());
    }

    Report report() {
        List<ExerciseReport> exercises = new ArrayList<>();
        Duration duration = Duration.ZERO;
        for (int index = 0; index < results.length(); index++) {
            Result result = results.get(index);
            Exercise exercise = result.exercise();
            exercises.add(ExerciseReport.judged(result, exercise.source(), hints(progress, exercise), null));
            duration = duration.plus(result.duration());
        }
        return new Report(
                assignment.runner(),
                CourseIdentity.of(assignment.course()),
                "",
                false,
                assignment.hintCost(),
                Shard.WHOLE,
                null,
                assignment.exercises().stream().map(Exercise::name).toList(),
                exercises,
                started,
                duration);
    }

    private static int hints(Progress progress, Exercise exercise) {
        return progress.of(exercise).hints().size();
    }
}
