package dev.runner.watch;

import dev.runner.verify.Verdict;

/** Everything that can happen while watching. */
public sealed interface WatchEvent {
    /** The current exercise's files are other than they were. */
    record SourceChanged() implements WatchEvent {}

    /**
     * A key was pressed.
     *
     * @param key the character
     */
    record KeyPressed(char key) implements WatchEvent {}

    /** No key will ever be pressed again. */
    record InputEnded() implements WatchEvent {}

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

    /** The system gives no notice of changed files. */
    record WatcherSilent() implements WatchEvent {}
}
