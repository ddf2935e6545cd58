package dev.runner.course;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A course in a form that is read in a moment: reading a long {@code info.toml} takes longer than most commands do. It
 * belongs to the very bytes that it was made from and to the version of the program that made it, and counts for nothing
 * beside others. Damaged bytes are no course; they are never an error.
 */
public final class CompiledCourse {
    /** Raised whenever this form, or what the readers make of a file, becomes another. */
    private static final int FORMAT = 1;

    private static final int DIGEST_BYTES = 32;
    private static final int LONGEST_LIST = 100_000;

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
            out.writeUTF(course.format().name());
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
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        sealed.writeBytes(digest(source, version, bytes.toByteArray()));
        sealed.writeBytes(bytes.toByteArray());
        return sealed.toByteArray();
    }

    /** The course, if {@code compiled} is whole and was made from these bytes by this version. */
    public static Optional<Course> read(byte[] compiled, byte[] source, String version) {
        if (compiled.length < DIGEST_BYTES) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(compiled, DIGEST_BYTES, compiled.length);
        byte[] seal = Arrays.copyOf(compiled, DIGEST_BYTES);
        if (!Arrays.equals(seal, digest(source, version, payload))) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            Format format = Format.valueOf(in.readUTF());
            String title = text(in);
            String welcome = text(in);
            String closing = text(in);
            List<Exercise> exercises = new ArrayList<>();
            for (int left = size(in); left > 0; left--) {
                exercises.add(exercise(in));
            }
            return Optional.of(new Course(format, title, welcome, closing, exercises));
        } catch (IOException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private static void write(DataOutputStream out, Exercise exercise) throws IOException {
        out.writeUTF(exercise.name());
        out.writeUTF(exercise.chapter());
        out.writeUTF(exercise.source().toString());
        out.writeUTF(exercise.solution().toString());
        out.writeUTF(exercise.mode().name());
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
        out.writeInt(exercise.line());
    }

    private static Exercise exercise(DataInputStream in) throws IOException {
        String name = in.readUTF();
        String chapter = in.readUTF();
        Path source = path(in.readUTF());
        Path solution = path(in.readUTF());
        Mode mode = Mode.valueOf(in.readUTF());
        boolean test = in.readBoolean();
        boolean strict = in.readBoolean();
        boolean skip = in.readBoolean();
        List<HintStage> stages = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            String stage = text(in);
            stages.add(new HintStage(stage == null ? "" : stage, texts(in)));
        }
        List<String> failsWith = texts(in);
        long timeout = in.readLong();
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
                in.readInt());
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

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = size(in); left > 0; left--) {
            String text = text(in);
            texts.add(text == null ? "" : text);
        }
        return texts;
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > LONGEST_LIST) {
            throw new IOException("no list");
        }
        return size;
    }

    private static byte[] digest(byte[] source, String version, byte[] payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((FORMAT + " " + version + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(source);
            return digest.digest(payload);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
