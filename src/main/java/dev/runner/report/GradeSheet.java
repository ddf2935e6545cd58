package dev.runner.report;

import dev.runner.course.Exercise;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of grades: the one value that its formats are written from.
 *
 * @param runner the version of the program
 * @param title the course's, or null
 * @param exercises what was graded, in the course's order
 * @param hintCost what revealed hints take
 * @param rows a row per submission
 * @param started when it began
 */
public record GradeSheet(
        String runner,
        @Nullable String title,
        List<Exercise> exercises,
        HintCost hintCost,
        List<GradeRow> rows,
        Instant started) {
    public GradeSheet {
        started = started.truncatedTo(ChronoUnit.SECONDS);
        exercises = List.copyOf(exercises);
        rows = List.copyOf(rows);
    }

    /** The table for spreadsheets, in CSV as RFC 4180 has it. */
    public String csv() {
        return GradeCsv.write(this);
    }

    /**
     * The table as a page for people.
     *
     * @param reports where the submissions' own pages lie, seen from this one: empty, or ended by {@code /}; null where
     *     there are none
     */
    public String html(@Nullable String reports) {
        return GradeHtml.write(this, reports);
    }

    /** Whether points say more than the number of exercises does. */
    public boolean pointsMatter() {
        return !hintCost.isFree() || exercises.stream().anyMatch(exercise -> exercise.points() != 1);
    }

    /** How many have a mark for every exercise. */
    public long complete() {
        return rows.stream().filter(GradeRow::complete).count();
    }

    /** How many submissions passed the exercise of that index. */
    long passed(int exercise) {
        return rows.stream()
                .filter(row -> row.problem() == null && row.statuses().get(exercise) == Status.PASSED)
                .count();
    }

    /** How it went, in one line. */
    public String figures() {
        long others = rows.size() - complete();
        String graded = complete() + " of " + rows.size() + (rows.size() == 1 ? " submission" : " submissions");
        return graded + " graded" + (others == 0 ? "" : ", " + others + " not or not wholly");
    }
}
