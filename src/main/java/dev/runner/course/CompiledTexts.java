package dev.runner.course;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts and lists of them in files that only this program reads. Reading needs a buffer that is backed by an array, and
 * throws an {@link IOException} where there is no text or no list, and a
 * {@link java.nio.BufferUnderflowException} where the file ends too early.
 */
public final class CompiledTexts {
    private static final int LONGEST_LIST = 100_000;
    private static final int LAST_OF_LATIN_1 = 0xFF;

    private CompiledTexts() {}

    /** Writes a list. */
    public static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    /** Reads a list. */
    public static List<String> texts(ByteBuffer in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            texts.add(word(in));
        }
        return texts;
    }

    /** Writes a text, or that there is none. */
    public static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        // Latin-1, where it can hold the text, is copied when it is read; UTF-8 is looked at byte by byte.
        boolean latin = text.chars().allMatch(character -> character <= LAST_OF_LATIN_1);
        byte[] bytes = text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.writeBoolean(latin);
        out.write(bytes);
    }

    /** Reads a text; null where none was written. */
    public static @Nullable String text(ByteBuffer in) throws IOException {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        Charset charset = in.get() == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        if (length > in.remaining()) {
            throw new IOException("cut off");
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, charset);
        in.position(in.position() + length);
        return text;
    }

    /** Reads a text that must be there. */
    public static String word(ByteBuffer in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    /** Reads how long a list is. */
    public static int size(ByteBuffer in) throws IOException {
        int size = in.getInt();
        if (size < 0 || size > LONGEST_LIST) {
            throw new IOException("no list");
        }
        return size;
    }
}
