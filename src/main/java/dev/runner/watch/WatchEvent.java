package dev.runner.watch;

import dev.runner.course.Exercise;
import dev.runner.verify.Check;
import dev.runner.verify.Result;
import dev.runner.verify.Verdict;
import dev.runner.view.Key;
import dev.runner.view.Size;
import java.time.Duration;

/** Everything that can happen while watching. */
public sealed interface WatchEvent {
    /** The current exercise's files are other than they were. */
    record SourceChanged() implements WatchEvent {}

    /** A key was pressed. */
    record KeyPressed(Key key) implements WatchEvent {}

    /** The terminal has this size now. */
    record Resized(Size size) implements WatchEvent {}

    /** No key will ever be pressed again. */
    record InputEnded() implements WatchEvent {}

    /**
     * A step of the check that runs has begun.
     *
     * @param check which
     * @param limit when it will be ended
     */
    record StepStarted(Check check, Duration limit) implements WatchEvent {}

    /**
     * A check gave its verdict.
     *
     * @param number the check's, as {@link Effect.Check} gave it
     */
    record Judged(long number, Verdict verdict) implements WatchEvent {}

    /**
     * A check could not be carried through: the toolchain, the machine or we are at fault.
     *
     * @param number the check's
     * @param fault why
     */
    record Broken(long number, RuntimeException fault) implements WatchEvent {}

    /** One of many exercises is being judged. */
    record OneStarted(long number, Exercise exercise) implements WatchEvent {}

    /** One of many exercises was judged. */
    record OneJudged(long number, Result result) implements WatchEvent {}

    /** All of them were, or it was cancelled. */
    record AllJudged(long number) implements WatchEvent {}

    /**
     * A text that was asked for.
     *
     * @param title what it is
     * @param text the text
     */
    record TextFound(String title, String text) implements WatchEvent {}

    /** The solution that was asked for, and the learner's own file. */
    record SolutionFound(Exercise exercise, String own, String solution) implements WatchEvent {}

    /** Something that was asked for is done, or can't be; one line. */
    record Told(String text) implements WatchEvent {}

    /** An exercise was made what it was; its progress is pending. */
    record WasReset(Exercise exercise, String text) implements WatchEvent {}

    /** The system gives no notice of changed files. */
    record WatcherSilent() implements WatchEvent {}
}
