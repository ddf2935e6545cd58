package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.verify.Verdict;
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
    private final Clock clock;
    private Progress progress;
    private Exercise current;
    private long lastNumber;
    private boolean checking;
    private boolean inputEnded;
    private boolean skipAsked;
    private @Nullable Verdict verdict;

    /** @param begin the exercise to begin with */
    public WatchSession(Course course, Progress progress, Exercise begin, Clock clock) {
        this.course = course;
        this.progress = progress;
        this.current = begin;
        this.clock = clock;
    }

    /** The exercise that the learner works on. */
    public Exercise current() {
        return current;
    }

    /** What to do at the beginning. */
    public List<Effect> start() {
        List<Effect> effects = new ArrayList<>();
        moveTo(current, effects);
        return effects;
    }

    /** What to do now that {@code event} has happened. */
    public List<Effect> on(WatchEvent event) {
        List<Effect> effects = new ArrayList<>();
        if (event instanceof WatchEvent.SourceChanged) {
            check(effects);
        } else if (event instanceof WatchEvent.KeyPressed pressed) {
            key(Character.toLowerCase(pressed.key()), effects);
        } else if (event instanceof WatchEvent.InputEnded) {
            inputEnded = true;
            leaveIfUnattended(effects);
        } else if (event instanceof WatchEvent.Judged judged) {
            judged(judged, effects);
        } else if (event instanceof WatchEvent.Broken broken) {
            broken(broken, effects);
        } else {
            effects.add(
                    new Effect.Say("The system gives no notice of saved files here; looking at them by the clock."));
        }
        return effects;
    }

    private void key(char key, List<Effect> effects) {
        boolean asked = skipAsked;
        skipAsked = false;
        switch (key) {
            case 'n' -> next(asked, effects);
            case 'h' -> hint(effects);
            case 'r' -> check(effects);
            case 'l' -> effects.add(new Effect.ShowList(progress));
            case 'q' -> leave(effects);
            default -> {
                // Other keys mean nothing; a slip of the finger deserves no message.
            }
        }
    }

    private void check(List<Effect> effects) {
        if (checking) {
            effects.add(new Effect.CancelCheck());
        }
        checking = true;
        lastNumber++;
        effects.add(new Effect.ShowChecking(current));
        effects.add(new Effect.Check(current, lastNumber));
    }

    private void judged(WatchEvent.Judged judged, List<Effect> effects) {
        if (judged.number() != lastNumber) {
            // The answer to a question that was taken back.
            return;
        }
        checking = false;
        verdict = judged.verdict();
        if (!(judged.verdict() instanceof Verdict.NotRunnable)) {
            Exercise exercise = current;
            Instant time = clock.instant();
            boolean passed = judged.verdict().passed();
            keep(before -> before.attempted(exercise, passed, time), effects);
        }
        effects.add(new Effect.ShowVerdict(current, judged.verdict(), progress));
        leaveIfUnattended(effects);
    }

    private void broken(WatchEvent.Broken broken, List<Effect> effects) {
        if (broken.number() == lastNumber) {
            checking = false;
            effects.add(new Effect.Fail(broken.fault()));
        }
    }

    private void next(boolean asked, List<Effect> effects) {
        if (!progress.isDone(current) && !asked) {
            skipAsked = true;
            effects.add(new Effect.Say(current.name() + " is not done yet; press n again to leave it for later."));
            return;
        }
        Optional<Exercise> next = progress.nextPending(course, current);
        if (next.isEmpty()) {
            effects.add(new Effect.ShowFinal(progress));
        } else if (next.get().equals(current)) {
            effects.add(new Effect.Say("Every other exercise is done; only " + current.name() + " is left."));
        } else {
            moveTo(next.get(), effects);
        }
    }

    private void moveTo(Exercise exercise, List<Effect> effects) {
        current = exercise;
        verdict = null;
        keep(before -> before.at(exercise), effects);
        check(effects);
    }

    private void hint(List<Effect> effects) {
        int stages = current.hint().size();
        if (stages == 0) {
            effects.add(new Effect.Say("The course gives no hint for " + current.name() + "."));
            return;
        }
        int stage = Math.min(progress.of(current).hints() + 1, stages);
        Exercise exercise = current;
        keep(before -> before.revealed(exercise, stage), effects);
        effects.add(new Effect.ShowHint(current, stage, stage));
    }

    private void leaveIfUnattended(List<Effect> effects) {
        if (inputEnded && !checking) {
            effects.add(new Effect.Say("Nobody is at the keyboard, so the watch ends here."));
            leave(effects);
        }
    }

    private void leave(List<Effect> effects) {
        if (checking) {
            effects.add(new Effect.CancelCheck());
            checking = false;
        }
        effects.add(new Effect.Leave(!inputEnded || verdict == null || verdict.passed()));
    }

    private void keep(UnaryOperator<Progress> change, List<Effect> effects) {
        progress = change.apply(progress);
        effects.add(new Effect.Keep(change));
    }
}
