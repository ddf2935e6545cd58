package dev.runner.report;

import dev.runner.verify.Result;
import dev.runner.verify.Shard;
import dev.runner.verify.Verdict;
import dev.runner.verify.Verification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found: the one value that every format is written from. But for {@code started} and durations it
 * depends on what was verified alone.
 *
 * @param runner the version of the program that judged
 * @param course which course
 * @param directory the course's directory as seen from the repository that it lies in, with {@code /}; empty where it is the
 *     repository's root or nobody knows
 * @param solutions whether the course's solutions were judged and not the learner's work
 * @param hintCost what revealed hints take
 * @param shard which part of the whole run
 * @param basis a digest of what the parts were balanced by, or null where nothing was known
 * @param selection the names of all exercises of the whole run, in the course's order
 * @param exercises this part's exercises, in the course's order
 * @param started when it began
 * @param duration wall clock
 */
public record Report(
        String runner,
        CourseIdentity course,
        String directory,
        boolean solutions,
        HintCost hintCost,
        Shard shard,
        @Nullable String basis,
        List<String> selection,
        List<ExerciseReport> exercises,
        Instant started,
        Duration duration) {
    public Report {
        started = started.truncatedTo(ChronoUnit.MILLIS);
        duration = duration.truncatedTo(ChronoUnit.MILLIS);
        selection = List.copyOf(selection);
        exercises = List.copyOf(exercises);
    }

    /**
     * A chapter's exercises.
     *
     * @param name its name, empty for exercises without a chapter
     */
    record ChapterReport(String name, List<ExerciseReport> exercises) {
        /** The name for people. */
        String shownName() {
            return name.isEmpty() ? "(no chapter)" : name;
        }

        long passed() {
            return exercises.stream().filter(ExerciseReport::passed).count();
        }
    }

    /** The chapters, in the order in which each is first met. */
    List<ChapterReport> chapters() {
        Map<String, List<ExerciseReport>> byName = new LinkedHashMap<>();
        exercises.forEach(exercise -> byName.computeIfAbsent(exercise.chapter(), name -> new ArrayList<>())
                .add(exercise));
        return byName.entrySet().stream()
                .map(entry -> new ChapterReport(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What views show: the results, and how many exercises have none. */
    public Verification verification() {
        List<Result> results = exercises.stream()
                .flatMap(exercise -> exercise.result().stream())
                .toList();
        return new Verification(results, exercises.size() - results.size(), duration);
    }

    /** The verdicts that were given, by the exercises' names. */
    public Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (ExerciseReport exercise : exercises) {
            if (exercise.verdict() != null) {
                verdicts.put(exercise.name(), exercise.verdict());
            }
        }
        return verdicts;
    }

    /** Whether every exercise was judged and passed; so it is where there is none. */
    public boolean passed() {
        return exercises.stream().allMatch(ExerciseReport::passed);
    }

    /** Whether a file of the course is missing. */
    public boolean broken() {
        return count(Status.BROKEN) > 0;
    }

    /** How many stand so. */
    public long count(Status status) {
        return exercises.stream()
                .filter(exercise -> exercise.status() == status)
                .count();
    }

    /** The points that the exercise earned: all or nothing, less what hints took. */
    public BigDecimal score(ExerciseReport exercise) {
        return exercise.passed() ? hintCost.left(exercise.points(), exercise.hints()) : BigDecimal.ZERO;
    }

    /** The points that were earned. */
    public BigDecimal score() {
        return HintCost.plain(exercises.stream().map(this::score).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** The points that could be earned. */
    public long points() {
        return exercises.stream().mapToLong(ExerciseReport::points).sum();
    }

    /** Whether points say more than the number of exercises does. */
    public boolean pointsMatter() {
        return !hintCost.isFree() || exercises.stream().anyMatch(exercise -> exercise.points() != 1);
    }

    /** A file of the course as seen from the repository. */
    String inRepository(String file) {
        return directory.isEmpty() || file.startsWith("/") ? file : directory + "/" + file;
    }

    /** The title, or a word where the course has none. */
    String title() {
        String title = course.title();
        return title == null || title.isBlank() ? "Exercises" : title;
    }
}
