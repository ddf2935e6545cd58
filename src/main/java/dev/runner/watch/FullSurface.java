package dev.runner.watch;

import dev.runner.view.FullScreen;
import dev.runner.view.Key;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A watch on a whole terminal. */
public final class FullSurface implements Surface {
    private final FullScreen.Opener opener;
    private @Nullable FullScreen screen;
    private Consumer<WatchEvent> events = event -> {};

    /** @param opener takes the terminal over when the watch begins */
    public FullSurface(FullScreen.Opener opener) {
        this.opener = opener;
    }

    @Override
    public void open(Consumer<WatchEvent> listener) {
        events = listener;
        FullScreen opened = opener.open(
                key -> listener.accept(
                        key.kind() == Key.Kind.CLOSED ? new WatchEvent.InputEnded() : new WatchEvent.KeyPressed(key)),
                this::resized);
        screen = opened;
        listener.accept(new WatchEvent.Resized(opened.size()));
    }

    private void resized() {
        FullScreen opened = screen;
        if (opened != null) {
            events.accept(new WatchEvent.Resized(opened.size()));
        }
    }

    @Override
    public void show(Effect effect) {
        // Everything is seen in the frames.
    }

    @Override
    public void refresh(WatchSession session) {
        if (screen != null) {
            screen.show(session.frame(screen.theme()));
        }
    }

    @Override
    public boolean showsTime() {
        return true;
    }

    @Override
    public void lend(Runnable work) {
        if (screen != null) {
            screen.lend(work);
        }
    }

    @Override
    public void suspend() {
        if (screen != null) {
            screen.suspend();
        }
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.close();
        }
    }
}
