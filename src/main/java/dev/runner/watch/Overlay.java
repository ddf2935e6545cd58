package dev.runner.watch;

import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.List;

/** Something that lies over the watch's screen and gets the keys. It knows nothing of threads and terminals. */
interface Overlay {
    /** What is to be seen. */
    Frame frame(Theme theme, Size size);

    /** A key was pressed; what is to be done goes to {@code effects}. */
    void key(Key key, WatchSession session, List<Effect> effects);

    /** Whether a save takes it away, because the learner then wants to see the verdict. */
    default boolean endsWithSave() {
        return false;
    }
}
