package dev.runner.view;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import java.util.ArrayList;
import java.util.List;

/** The list of exercises as a screen of its own: one of them is marked and can be chosen. */
public final class CatalogueView {
    private static final int FOOTER_ROWS = 2;

    private final Theme theme;
    private final Course course;
    private final Progress progress;
    private final Exercise current;

    public CatalogueView(Theme theme, Course course, Progress progress, Exercise current) {
        this.theme = theme;
        this.course = course;
        this.progress = progress;
        this.current = current;
    }

    /**
     * The screen.
     *
     * @param shown the exercises to show, in order
     * @param marked the place of the marked one among them
     * @param filter what is shown, in a word or two
     * @param query what is being searched for, or null where nothing is typed
     */
    public Frame frame(Size size, List<Exercise> shown, int marked, String filter, String query, boolean typing) {
        List<Line> rows = new ArrayList<>();
        int markedRow = 0;
        String chapter = null;
        for (int i = 0; i < shown.size(); i++) {
            Exercise exercise = shown.get(i);
            if (!exercise.chapter().equals(chapter)) {
                chapter = exercise.chapter();
                rows.add(heading(chapter));
            }
            if (i == marked) {
                markedRow = rows.size();
            }
            rows.add(row(exercise, i == marked, size.columns()));
        }
        if (shown.isEmpty()) {
            rows.add(Line.of("No exercise fits.", Style.FAINT));
        }
        int room = Math.max(1, size.rows() - FOOTER_ROWS);
        int offset = Math.max(0, Math.min(markedRow - room / 2, rows.size() - room));
        return Frame.of(size, rows, offset, footer(size, shown.size(), filter, query, typing));
    }

    private Line heading(String chapter) {
        List<Exercise> mates = course.exercises().stream()
                .filter(exercise -> exercise.chapter().equals(chapter))
                .toList();
        return Line.of(VerificationView.chapterName(chapter), Style.STRONG)
                .and("  " + progress.doneCount(mates) + "/" + mates.size(), Style.FAINT);
    }

    private Line row(Exercise exercise, boolean marked, int columns) {
        boolean here = exercise.equals(current);
        String pointer = marked ? (theme.unicode() ? "▸ " : "> ") : "  ";
        String state = progress.isDone(exercise) ? theme.tick() : here ? theme.arrow() : "";
        Line line = Line.of(pointer, Style.ACCENT)
                .and(Widths.pad(state, 3), progress.isDone(exercise) ? Style.SUCCESS : Style.ACCENT)
                .and(exercise.name(), marked || here ? Style.STRONG : Style.PLAIN);
        String description = exercise.description();
        int left = columns - Widths.of(line.text()) - 2;
        return description == null || left < 12 ? line : line.and("  " + Widths.clip(description, left), Style.FAINT);
    }

    private List<Line> footer(Size size, int count, String filter, String query, boolean typing) {
        int done = progress.doneCount(course.exercises());
        Line first = typing || !query.isEmpty()
                ? Line.of("/" + query + (typing ? "_" : ""), Style.ACCENT).and("  " + count + " found", Style.FAINT)
                : Line.of(filter, Style.STRONG)
                        .and(theme.dot() + done + "/" + course.exercises().size() + " done", Style.FAINT);
        List<Keys.Hint> keys = typing
                ? List.of(new Keys.Hint("Enter", "take", true), new Keys.Hint("Esc", "end search", false))
                : List.of(
                        new Keys.Hint("Enter", "continue here", true),
                        new Keys.Hint("/", "search", false),
                        new Keys.Hint("d", "done", false),
                        new Keys.Hint("p", "pending", false),
                        new Keys.Hint("x", "reset", false),
                        new Keys.Hint("q", "back", false));
        return List.of(first, Keys.line(theme, size.columns(), keys));
    }
}
