package dev.runner.watch;

import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.PromptView;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks before something is done. */
final class ConfirmOverlay implements Overlay {
    private final List<String> question;
    private final Effect onYes;
    private final @Nullable Overlay after;

    /** @param after what is shown once it is answered, or null for the watch itself */
    ConfirmOverlay(List<String> question, Effect onYes, @Nullable Overlay after) {
        this.question = question;
        this.onYes = onYes;
        this.after = after;
    }

    @Override
    public Frame frame(Theme theme, Size size) {
        return new PromptView(theme).frame(size, question);
    }

    @Override
    public void key(Key key, WatchSession session, List<Effect> effects) {
        if (key.is('y')) {
            effects.add(onYes);
            session.show(after);
        } else if (key.is('n') || key.is('q') || key.kind() == Key.Kind.ESCAPE) {
            session.show(after);
        }
    }
}
