package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.Line;
import dev.runner.view.SideBySide;
import dev.runner.view.Size;
import dev.runner.view.Style;
import dev.runner.view.Theme;
import dev.runner.view.WatchView;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one state machine of a watch: events in, effects out. It starts no thread, touches no file and shows nothing itself,
 * so every turn of a watch can be tried without any of them. Not safe for use by several threads.
 */
public final class WatchSession {
    private final Course course;
    private final Desk desk;
    private final Clock clock;
    private final boolean full;
    private Progress progress;
    private @Nullable Overlay overlay;
    private Size size = Size.USUAL;
    private long lastNumber;
    private long lastAll;
    private boolean inputEnded;
    private boolean skipAsked;

    /**
     * @param workspace where the course lies; only paths are taken from it
     * @param begin the exercise to begin with
     * @param full whether it is seen on a whole terminal, and not line by line
     */
    public WatchSession(
            Workspace workspace, Course course, Progress progress, Exercise begin, Clock clock, boolean full) {
        this.course = course;
        this.progress = progress;
        this.desk = new Desk(workspace, course, begin);
        this.clock = clock;
        this.full = full;
    }

    /** The exercise that the learner works on. */
    public Exercise current() {
        return desk.exercise();
    }

    /** What is done. */
    public Progress progress() {
        return progress;
    }

    /** Whether a check or a verification goes on, so that time is worth showing. */
    public boolean busy() {
        return desk.checking() || overlay instanceof AllOverlay;
    }

    /** What the whole terminal shows now. */
    public Frame frame(Theme theme) {
        return overlay != null
                ? overlay.frame(theme, size)
                : new WatchView(theme, desk.picture(progress, clock.instant()), size).frame();
    }

    /** What to do at the beginning. */
    public List<Effect> start() {
        List<Effect> effects = new ArrayList<>();
        boolean first = progress.isNone();
        moveTo(desk.exercise(), effects);
        String welcome = course.welcomeMessage();
        if (full && first && welcome != null && !welcome.isBlank()) {
            overlay = page("Welcome", welcome);
        }
        return effects;
    }

    /** What to do now that {@code event} has happened. */
    public List<Effect> on(WatchEvent event) {
        List<Effect> effects = new ArrayList<>();
        if (event instanceof WatchEvent.SourceChanged) {
            if (overlay != null && overlay.endsWithSave()) {
                overlay = null;
            }
            desk.saved();
            check(effects);
        } else if (event instanceof WatchEvent.KeyPressed pressed) {
            key(pressed.key(), effects);
        } else if (event instanceof WatchEvent.Resized resized) {
            size = resized.size();
        } else if (event instanceof WatchEvent.InputEnded) {
            inputEnded = true;
            leaveIfUnattended(effects);
        } else if (event instanceof WatchEvent.StepStarted step) {
            desk.stepped(step.check(), step.limit());
        } else if (event instanceof WatchEvent.Judged judged) {
            judged(judged, effects);
        } else if (event instanceof WatchEvent.Broken broken) {
            if (broken.number() == lastNumber) {
                desk.stopped();
                effects.add(new Effect.Fail(broken.fault()));
            }
        } else {
            answered(event, effects);
        }
        return effects;
    }

    /** The answers to what was asked for. */
    private void answered(WatchEvent event, List<Effect> effects) {
        if (event instanceof WatchEvent.OneStarted one) {
            allOf(one.number()).ifPresent(all -> all.started(one.exercise()));
        } else if (event instanceof WatchEvent.OneJudged one) {
            allOf(one.number()).ifPresent(all -> oneJudged(all, one.result(), effects));
        } else if (event instanceof WatchEvent.AllJudged ended) {
            allOf(ended.number()).ifPresent(this::allJudged);
        } else if (event instanceof WatchEvent.TextFound text) {
            overlay = page(text.title(), text.text());
        } else if (event instanceof WatchEvent.SolutionFound found) {
            overlay = new PageOverlay(
                    "Solution of " + found.exercise().name(),
                    (theme, space) -> SideBySide.lines(
                            theme, space.columns(), "Yours", found.own(), "The course's", found.solution()));
        } else if (event instanceof WatchEvent.WasReset reset) {
            keep(before -> before.pending(reset.exercise()), effects);
            say(reset.text(), effects);
        } else if (event instanceof WatchEvent.Told told) {
            say(told.text(), effects);
        } else if (event instanceof WatchEvent.WatcherSilent) {
            say("The system gives no notice of saved files here; looking at them by the clock.", effects);
        }
    }

    private Optional<AllOverlay> allOf(long number) {
        return overlay instanceof AllOverlay all && all.number() == number ? Optional.of(all) : Optional.empty();
    }

