package dev.runner.course;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A course in a form that is read in a moment: reading a long {@code info.toml} takes longer than most commands do. It
 * belongs to the very bytes that it was made from and to the version of the program that made it, and counts for nothing
 * beside others. Damaged bytes are no course; they are never an error.
 */
public final class CompiledCourse {
    /** Raised whenever this form, or what the readers make of a file, becomes another. */
    private static final int FORMAT = 3;

    private static final int SEAL_BYTES = 3 * Long.BYTES;
    private static final int LONGEST_LIST = 100_000;
    private static final int LAST_OF_LATIN_1 = 0xFF;

    private CompiledCourse() {}

    /**
     * The compiled form.
     *
     * @param source the bytes of {@code info.toml}
     * @param version the program's version
     */
    public static byte[] write(Course course, byte[] source, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, course.format().name());
            text(out, course.title());
            text(out, course.welcomeMessage());
            text(out, course.finalMessage());
            out.writeInt(course.exercises().size());
            for (Exercise exercise : course.exercises()) {
                write(out, exercise);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        byte[] payload = bytes.toByteArray();
        return ByteBuffer.allocate(SEAL_BYTES + payload.length)
                .put(seal(source, version, payload, 0))
                .put(payload)
                .array();
    }

    /** The course, if {@code compiled} is whole and was made from these bytes by this version. */
    public static Optional<Course> read(byte[] compiled, byte[] source, String version) {
        if (compiled.length < SEAL_BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(compiled);
        if (!in.slice(0, SEAL_BYTES).equals(seal(source, version, compiled, SEAL_BYTES))) {
            return Optional.empty();
        }
        in.position(SEAL_BYTES);
        try {
            Format format = Format.valueOf(word(in));
            String title = text(in);
            String welcome = text(in);
            String closing = text(in);
            List<Exercise> exercises = new ArrayList<>();
            for (int left = size(in); left > 0; left--) {
                exercises.add(exercise(in));
            }
            return Optional.of(new Course(format, title, welcome, closing, exercises));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException foreign) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Exercise exercise) throws IOException {
        text(out, exercise.name());
        text(out, exercise.chapter());
        text(out, exercise.source().toString());
        text(out, exercise.solution().toString());
        text(out, exercise.mode().name());
        out.writeBoolean(exercise.test());
        out.writeBoolean(exercise.strictClippy());
        out.writeBoolean(exercise.skipCheckUnsolved());
        out.writeInt(exercise.hint().size());
        for (HintStage stage : exercise.hint().stages()) {
            text(out, stage.text());
            texts(out, stage.marks());
        }
        texts(out, exercise.failsWith());
        Duration timeout = exercise.timeout();
        out.writeLong(timeout == null ? -1 : timeout.toMillis());
        texts(out, exercise.crates());
        text(out, exercise.book());
        text(out, exercise.description());
        out.writeInt(exercise.points());
        out.writeInt(exercise.line());
    }

    private static Exercise exercise(ByteBuffer in) throws IOException {
        String name = word(in);
        String chapter = word(in);
        Path source = path(word(in));
        Path solution = path(word(in));
        Mode mode = Mode.valueOf(word(in));
        boolean test = in.get() != 0;
        boolean strict = in.get() != 0;
        boolean skip = in.get() != 0;
        List<HintStage> stages = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            stages.add(new HintStage(word(in), texts(in)));
        }
        List<String> failsWith = texts(in);
        long timeout = in.getLong();
        return new Exercise(
                name,
                chapter,
                source,
                solution,
                mode,
                test,
                strict,
                skip,
                new Hint(stages),
                failsWith,
                timeout < 0 ? null : Duration.ofMillis(timeout),
                texts(in),
                text(in),
                text(in),
                in.getInt(),
                in.getInt());
    }

    private static Path path(String text) throws IOException {
        try {
            return Path.of(text);
        } catch (InvalidPathException damaged) {
            throw new IOException(damaged);
        }
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(ByteBuffer in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            texts.add(word(in));
        }
        return texts;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
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

    private static @Nullable String text(ByteBuffer in) throws IOException {
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

    private static String word(ByteBuffer in) throws IOException {
        String text = text(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }

    private static int size(ByteBuffer in) throws IOException {
        int size = in.getInt();
        if (size < 0 || size > LONGEST_LIST) {
            throw new IOException("no list");
        }
        return size;
    }

    /**
     * What ties the compiled form to its source. Sums, and no cryptographic digest: it guards against chance, which
     * is enough, and in a JVM that has only just started a digest of a long file takes longer than all the rest.
     */
    private static ByteBuffer seal(byte[] source, String version, byte[] payload, int from) {
        CRC32 crc = new CRC32();
        crc.update((FORMAT + " " + version + "\n").getBytes(StandardCharsets.UTF_8));
        crc.update(source);
        crc.update(payload, from, payload.length - from);
        Adler32 adler = new Adler32();
        adler.update(source);
        return ByteBuffer.allocate(SEAL_BYTES)
                .putLong(crc.getValue())
                .putLong(adler.getValue())
                .putInt(source.length)
                .putInt(payload.length - from)
                .flip();
    }
}
