package dev.runner.watch;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.verify.Verdict;
import java.util.function.UnaryOperator;

/** What the watch session wants done; the loop does it, in order. */
public sealed interface Effect {
    /**
     * Judge an exercise; the event that answers carries the number.
     *
     * @param number greater than every earlier one
     */
    record Check(Exercise exercise, long number) implements Effect {}

    /** Stop the check that runs. */
    record CancelCheck() implements Effect {}

    /** Keep what was done. */
    record Keep(UnaryOperator<Progress> change) implements Effect {}

    /** Show that an exercise is being checked. */
    record ShowChecking(Exercise exercise) implements Effect {}

    /** Show a verdict, how far the learner is, and the keys. */
    record ShowVerdict(Exercise exercise, Verdict verdict, Progress progress) implements Effect {}

    /** Show stages of a hint, both from 1. */
    record ShowHint(Exercise exercise, int first, int last) implements Effect {}

    /** Show all exercises. */
    record ShowList(Progress progress) implements Effect {}

    /** Show the course's last words. */
    record ShowFinal(Progress progress) implements Effect {}

    /** Say something, one line. */
    record Say(String text) implements Effect {}

    /** Throw a fault to whoever started the watch. */
    record Fail(RuntimeException fault) implements Effect {}

    /**
     * End the watch.
     *
     * @param passed whether the current exercise's last verdict was a pass, or there was none
     */
    record Leave(boolean passed) implements Effect {}
}
