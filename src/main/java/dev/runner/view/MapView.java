package dev.runner.view;

import dev.runner.course.Exercise;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A verification of the whole course as a map: a sign per exercise, a line per chapter, then what did not pass. */
public final class MapView {
    private final Theme theme;
    private final List<Exercise> exercises;

    /** @param exercises what is verified, in the course's order */
    public MapView(Theme theme, List<Exercise> exercises) {
        this.theme = theme;
        this.exercises = List.copyOf(exercises);
    }

    /**
     * The screen.
     *
     * @param results what was found until now, by name
     * @param running the names of those being judged
     * @param ended whether it is over
     */
    public Frame frame(Size size, Map<String, Result> results, Set<String> running, boolean ended, int offset) {
        List<Line> body = body(size, results, running, ended);
        int at = Math.min(offset, furthestOffset(size, results, running, ended));
        return Frame.of(size, body, at, footer(size, results, ended));
    }

    /** How far down there is something to see. */
    public int furthestOffset(Size size, Map<String, Result> results, Set<String> running, boolean ended) {
        return Math.max(0, body(size, results, running, ended).size() - Math.max(1, size.rows() - 2));
    }

    private List<Line> body(Size size, Map<String, Result> results, Set<String> running, boolean ended) {
        List<Line> lines = new ArrayList<>(map(size, results, running));
        List<Result> bad = exercises.stream()
                .map(exercise -> results.get(exercise.name()))
                .filter(result -> result != null && !result.verdict().passed())
                .map(result -> java.util.Objects.requireNonNull(result))
                .toList();
        if (ended && !bad.isEmpty()) {
            lines.add(Line.EMPTY);
            VerdictView view = new VerdictView(theme, 1);
            bad.forEach(result -> lines.addAll(
                    Widths.wrap(view.closing(result.exercise().name(), result.verdict()), size.columns())));
        }
        return lines;
    }

    private List<Line> map(Size size, Map<String, Result> results, Set<String> running) {
        int width = Math.min(
                exercises.stream()
                        .mapToInt(exercise -> Widths.of(VerificationView.chapterName(exercise.chapter())))
                        .max()
                        .orElse(0),
                Math.max(4, size.columns() / 2));
        List<Line> lines = new ArrayList<>();
        Line line = Line.EMPTY;
        String chapter = null;
        for (Exercise exercise : exercises) {
            boolean newChapter = !exercise.chapter().equals(chapter);
            boolean full = Widths.of(line.text()) + 2 > size.columns();
            if (newChapter || full) {
                if (!line.equals(Line.EMPTY)) {
                    lines.add(line);
                }
                chapter = exercise.chapter();
                String name = newChapter ? VerificationView.chapterName(chapter) : "";
                line = Line.of(Widths.pad(Widths.clip(name, width), width) + "  ");
            }
            line = sign(line, results.get(exercise.name()), running.contains(exercise.name()));
        }
        lines.add(line);
        return lines;
    }

    private Line sign(Line line, @org.jspecify.annotations.Nullable Result result, boolean running) {
        if (result == null) {
            return running
                    ? line.and(theme.unicode() ? "● " : "* ", Style.WARNING)
                    : line.and(theme.unicode() ? "· " : ". ", Style.FAINT);
        }
        Verdict verdict = result.verdict();
        if (verdict.passed()) {
            return line.and(theme.unicode() ? "■ " : "# ", Style.SUCCESS);
        }
        return verdict instanceof Verdict.NotRunnable
                ? line.and("- ", Style.WARNING)
                : line.and(theme.unicode() ? "✗ " : "x ", Style.FAILURE);
    }

    private List<Line> footer(Size size, Map<String, Result> results, boolean ended) {
        long passed = results.values().stream()
                .filter(result -> result.verdict().passed())
                .count();
        Line figures = Line.of(ended ? "Checked all" : "Checking all", Style.STRONG)
                .and(theme.dot() + results.size() + "/" + exercises.size())
                .and(theme.dot() + passed + " passed", Style.SUCCESS);
        long bad = results.size() - passed;
        if (bad > 0) {
            figures = figures.and(theme.dot() + bad + " not passed", Style.FAILURE);
        }
        String end = ended ? "close" : "cancel";
        return List.of(figures, Keys.line(theme, size.columns(), List.of(new Keys.Hint("q", end, ended))));
    }
}
