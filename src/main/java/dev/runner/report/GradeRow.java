package dev.runner.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One submission in a table of grades.
 *
 * @param name what it is called
 * @param file the name of its reports without an ending, or null where there are none
 * @param problem why it could not be graded at all, or null
 * @param statuses how each exercise of the table stands, in the table's order; empty where it could not be graded
 * @param score the points that it earned
 * @param points the points that it could earn
 * @param duration what judging it took, of files that no other had before it
 * @param remarks what whoever grades should know, each in a few words
 */
public record GradeRow(
        String name,
        @Nullable String file,
        @Nullable String problem,
        List<Status> statuses,
        BigDecimal score,
        long points,
        Duration duration,
        List<String> remarks) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NEARLY = new BigDecimal("99.9");

    public GradeRow {
        statuses = List.copyOf(statuses);
        remarks = List.copyOf(remarks);
    }

    /** A submission that could not be graded. */
    public static GradeRow broken(String name, String problem) {
        return new GradeRow(name, null, problem, List.of(), BigDecimal.ZERO, 0, Duration.ZERO, List.of(problem));
    }

    /**
     * A graded one.
     *
     * @param changes the other files that are not the course's, by their names
     */
    public static GradeRow of(String name, @Nullable String file, Report report, List<String> changes) {
        List<String> remarks = new ArrayList<>();
        add(remarks, report, exercise -> exercise.status() == Status.TAMPERED, "tampered");
        add(remarks, report, exercise -> exercise.status() == Status.TIMED_OUT, "timed out");
        add(remarks, report, GradeRow::isMissing, "missing");
        add(remarks, report, exercise -> exercise.status().isNobodysFault(), "not judged here");
        if (!changes.isEmpty()) {
            remarks.add("not the course's: " + String.join(", ", changes));
        }
        return new GradeRow(
                name,
                file,
                null,
                report.exercises().stream().map(ExerciseReport::status).toList(),
                report.score(),
                report.points(),
                report.duration(),
                remarks);
    }

    private static void add(List<String> remarks, Report report, Predicate<ExerciseReport> condition, String word) {
        long count = report.exercises().stream().filter(condition).count();
        if (count > 0) {
            remarks.add(count + " " + word);
        }
    }

    private static boolean isMissing(ExerciseReport exercise) {
        return exercise.status() == Status.FAILED && exercise.account().reason().endsWith(" is missing");
    }

    /** Whether there is a mark for every exercise. */
    public boolean complete() {
        return problem == null && statuses.stream().noneMatch(Status::isNobodysFault);
    }

    /** {@code graded}, {@code incomplete} where exercises could not be judged here, {@code broken}. */
    public String state() {
        return problem != null ? "broken" : complete() ? "graded" : "incomplete";
    }

    /** How many exercises passed. */
    public long passed() {
        return statuses.stream().filter(status -> status == Status.PASSED).count();
    }

    /** The share of the points with one decimal, empty where there are none; 100.0 means all of them. */
    public String percent() {
        if (points == 0) {
            return "";
        }
        BigDecimal percent = score.multiply(HUNDRED).divide(BigDecimal.valueOf(points), 1, RoundingMode.HALF_UP);
        boolean all = score.compareTo(BigDecimal.valueOf(points)) >= 0;
        return (all ? percent : percent.min(NEARLY)).toPlainString();
    }

    /** The remarks in one line. */
    public String remark() {
        return String.join("; ", remarks);
    }
}
