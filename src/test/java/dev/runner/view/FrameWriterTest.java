package dev.runner.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private final FrameWriter writer = new FrameWriter(Theme.PLAIN);

    private static Frame frame(String... lines) {
        return frame(Size.USUAL, lines);
    }

    private static Frame frame(Size size, String... lines) {
        return new Frame(size, List.of(lines).stream().map(Line::of).toList());
    }

    @Test
    void theFirstFrameClearsTheScreen() {
        assertThat(writer.update(frame("a", "b")))
                .isEqualTo("\u001b[?2026h\u001b[H\u001b[2J\u001b[1;1Ha\u001b[K\u001b[2;1Hb\u001b[K\u001b[?2026l");
    }

    @Test
    void onlyLinesThatChangedAreSent() {
        writer.update(frame("a", "b", "c"));
        assertThat(writer.update(frame("a", "x", "c"))).isEqualTo("\u001b[?2026h\u001b[2;1Hx\u001b[K\u001b[?2026l");
    }

    @Test
    void theSameFrameSendsNothing() {
        writer.update(frame("a"));
        assertThat(writer.update(frame("a"))).isEmpty();
    }

    @Test
    void aShorterFrameTakesItsOldLinesAway() {
        writer.update(frame("a", "b"));
        assertThat(writer.update(frame("a"))).contains("\u001b[2;1H\u001b[K");
    }

    /** Cleared one by one, rows that the terminal has no more would be its last, which is written by then. */
    @Test
    void aFrameForAnotherSizeIsSentWhole() {
        writer.update(frame("a", "b", "c"));
        assertThat(writer.update(frame(new Size(40, 2), "a", "b")))
                .isEqualTo("\u001b[?2026h\u001b[H\u001b[2J\u001b[1;1Ha\u001b[K\u001b[2;1Hb\u001b[K\u001b[?2026l");
    }

    @Test
    void whatIsForgottenIsSentAgain() {
        writer.update(frame("a"));
        writer.forget();
        assertThat(writer.update(frame("a"))).contains("\u001b[2J").contains("a");
    }
}
