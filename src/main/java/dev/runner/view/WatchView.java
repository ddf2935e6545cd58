package dev.runner.view;

import dev.runner.course.Chapter;
import dev.runner.course.Exercise;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lays the watch's screen out: on top the verdict of the last save with its reasons, then what was printed, then the hints;
 * at the bottom progress, the current exercise and the keys. What does not fit can be scrolled to.
 */
public final class WatchView {
    private static final int BAR_WIDTH = 24;
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    private static final int TALL = 14;

    private final Theme theme;
    private final WatchPicture picture;
    private final Size size;

    public WatchView(Theme theme, WatchPicture picture, Size size) {
        this.theme = theme;
        this.picture = picture;
        this.size = size;
    }

    /** The whole screen. */
    public Frame frame() {
        List<Line> footer = footer();
        List<Line> body = body();
        int room = size.rows() - footer.size();
        int offset = Math.min(picture.offset(), furthest(body.size(), room));
        if (body.size() > room && room > 1) {
            footer.add(0, more(body.size(), offset, room - 1));
        }
        return Frame.of(size, body, offset, footer);
    }

    /** How far down there is something to see. */
    public int furthestOffset() {
        return furthest(body().size(), size.rows() - footer().size());
    }

    /** How many lines from the top the hints begin. */
    public int hintsOffset() {
        int before = verdictLines().size();
        return Math.min(before, furthestOffset());
    }

    private static int furthest(int lines, int room) {
        return lines <= room ? 0 : Math.max(0, lines - Math.max(room - 1, 1));
    }

    private Line more(int lines, int offset, int room) {
        int below = lines - offset - room;
        String text =
                below > 0 ? below + " more line" + (below == 1 ? "" : "s") + ": space or the arrow keys" : "the end";
        return Line.of(theme.unicode() ? "⋯ " : "... ", Style.FAINT).and(text, Style.FAINT);
    }

    private List<Line> body() {
        List<Line> lines = new ArrayList<>(verdictLines());
        lines.addAll(hintLines());
        return lines;
    }

    private List<Line> verdictLines() {
        List<Line> lines = new ArrayList<>(Widths.wrap(headline(), size.columns()));
        @Nullable Verdict verdict = picture.verdict();
        if (verdict != null) {
            VerdictView view = new VerdictView(
                    theme, picture.allErrors() ? Integer.MAX_VALUE : 1, theme.unicode() ? " — m" : " - m");
            List<Line> evidence = view.evidence(verdict);
            if (!evidence.isEmpty() && size.rows() >= TALL) {
                lines.add(Line.EMPTY);
            }
            lines.addAll(folded(evidence));
            lines.addAll(folded(VerdictView.help(verdict)));
        }
        return lines;
    }

    private Line headline() {
        WatchPicture.@Nullable Running running = picture.running();
        @Nullable Verdict verdict = picture.verdict();
        if (running != null) {
            return running(running);
        }
        if (verdict == null) {
            return Line.of(picture.exercise().name(), Style.STRONG);
        }
        return new VerdictView(theme, 1).closing(picture.exercise().name(), verdict);
    }

    private Line running(WatchPicture.Running running) {
        Line line = Line.of((theme.unicode() ? "● " : "* ") + picture.exercise().name(), Style.WARNING)
                .and(theme.dot() + running.what() + theme.ellipsis());
        if (running.elapsed().compareTo(WORTH_TELLING) < 0) {
            return line;
        }
        String time = " " + running.elapsed().toSeconds() + " s";
        @Nullable Duration limit = running.limit();
        return line.and(limit == null ? time : time + " of " + limit.toSeconds() + " s", Style.FAINT);
    }

    private List<Line> hintLines() {
        List<Line> lines = new ArrayList<>();
        Exercise exercise = picture.exercise();
        for (int number : picture.hints()) {
            if (!verdictEndsBlank() || !lines.isEmpty()) {
                lines.add(Line.EMPTY);
            }
            lines.add(Line.of("Hint " + number + " of " + exercise.hint().size(), Style.STRONG));
            String text = exercise.hint().stages().get(number - 1).text();
            Widths.wrap(text, Math.min(size.columns(), 100)).forEach(line -> lines.add(Line.of(line)));
        }
        return lines;
    }