    private void oneJudged(AllOverlay all, Result result, List<Effect> effects) {
        all.judged(result);
        if (!(result.verdict() instanceof Verdict.NotRunnable)) {
            Instant time = clock.instant();
            boolean passed = result.verdict().passed();
            keep(before -> before.verified(result.exercise(), passed, time), effects);
        }
    }

    private void allJudged(AllOverlay all) {
        all.ended();
        if (all.closing() && all.allPassed()) {
            overlay = new PageOverlay("Done", (theme, space) -> Farewell.lines(theme, course, progress));
        }
    }

    private void key(Key key, List<Effect> effects) {
        if (key.kind() == Key.Kind.INTERRUPT) {
            leave(WatchEnd.INTERRUPTED, effects);
        } else if (key.kind() == Key.Kind.SUSPEND) {
            effects.add(new Effect.Suspend());
        } else if (key.kind() == Key.Kind.REDRAW) {
            effects.add(new Effect.Redraw());
        } else if (overlay != null) {
            overlay.key(key, this, effects);
        } else {
            boolean asked = skipAsked;
            skipAsked = false;
            desk.notice(null);
            if (key.kind() == Key.Kind.CHARACTER) {
                letter(key.character(), asked, effects);
            } else {
                scroll(key.kind());
            }
        }
    }

    private void letter(int letter, boolean asked, List<Effect> effects) {
        switch (letter) {
            case 'n', 'N' -> next(asked, effects);
            case 'p', 'P' -> previous(effects);
            case 'g', 'G' -> show(new GoToOverlay(course));
            case 'h' -> hint(effects);
            case 'H' -> allHints(effects);
            case 'r', 'R' -> check(effects);
            case 'm', 'M' -> desk.toggleAllErrors();
            case 'e', 'E' -> explain(effects);
            case 'd', 'D' -> effects.add(new Effect.OpenBook(desk.exercise()));
            case 's', 'S' -> solution(effects);
            case 'l', 'L' -> list(effects);
            case 'c', 'C' -> checkAll(false, effects);
            case 'x', 'X' -> askReset(desk.exercise(), null);
            case 'u', 'U' -> effects.add(new Effect.Undo());
            case 'o', 'O' -> effects.add(new Effect.OpenEditor(desk.exercise()));
            case '?' -> show(new PageOverlay("Help", (theme, space) -> HelpText.lines(space.columns())));
            case 'q', 'Q' -> leave(WatchEnd.LEFT, effects);
            case ' ' -> scroll(Key.Kind.PAGE_DOWN);
            case 'b' -> scroll(Key.Kind.PAGE_UP);
            case 'j' -> scroll(Key.Kind.DOWN);
            case 'k' -> scroll(Key.Kind.UP);
            default -> {
                // Other keys mean nothing; a slip of the finger deserves no message.
            }
        }
    }

    private void scroll(Key.Kind kind) {
        int page = Math.max(1, size.rows() - 8);
        int furthest = new WatchView(Theme.PLAIN, desk.picture(progress, clock.instant()), size).furthestOffset();
        switch (kind) {
            case DOWN -> desk.scroll(1, furthest);
            case UP -> desk.scroll(-1, furthest);
            case PAGE_DOWN -> desk.scroll(page, furthest);
            case PAGE_UP -> desk.scroll(-page, furthest);
            case HOME -> desk.scroll(Integer.MIN_VALUE / 2, furthest);
            case END -> desk.scroll(furthest, furthest);
            default -> {
                // Others mean nothing here.
            }
        }
    }

    private void check(List<Effect> effects) {
        if (desk.checking()) {
            effects.add(new Effect.CancelCheck());
        }
        lastNumber++;
        desk.started(clock.instant());
        effects.add(new Effect.ShowChecking(desk.exercise()));
        effects.add(new Effect.Check(desk.exercise(), lastNumber));
    }

    private void judged(WatchEvent.Judged judged, List<Effect> effects) {
        if (judged.number() != lastNumber) {
            // The answer to a question that was taken back.
            return;
        }
        if (!(judged.verdict() instanceof Verdict.NotRunnable)) {
            Exercise exercise = desk.exercise();
            Instant time = clock.instant();
            boolean passed = judged.verdict().passed();
            keep(before -> before.attempted(exercise, passed, time), effects);
        }
        desk.judged(judged.verdict());
        effects.add(new Effect.ShowVerdict(desk.exercise(), judged.verdict(), progress));
        if (desk.mayOfferHint(progress)) {
            say("Stuck? h shows a hint.", effects);
        }
        leaveIfUnattended(effects);
    }

