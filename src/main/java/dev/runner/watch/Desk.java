package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.verify.Check;
import dev.runner.verify.Verdict;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import dev.runner.view.WatchPicture;
import dev.runner.view.WatchView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The exercise that the learner sits at, with all that is on the screen about it. */
final class Desk {
    /** After so many failed saves a hint is offered. */
    private static final int PATIENCE = 3;

    private final Workspace workspace;
    private final Course course;
    private Exercise exercise;
    private @Nullable Verdict verdict;
    private @Nullable Instant startedAt;
    private @Nullable Check step;
    private @Nullable Duration stepLimit;
    private List<Integer> hints = List.of();
    private @Nullable String notice;
    private boolean allErrors;
    private boolean checkedForSave;
    private boolean offered;
    private int failedSaves;
    private int offset;

    Desk(Workspace workspace, Course course, Exercise exercise) {
        this.workspace = workspace;
        this.course = course;
        this.exercise = exercise;
    }

    Exercise exercise() {
        return exercise;
    }

    boolean checking() {
        return startedAt != null;
    }

    /** Another exercise; nothing of the last one stays. */
    void sitDownTo(Exercise other) {
        exercise = other;
        verdict = null;
        hints = List.of();
        notice = null;
        allErrors = false;
        checkedForSave = false;
        offered = false;
        failedSaves = 0;
        offset = 0;
    }

    /** The file was saved, so the next verdict is about that. */
    void saved() {
        checkedForSave = true;
        notice = null;
    }

    void started(Instant time) {
        startedAt = time;
        step = null;
        stepLimit = null;
    }

    /** The running check does this now. What compiles beside what runs is of less interest. */
    void stepped(Check check, Duration limit) {
        if (step == null || rank(check) >= rank(step)) {
            step = check;
            stepLimit = limit;
        }
    }

    private static int rank(Check check) {
        return switch (check) {
            case BUILD, LINT -> 0;
            case RUN -> 1;
            case TEST -> 2;
        };
    }

    void stopped() {
        startedAt = null;
    }

    void judged(Verdict found) {
        startedAt = null;
        verdict = found;
        allErrors = false;
        offset = 0;
        if (checkedForSave && !found.passed()) {
            failedSaves++;
        }
        checkedForSave = false;
    }

    /** Whether it is time to offer a hint; true once. */
    boolean mayOfferHint(Progress progress) {
        boolean more = progress.of(exercise).hints().size() < exercise.hint().size();
        boolean offer = !offered && failedSaves >= PATIENCE && more && hints.isEmpty();
        offered |= offer;
        return offer;
    }

    /** The stage to reveal next: one that the author wrote for this very failure, else the first that is not revealed. */
    int nextHint(Progress progress) {
        List<Integer> revealed = progress.of(exercise).hints();
        List<Integer> hidden = IntStream.rangeClosed(1, exercise.hint().size())
                .filter(number -> !revealed.contains(number))
                .boxed()
                .toList();
        if (hidden.isEmpty()) {
            return exercise.hint().size();
        }
        Verdict found = verdict;
        return hidden.stream()
                .filter(number ->
                        found != null && HintMatch.fits(exercise.hint().stages().get(number - 1), found))
                .findFirst()
                .orElse(hidden.get(0));
    }

    /** Shows these stages, and scrolls to them. */
    void showHints(List<Integer> numbers, Size size, Progress progress, Instant now) {
        hints = List.copyOf(numbers);
        offset = new WatchView(Theme.PLAIN, picture(progress, now), size).hintsOffset();
    }

    void toggleAllErrors() {
        allErrors = !allErrors;
        offset = 0;
    }

    void notice(@Nullable String text) {
        notice = text == null || text.isBlank() ? null : text;
    }

    void scroll(int lines, int furthest) {
        offset = Math.max(0, Math.min(furthest, offset + lines));
    }

    /** The code of the error that is shown, or null. */
    @Nullable
    String code() {
        return verdict instanceof Verdict.Failed failed ? WatchView.firstCode(failed) : null;
    }

    boolean passedOrUnknown() {
        return verdict == null || verdict.passed();
    }

    WatchPicture picture(Progress progress, Instant now) {
        return new WatchPicture(
                course,
                progress,
                exercise,
                workspace.root().relativize(workspace.source(exercise)).toString(),
                workspace.source(exercise).toUri().toString(),
                verdict,
                running(now),
                hints,
                allErrors,
                notice,
                offset);
    }

    private WatchPicture.@Nullable Running running(Instant now) {
        if (startedAt == null) {
            return null;
        }
        boolean program = step == Check.TEST || step == Check.RUN;
        String what = step == null
                ? "checking"
                : step == Check.TEST ? "running its tests" : program ? "running" : "compiling";
        return new WatchPicture.Running(what, Duration.between(startedAt, now), program ? stepLimit : null);
    }
}
