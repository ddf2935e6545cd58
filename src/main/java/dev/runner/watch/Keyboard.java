package dev.runner.watch;

import java.util.function.IntConsumer;

/** Where a person's keys come from. */
public interface Keyboard {
    /** Whether a person is there to press some. */
    boolean attended();

    /** Asks a question that is answered with a line; false where nobody is there. */
    boolean confirm(String question);

    /**
     * Delivers keys, one call a key, on a thread of its own until closed; the end of input is delivered as -1. Where it
     * can, it makes the terminal deliver keys without ENTER, and sets it right again when closed.
     */
    Listening listen(IntConsumer keys);

    /** Keys being delivered. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
