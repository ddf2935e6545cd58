package dev.runner.grade;

import dev.runner.course.Exercise;
import dev.runner.progress.HandedInProgress;
import dev.runner.progress.Progress;
import dev.runner.report.CourseIdentity;
import dev.runner.report.ExerciseReport;
import dev.runner.report.Report;
import dev.runner.verify.Result;
import dev.runner.verify.Shard;
import dev.runner.verify.SubmissionDigest;
import dev.runner.verify.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** One submission while it is graded. Safe for use by many threads. */
final class Script {
    private final Assignment assignment;
    private final Submission submission;
    private final Progress progress;
    private final Instant started;
    private final String key;
    private final AtomicReferenceArray<Result> results;
    private final AtomicInteger open;

    Script(Assignment assignment, Submission submission, Instant started) {
        this.assignment = assignment;
        this.submission = submission;
        this.started = started;
        this.progress = assignment.hintCost().isFree() ? Progress.NONE : HandedInProgress.in(submission.root());
        this.key = key(assignment, submission).orElse("");
        this.results = new AtomicReferenceArray<>(assignment.exercises().size());
        this.open = new AtomicInteger(assignment.exercises().size());
    }

    /** A digest of all that the report depends on; empty if that can't be told. */
    static Optional<String> key(Assignment assignment, Submission submission) {
        return assignment.identity().map(identity -> {
            List<Path> files =
                    assignment.exercises().stream().map(Exercise::source).toList();
            StringBuilder text = new StringBuilder(assignment.runner() + "\n" + identity + "\n")
                    .append(SubmissionDigest.of(submission.root(), files))
                    .append('\n');
            if (!assignment.hintCost().isFree()) {
                Progress progress = HandedInProgress.in(submission.root());
                text.append(assignment.hintCost());
                assignment.exercises().forEach(exercise -> text.append(' ').append(hints(progress, exercise)));
            }
            return sha256(text.toString());
        });
    }

    Submission submission() {
        return submission;
    }

    /** What the exercise of that index was found to be; true if it was the last. */
    boolean found(int index, Verdict verdict, Duration duration) {
        results.set(index, new Result(assignment.exercises().get(index), verdict, duration));
        return open.decrementAndGet() == 0;
    }

    /** The key, if the submission is still what it was when its grading began; else empty, for nobody knows. */
    String key() {
        return key(assignment, submission).filter(key::equals).orElse("");
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

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
