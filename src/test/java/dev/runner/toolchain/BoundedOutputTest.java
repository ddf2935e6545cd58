package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedOutputTest {
    @Test
    void whatFitsIsKeptWhole() {
        assertThat(written(10, 10, "hello\n", "you\n").transcript()).isEqualTo(Transcript.of("hello\nyou\n"));
    }

    @Test
    void nothingWrittenIsAnEmptyTranscript() {
        assertThat(written(10, 10).transcript()).isEqualTo(Transcript.EMPTY);
    }

    @Test
    void whatFillsHeadAndTailExactlyIsKeptWhole() {
        assertThat(written(4, 4, "abcdefgh").transcript()).isEqualTo(Transcript.of("abcdefgh"));
    }

    @Test
    void beginningAndEndAreKeptAndTheRestIsCounted() {
        assertThat(written(4, 4, "abcdefghijkl").transcript()).isEqualTo(new Transcript("abcd", 4, "ijkl"));
    }

    @Test
    void theTextSaysHowMuchIsMissingBetween() {
        assertThat(written(4, 4, "abcdefghijkl").transcript().text()).isEqualTo("abcd\n[… 4 bytes left out …]\nijkl");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 64, 1000})
    void howItIsCutIntoWritesMakesNoDifference(int pieces) {
        String text = "0123456789".repeat(20);
        BoundedOutput output = new BoundedOutput(7, 11, null);
        for (int at = 0; at < text.length(); at += pieces) {
            byte[] piece = bytes(text.substring(at, Math.min(text.length(), at + pieces)));
            output.write(piece, 0, piece.length);
        }
        assertThat(output.transcript()).isEqualTo(new Transcript("0123456", 182, "90123456789"));
    }

    @ParameterizedTest
    @CsvSource({"0,4,'',4,efgh", "4,0,abcd,4,''", "0,0,'',8,''", "3,1,abc,4,h"})
    void eitherEndMayBeShortOrMissing(int head, int tail, String beginning, long omitted, String end) {
        assertThat(written(head, tail, "abcdefgh").transcript()).isEqualTo(new Transcript(beginning, omitted, end));
    }

    @Test
    void singleBytesAreTakenToo() {
        BoundedOutput output = new BoundedOutput(1, 1, null);
        output.write('a');
        output.write('b');
        output.write('c');
        assertThat(output.transcript()).isEqualTo(new Transcript("a", 1, "c"));
    }

    @Test
    void onlyThePartOfTheArrayThatIsWrittenCounts() {
        BoundedOutput output = new BoundedOutput(2, 2, null);
        output.write(bytes("xxabcdexx"), 2, 5);
        assertThat(output.transcript()).isEqualTo(new Transcript("ab", 1, "de"));
    }

    @Test
    void aFloodTakesNoMoreRoomThanItsLimits() {
        BoundedOutput output = new BoundedOutput(8, 8, null);
        byte[] piece = bytes("0123456789abcdef".repeat(4096));
        for (int i = 0; i < 4096; i++) {
            output.write(piece, 0, piece.length);
        }
        Transcript transcript = output.transcript();
        assertThat(transcript).isEqualTo(new Transcript("01234567", (256L << 20) - 16, "89abcdef"));
    }

    @Test
    void bytesThatAreNoTextAreReplaced() {
        BoundedOutput output = new BoundedOutput(10, 10, null);
        output.write(new byte[] {'a', (byte) 0xff, 'b'}, 0, 3);
        assertThat(output.transcript().text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void aCharacterAcrossHeadAndTailStaysOneCharacter() {
        assertThat(written(1, 10, "é!").transcript()).isEqualTo(Transcript.of("é!"));
    }

    @Test
    void aListenerHearsEachLineOnceItIsWhole() {
        List<String> heard = new ArrayList<>();
        BoundedOutput output = new BoundedOutput(0, 0, heard::add);
        write(output, "one\ntw");
        assertThat(heard).containsExactly("one");
        write(output, "o\n\nthree");
        assertThat(heard).containsExactly("one", "two", "");
    }

    @Test
    void aListenerHearsCharactersThatComeInTwoWrites() {
        List<String> heard = new ArrayList<>();
        BoundedOutput output = new BoundedOutput(0, 0, heard::add);
        byte[] text = bytes("é\n");
        output.write(text, 0, 1);
        output.write(text, 1, 2);
        assertThat(heard).containsExactly("é");
    }

    @Test
    void aListenerHearsNoLineEndOfWindows() {
        List<String> heard = new ArrayList<>();
        write(new BoundedOutput(0, 0, heard::add), "one\r\ntwo\r\n");
        assertThat(heard).containsExactly("one", "two");
    }

    @Test
    void ofALineWithoutEndAListenerHearsOnlyTheBeginning() {
        List<String> heard = new ArrayList<>();
        BoundedOutput output = new BoundedOutput(0, 0, heard::add);
        for (int i = 0; i < 3; i++) {
            write(output, "x".repeat(1 << 19));
        }
        write(output, "\nnext\n");
        assertThat(heard).containsExactly("x".repeat(1 << 20), "next");
    }

    @Test
    void aListenerThatFailsStopsNoPump() {
        BoundedOutput output = new BoundedOutput(10, 10, line -> {
            throw new IllegalStateException("deaf");
        });
        write(output, "one\ntwo\n");
        assertThat(output.transcript()).isEqualTo(Transcript.of("one\ntwo\n"));
    }

    private static BoundedOutput written(int head, int tail, String... pieces) {
        BoundedOutput output = new BoundedOutput(head, tail, null);
        for (String piece : pieces) {
            write(output, piece);
        }
        return output;
    }

    private static void write(BoundedOutput output, String text) {
        byte[] bytes = bytes(text);
        output.write(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
