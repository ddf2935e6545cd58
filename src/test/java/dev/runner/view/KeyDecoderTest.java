package dev.runner.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyDecoderTest {
    /** Everything is there at once, and then nothing more comes. */
    private static List<Key> keys(String text) throws IOException {
        int[] at = {0};
        KeyDecoder decoder = new KeyDecoder(new KeyDecoder.Source() {
            @Override
            public int read() {
                return at[0] < text.length() ? text.charAt(at[0]++) : -1;
            }

            @Override
            public int readSoon() {
                return read();
            }
        });
        List<Key> keys = new ArrayList<>();
        Key key = decoder.next();
        while (key.kind() != Key.Kind.CLOSED) {
            keys.add(key);
            key = decoder.next();
        }
        return keys;
    }

    @ParameterizedTest
    @CsvSource({
        "[A,UP",
        "[B,DOWN",
        "OA,UP",
        "[5~,PAGE_UP",
        "[6~,PAGE_DOWN",
        "[H,HOME",
        "[1~,HOME",
        "[F,END",
        "[4~,END",
        "[3~,OTHER",
        "[1;5A,UP",
        "x,OTHER"
    })
    void aSequenceIsOneKey(String sequence, Key.Kind kind) throws IOException {
        assertThat(keys("\u001b" + sequence + "n")).containsExactly(Key.of(kind), Key.of('n'));
    }

    @Test
    void escapeAloneIsEscape() throws IOException {
        assertThat(keys("\u001b")).containsExactly(Key.of(Key.Kind.ESCAPE));
    }

    @Test
    void controlCharactersAreTheirKeys() throws IOException {
        assertThat(keys("\u0003\u001a\f\t\r\n\b\u007f\u0001"))
                .extracting(Key::kind)
                .containsExactly(
                        Key.Kind.INTERRUPT,
                        Key.Kind.SUSPEND,
                        Key.Kind.REDRAW,
                        Key.Kind.TAB,
                        Key.Kind.ENTER,
                        Key.Kind.ENTER,
                        Key.Kind.BACKSPACE,
                        Key.Kind.BACKSPACE,
                        Key.Kind.OTHER);
    }

    @Test
    void aCharacterBeyondSixteenBitsIsOneKey() throws IOException {
        assertThat(keys("🦀é")).containsExactly(Key.of(0x1F980), Key.of('é'));
    }
}
