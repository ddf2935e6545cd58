package dev.runner.view;

import dev.runner.course.Exercise;
import dev.runner.toolchain.Diagnostic;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import dev.runner.verify.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows a verification: a line per exercise, progress while it goes on, and the summary. */
public final class VerificationView {
    private static final int BAR_WIDTH = 22;

    private final Theme theme;
    private final VerdictView verdicts;

    public VerificationView(Theme theme) {
        this.theme = theme;
        this.verdicts = new VerdictView(theme, 1);
    }

    /** The line for one result. */
    public Line result(Result result) {
        return verdicts.closing(result.exercise().name(), result.verdict());
    }

    /** How far it is: so many of so many, and what failed until now. */
    public Line progress(int finished, int failed, int total, String running) {
        Line line = Line.of(theme.bar(finished, total, BAR_WIDTH), Style.ACCENT).and(" " + finished + "/" + total);
        if (failed > 0) {
            line = line.and(theme.dot() + failed + " not passed", Style.FAILURE);
        }
        return running.isEmpty() ? line : line.and(theme.dot() + running, Style.FAINT);
    }

    /** A line per chapter, what did not pass and why, and the figures. */
    public List<Line> summary(Verification verification) {
        List<Line> lines = new ArrayList<>(chapters(verification));
        List<Result> notPassed = verification.results().stream()
                .filter(result -> !result.verdict().passed())
                .toList();
        if (!notPassed.isEmpty()) {
            lines.add(Line.EMPTY);
            lines.add(Line.of("Not passed:", Style.STRONG));
            notPassed.forEach(result -> reason(result, lines));
        }
        lines.add(Line.EMPTY);
        lines.add(figures(verification));
        return lines;
    }

    private List<Line> chapters(Verification verification) {
        Map<String, List<Result>> byChapter = verification.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.exercise().chapter(), LinkedHashMap::new, Collectors.toList()));
        int width = byChapter.keySet().stream()
                .mapToInt(name -> Widths.of(chapterName(name)))
                .max()
                .orElse(0);
        List<Line> lines = new ArrayList<>();
        byChapter.forEach((name, results) -> lines.add(chapter(Widths.pad(chapterName(name), width), results)));
        return lines;
    }

    private Line chapter(String name, List<Result> results) {
        int passed = (int)
                results.stream().filter(result -> result.verdict().passed()).count();
        boolean all = passed == results.size();
        return Line.of(name + "  ")
                .and(theme.bar(passed, results.size(), 12), all ? Style.SUCCESS : Style.WARNING)
                .and(" " + passed + "/" + results.size(), all ? Style.SUCCESS : Style.PLAIN);
    }

    static String chapterName(String name) {
        return name.isEmpty() ? "(no chapter)" : name;
    }

    private void reason(Result result, List<Line> lines) {
        lines.add(Line.of("  ")
                .and(result.exercise().name(), Style.FAILURE)
                .and("  " + VerdictView.stage(result.verdict())
                        + result.verdict().reason()));
        lines.add(Line.of("    " + place(result.exercise(), result.verdict()), Style.FAINT));
        if (result.verdict() instanceof Verdict.NotRunnable notRunnable) {
            lines.add(Line.of("    " + notRunnable.help(), Style.FAINT));
        }
    }

    /** Where to look: the first error's place, or the file. */
    private static String place(Exercise exercise, Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed && !failed.diagnostics().isEmpty()) {
            Diagnostic first = failed.diagnostics().get(0);
            if (first.isError() && first.line() > 0) {
                return first.file() + ":" + first.line() + ":" + first.column();
            }
        }
        if (verdict instanceof Verdict.Failed failed && !failed.tests().failed().isEmpty()) {
            return slashed(exercise) + "  "
                    + failed.tests().failed().stream().map(test -> test.name()).collect(Collectors.joining(", "));
        }
        return slashed(exercise);
    }

    private static String slashed(Exercise exercise) {
        return exercise.source().toString().replace('\\', '/');
    }

    private Line figures(Verification verification) {
        long passed = verification.passedCount();
        int total = verification.results().size() + verification.skipped();
        Line line = Line.of(passed + " of " + total + " passed", verification.passed() ? Style.SUCCESS : Style.FAILURE);
        if (verification.skipped() > 0) {
            line = line.and(theme.dot() + verification.skipped() + " not judged");
        }
        return line.and(" in " + seconds(verification.duration()));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
