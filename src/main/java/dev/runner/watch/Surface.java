package dev.runner.watch;

import java.util.function.Consumer;

/** Where a watch is seen, and where its keys come from. All calls are made on the watch's own thread. */
public interface Surface extends AutoCloseable {
    /** Begins; events may be handed in on any thread until it is closed. */
    void open(Consumer<WatchEvent> events);

    /** Shows an effect that is there to be seen. */
    void show(Effect effect);

    /** Shows how things stand. */
    void refresh(WatchSession session);

    /** Whether time that passes is to be seen. */
    boolean showsTime();

    /** Lets {@code work} have the terminal. */
    void lend(Runnable work);

    /** Stops this process until its user lets it go on. */
    void suspend();

    @Override
    void close();
}
