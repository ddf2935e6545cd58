package dev.runner.view;

import dev.runner.course.Chapter;
import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Shows a course's exercises by chapter, with what is done. */
public final class ListView {
    private static final int BAR_WIDTH = 22;

    private final Theme theme;
    private final int columns;

    public ListView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /** The exercises that {@code shown} accepts, under their chapters, and the course's figures. */
    public List<Line> lines(Course course, Progress progress, Predicate<Exercise> shown) {
        Exercise current = progress.currentIn(course);
        List<Line> lines = new ArrayList<>();
        for (Chapter chapter : course.chapters()) {
            List<Exercise> exercises =
                    chapter.exercises().stream().filter(shown).toList();
            if (!exercises.isEmpty()) {
                lines.add(heading(chapter, progress));
                exercises.forEach(exercise -> lines.add(exercise(exercise, progress, exercise.equals(current))));
            }
        }
        if (!lines.isEmpty()) {
            lines.add(Line.EMPTY);
        }
        lines.add(figures(course, progress));
        return lines;
    }

    /** How much of the course is done. */
    public Line figures(Course course, Progress progress) {
        int done = progress.doneCount(course.exercises());
        int all = course.exercises().size();
        return Line.of(theme.bar(done, all, Math.min(BAR_WIDTH, Math.max(columns - 16, 4))), Style.ACCENT)
                .and(" " + done + "/" + all + " done");
    }

    private static Line heading(Chapter chapter, Progress progress) {
        return Line.of(VerificationView.chapterName(chapter.name()), Style.STRONG)
                .and(
                        "  " + progress.doneCount(chapter.exercises()) + "/"
                                + chapter.exercises().size(),
                        Style.FAINT);
    }

    private Line exercise(Exercise exercise, Progress progress, boolean current) {
        boolean done = progress.isDone(exercise);
        String pointer = current ? theme.arrow() : "";
        Line line = Line.of(Widths.pad(pointer, 3), Style.ACCENT)
                .and(Widths.pad(done ? theme.tick() : "", 3), Style.SUCCESS)
                .and(exercise.name(), current ? Style.STRONG : Style.PLAIN);
        String description = exercise.description();
        int left = columns - 6 - Widths.of(exercise.name()) - 2;
        return description == null || left < 12 ? line : line.and("  " + Widths.clip(description, left), Style.FAINT);
    }
}