    private void next(boolean asked, List<Effect> effects) {
        Exercise current = desk.exercise();
        Optional<Exercise> next = progress.nextPending(course, current);
        if (next.isEmpty()) {
            if (full) {
                checkAll(true, effects);
            } else {
                effects.add(new Effect.ShowFinal(progress));
            }
        } else if (!progress.isDone(current) && !asked) {
            skipAsked = true;
            say(current.name() + " is not done yet; press n again to leave it for later.", effects);
        } else if (next.get().equals(current)) {
            say("Every other exercise is done; only " + current.name() + " is left.", effects);
        } else {
            moveTo(next.get(), effects);
        }
    }

    private void previous(List<Effect> effects) {
        int index = course.indexOf(desk.exercise());
        if (index > 0) {
            moveTo(course.exercises().get(index - 1), effects);
        } else {
            say("This is the first exercise.", effects);
        }
    }

    /** Makes another exercise the current one, and checks it. */
    void moveTo(Exercise exercise, List<Effect> effects) {
        desk.sitDownTo(exercise);
        keep(before -> before.at(exercise), effects);
        effects.add(new Effect.MovedTo(exercise));
        check(effects);
    }

    private void hint(List<Effect> effects) {
        Exercise exercise = desk.exercise();
        if (exercise.hint().size() == 0) {
            say("The course gives no hint for " + exercise.name() + ".", effects);
            return;
        }
        int stage = desk.nextHint(progress);
        keep(before -> before.revealed(exercise, stage), effects);
        desk.showHints(List.of(stage), size, progress, clock.instant());
        effects.add(new Effect.ShowHint(exercise, List.of(stage)));
    }

    private void allHints(List<Effect> effects) {
        List<Integer> revealed = progress.of(desk.exercise()).hints();
        if (revealed.isEmpty()) {
            hint(effects);
        } else {
            desk.showHints(revealed, size, progress, clock.instant());
            effects.add(new Effect.ShowHint(desk.exercise(), revealed));
        }
    }

    private void explain(List<Effect> effects) {
        String code = desk.code();
        if (code == null) {
            say("There is no error code to explain.", effects);
        } else {
            effects.add(new Effect.Explain(code));
        }
    }

    private void solution(List<Effect> effects) {
        if (progress.isDone(desk.exercise())) {
            effects.add(new Effect.FetchSolution(desk.exercise()));
        } else {
            say("The solution is shown once " + desk.exercise().name() + " is done.", effects);
        }
    }

    private void list(List<Effect> effects) {
        show(new ListOverlay(course, this));
        effects.add(new Effect.ShowList(progress));
    }

    private void checkAll(boolean closing, List<Effect> effects) {
        if (full) {
            // Never that of a check: their answers are told apart by it.
            AllOverlay all = new AllOverlay(course.exercises(), ++lastAll, closing);
            overlay = all;
            effects.add(new Effect.CheckAll(course.exercises(), all.number()));
        }
    }

    /** Asks whether to reset; {@code after} is what is shown then. */
    void askReset(Exercise exercise, @Nullable Overlay after) {
        show(new ConfirmOverlay(
                List.of(
                        "Reset " + exercise.name() + " to what it was?",
                        "",
                        "What you wrote is kept; u brings it back."),
                new Effect.Reset(exercise),
                after));
    }

    /** Shows an overlay, or the watch itself. */
    void show(@Nullable Overlay next) {
        if (full) {
            overlay = next;
        }
    }

    /** Shows the watch itself. */
    void closeOverlay() {
        overlay = null;
    }

    private static PageOverlay page(String title, String text) {
        return new PageOverlay(title, (theme, space) -> Line.lines(text.strip(), Style.PLAIN));
    }

    private void say(String text, List<Effect> effects) {
        desk.notice(text);
        effects.add(new Effect.Say(text));
    }

    private void leaveIfUnattended(List<Effect> effects) {
        if (inputEnded && (full || !desk.checking())) {
            say("Nobody is at the keyboard, so the watch ends here. In a terminal: runner watch", effects);
            leave(desk.passedOrUnknown() ? WatchEnd.LEFT : WatchEnd.NOT_PASSED, effects);
        }
    }

    private void leave(WatchEnd end, List<Effect> effects) {
        if (desk.checking()) {
            effects.add(new Effect.CancelCheck());
            desk.stopped();
        }
        effects.add(new Effect.CancelCheckAll());
        effects.add(new Effect.Leave(end));
    }

    private void keep(UnaryOperator<Progress> change, List<Effect> effects) {
        progress = change.apply(progress);
        effects.add(new Effect.Keep(change));
    }
}
