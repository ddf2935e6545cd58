package dev.runner.report;

import dev.runner.course.Exercise;
import dev.runner.course.Hint;
import dev.runner.course.Mode;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Result;
import dev.runner.verify.TestReport;
import dev.runner.verify.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One exercise in a report.
 *
 * @param name its name
 * @param chapter its chapter, empty where it has none
 * @param file the file that was judged, relative to the course's directory, with {@code /}
 * @param points what it is worth
 * @param hints how many stages of its hint were revealed and count
 * @param verdict the verdict, or null if it was not judged
 * @param defect what is wrong with the course, where its file is missing; else null
 * @param duration what the judgement took, in whole milliseconds
 */
public record ExerciseReport(
        String name,
        String chapter,
        String file,
        int points,
        int hints,
        @Nullable Verdict verdict,
        @Nullable String defect,
        Duration duration) {
    public ExerciseReport {
        duration = duration.truncatedTo(ChronoUnit.MILLIS);
    }

    /** An exercise with its result. */
    public static ExerciseReport judged(Result result, Path file, int hints, @Nullable String defect) {
        Exercise exercise = result.exercise();
        return new ExerciseReport(
                exercise.name(),
                exercise.chapter(),
                slashed(file),
                exercise.points(),
                hints,
                result.verdict(),
                defect,
                result.duration());
    }

    /** An exercise that nobody looked at, because an earlier one ended the run. */
    public static ExerciseReport notJudged(Exercise exercise, Path file, int hints) {
        return new ExerciseReport(
                exercise.name(),
                exercise.chapter(),
                slashed(file),
                exercise.points(),
                hints,
                null,
                null,
                Duration.ZERO);
    }

    /** How it stands. */
    public Status status() {
        if (defect != null) {
            return Status.BROKEN;
        }
        return verdict == null ? Status.NOT_JUDGED : Account.statusOf(verdict);
    }

    /** Whether it passed. */
    public boolean passed() {
        return status() == Status.PASSED;
    }

    /** What is to be said of it: the course's defect where there is one, else what was found. */
    Account account() {
        return defect == null ? found() : without(Status.BROKEN, defect);
    }

    /** The verdict in one shape; of an exercise without one, what is to be said instead. */
    Account found() {
        return verdict == null
                ? without(Status.NOT_JUDGED, "not judged: an earlier exercise did not pass")
                : Account.of(verdict);
    }

    private static Account without(Status status, String reason) {
        return new Account(status, null, reason, List.of(), TestReport.NONE, Transcript.EMPTY, null, 0, null);
    }

    /** The exercise, as far as a report knows it. */
    private Exercise exercise() {
        return new Exercise(
                name,
                chapter,
                Path.of(file),
                Path.of(file),
                Mode.STANDARD,
                true,
                false,
                false,
                Hint.NONE,
                List.of(),
                null,
                List.of(),
                null,
                null,
                points,
                1);
    }

    /** The result, if it was judged. */
    Optional<Result> result() {
        return Optional.ofNullable(verdict).map(judged -> new Result(exercise(), judged, duration));
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
