package dev.runner.watch;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.verify.Verdict;
import java.util.List;
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

    /**
     * Judge many exercises; the events that answer carry the number.
     *
     * @param number greater than every earlier one
     */
    record CheckAll(List<Exercise> exercises, long number) implements Effect {
        public CheckAll {
            exercises = List.copyOf(exercises);
        }
    }

    /** Stop judging many exercises. */
    record CancelCheckAll() implements Effect {}

    /** Keep what was done. */
    record Keep(UnaryOperator<Progress> change) implements Effect {}

    /** Find the compiler's explanation of a code. */
    record Explain(String code) implements Effect {}

    /** Fetch the course's solution and the learner's. */
    record FetchSolution(Exercise exercise) implements Effect {}

    /** The learner is at another exercise now. */
    record MovedTo(Exercise exercise) implements Effect {}

    /** Open an exercise in the learner's editor. */
    record OpenEditor(Exercise exercise) implements Effect {}

    /** Open an exercise's page of the Book, or say where it is. */
    record OpenBook(Exercise exercise) implements Effect {}

    /** Make an exercise what it was before the learner touched it; what it holds is kept. */
    record Reset(Exercise exercise) implements Effect {}

    /** Take the last reset back. */
    record Undo() implements Effect {}

    /** Stop this process as Ctrl-Z does. */
    record Suspend() implements Effect {}

    /** Draw the whole screen anew. */
    record Redraw() implements Effect {}

    /** Show that an exercise is being checked. */
    record ShowChecking(Exercise exercise) implements Effect {}

    /** Show a verdict, how far the learner is, and the keys. */
    record ShowVerdict(Exercise exercise, Verdict verdict, Progress progress) implements Effect {}

    /** Show stages of a hint, by their numbers from 1. */
    record ShowHint(Exercise exercise, List<Integer> stages) implements Effect {
        public ShowHint {
            stages = List.copyOf(stages);
        }
    }

    /** Show all exercises. */
    record ShowList(Progress progress) implements Effect {}

    /** Show the course's last words. */
    record ShowFinal(Progress progress) implements Effect {}

    /** Say something, one line. */
    record Say(String text) implements Effect {}

    /** Throw a fault to whoever started the watch. */
    record Fail(RuntimeException fault) implements Effect {}

    /** End the watch. */
    record Leave(WatchEnd end) implements Effect {}
}