    private boolean verdictEndsBlank() {
        List<Line> lines = verdictLines();
        return lines.get(lines.size() - 1).text().isBlank();
    }

    private List<Line> folded(List<Line> lines) {
        List<Line> folded = new ArrayList<>();
        lines.forEach(line -> folded.addAll(Widths.fold(line, size.columns())));
        return folded;
    }

    private List<Line> footer() {
        List<Line> lines = new ArrayList<>();
        @Nullable String notice = picture.notice();
        if (size.rows() >= TALL) {
            lines.add(Line.EMPTY);
        }
        if (notice != null) {
            Widths.wrap(notice, size.columns()).forEach(line -> lines.add(Line.of(line, Style.ACCENT)));
        }
        lines.add(progress());
        lines.add(place());
        lines.add(Keys.line(theme, size.columns(), keys()));
        return lines;
    }

    private Line progress() {
        int done = picture.progress().doneCount(picture.course().exercises());
        int all = picture.course().exercises().size();
        String chapter = picture.exercise().chapter();
        List<Exercise> mates = picture.course().chapters().stream()
                .filter(candidate -> candidate.name().equals(chapter))
                .findFirst()
                .map(Chapter::exercises)
                .orElse(List.of());
        String figures = " " + done + "/" + all;
        String inChapter = theme.dot() + VerificationView.chapterName(chapter) + " "
                + picture.progress().doneCount(mates) + "/" + mates.size();
        int width = Math.min(BAR_WIDTH, size.columns() - Widths.of(figures) - Widths.of(inChapter));
        if (width < 4) {
            width = Math.max(4, Math.min(BAR_WIDTH, size.columns() - Widths.of(figures)));
            inChapter = "";
        }
        return Line.of(theme.bar(done, all, width), Style.SUCCESS)
                .and(figures, Style.STRONG)
                .and(inChapter, Style.FAINT);
    }

    private Line place() {
        Line line = Line.of(picture.exercise().name(), Style.STRONG).and("  ");
        int left = size.columns() - Widths.of(line.text());
        // The end of a path tells more than its beginning.
        String path = picture.path();
        while (Widths.of(path) > left && path.indexOf('/') >= 0) {
            path = path.substring(path.indexOf('/') + 1);
        }
        return line.and(path, Style.ACCENT, picture.address());
    }

    /** The keys that mean something now, the most useful first. */
    private List<Keys.Hint> keys() {
        List<Keys.Hint> keys = new ArrayList<>();
        @Nullable Verdict verdict = picture.verdict();
        boolean passed = verdict != null && verdict.passed();
        keys.add(new Keys.Hint("n", "next", passed));
        if (picture.hints().size() < picture.exercise().hint().size()) {
            keys.add(new Keys.Hint("h", "hint", !passed && verdict != null));
        }
        if (passed) {
            keys.add(new Keys.Hint("s", "solution", false));
        }
        if (verdict instanceof Verdict.Failed failed && firstCode(failed) != null) {
            keys.add(new Keys.Hint("e", "explain", false));
        }
        keys.add(new Keys.Hint("l", "list", false));
        keys.add(new Keys.Hint("c", "check all", false));
        keys.add(new Keys.Hint("o", "open", false));
        keys.add(new Keys.Hint("?", "help", false));
        keys.add(new Keys.Hint("q", "quit", false));
        return keys;
    }

    /** The code of the error that is shown first, or null. */
    public static @Nullable String firstCode(Verdict.Failed failed) {
        return failed.diagnostics().stream()
                .filter(diagnostic -> diagnostic.isError() && diagnostic.code() != null)
                .findFirst()
                .map(dev.runner.toolchain.Diagnostic::code)
                .orElse(null);
    }
}
