package dev.runner.watch;

import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.Line;
import dev.runner.view.PageView;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.List;
import java.util.function.BiFunction;

/** A text to read. */
final class PageOverlay implements Overlay {
    private final String title;
    private final BiFunction<Theme, Size, List<Line>> text;
    private int offset;
    private int furthest;
    private int room = 1;

    /** @param text the lines for a theme and a size */
    PageOverlay(String title, BiFunction<Theme, Size, List<Line>> text) {
        this.title = title;
        this.text = text;
    }

    @Override
    public Frame frame(Theme theme, Size size) {
        PageView view = new PageView(theme, title, text.apply(theme, size));
        furthest = view.furthestOffset(size);
        room = PageView.room(size);
        return view.frame(size, offset);
    }

    @Override
    public void key(Key key, WatchSession session, List<Effect> effects) {
        int page = Math.max(1, room - 1);
        switch (key.kind()) {
            case DOWN, ENTER -> scroll(1);
            case UP -> scroll(-1);
            case PAGE_DOWN -> scroll(page);
            case PAGE_UP -> scroll(-page);
            case HOME -> scroll(-offset);
            case END -> scroll(furthest);
            case ESCAPE -> session.closeOverlay();
            case CHARACTER -> {
                if (key.is(' ')) {
                    // At the end there is nothing more to read.
                    if (offset >= furthest) {
                        session.closeOverlay();
                    }
                    scroll(page);
                } else if (key.is('b')) {
                    scroll(-page);
                } else if (key.is('j')) {
                    scroll(1);
                } else if (key.is('k')) {
                    scroll(-1);
                } else {
                    session.closeOverlay();
                }
            }
            default -> {
                // Others mean nothing here.
            }
        }
    }

    private void scroll(int lines) {
        offset = Math.max(0, Math.min(furthest, offset + lines));
    }

    @Override
    public boolean endsWithSave() {
        return true;
    }
}
