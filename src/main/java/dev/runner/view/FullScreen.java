package dev.runner.view;

import java.util.function.Consumer;

/**
 * A terminal that was taken over whole: frames out, keys in. Closing it gives the terminal back as it was. For use by one
 * thread; keys and changes of size arrive on others.
 */
public interface FullScreen extends AutoCloseable {
    /** Takes a terminal over. */
    interface Opener {
        /** Whether there is a terminal to take over. */
        boolean possible();

        /** Begins, on a thread of its own, what takes its time before it can be taken over. */
        void prepare();

        /**
         * Takes it over.
         *
         * @param keys hears each key
         * @param changed called when the size has changed, or the screen has to be drawn anew
         */
        FullScreen open(Consumer<Key> keys, Runnable changed);
    }

    /** How things look there. */
    Theme theme();

    /** How large it is now. */
    Size size();

    /** Shows a frame. What is on the screen already is not written again, so nothing flickers. */
    void show(Frame frame);

    /** Gives the terminal back while {@code work} runs, and takes it over again. */
    void lend(Runnable work);

    /** Stops this process as the terminal's user would with Ctrl-Z; returns when it goes on. */
    void suspend();

    @Override
    void close();
}
