package dev.runner.course;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A course in a form that is read in a moment: reading a long {@code info.toml} takes longer than most commands do. It
 * belongs to the very bytes that it was made from and to the version of the program that made it, and counts for nothing
 * beside others. Damaged bytes are no course; they are never an error.
 */
public final class CompiledCourse {
    /** Raised whenever this form, or what the readers make of a file, becomes another. */
    private static final int FORMAT = 3;

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
            CompiledTexts.text(out, course.format().name());
            CompiledTexts.text(out, course.title());
            CompiledTexts.text(out, course.welcomeMessage());
            CompiledTexts.text(out, course.finalMessage());
            out.writeInt(course.exercises().size());
            for (Exercise exercise : course.exercises()) {
                write(out, exercise);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return Seal.close(bytes.toByteArray(), source, label(version));
    }

    /** The course, if {@code compiled} is whole and was made from these bytes by this version. */
    public static Optional<Course> read(byte[] compiled, byte[] source, String version) {
        Optional<ByteBuffer> opened = Seal.open(compiled, source, label(version));
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer in = opened.get();
        try {
            Format format = Format.valueOf(CompiledTexts.word(in));
            String title = CompiledTexts.text(in);
            String welcome = CompiledTexts.text(in);
            String closing = CompiledTexts.text(in);
            List<Exercise> exercises = new ArrayList<>();
            for (int left = CompiledTexts.size(in); left > 0; left--) {
                exercises.add(exercise(in));
            }
            return Optional.of(new Course(format, title, welcome, closing, exercises));
        } catch (IOException | IllegalArgumentException | BufferUnderflowException foreign) {
            return Optional.empty();
        }
    }

    private static String label(String version) {
        return "course " + FORMAT + " " + version;
    }

    private static void write(DataOutputStream out, Exercise exercise) throws IOException {
        CompiledTexts.text(out, exercise.name());
        CompiledTexts.text(out, exercise.chapter());
        CompiledTexts.text(out, exercise.source().toString());
        CompiledTexts.text(out, exercise.solution().toString());
        CompiledTexts.text(out, exercise.mode().name());
        out.writeBoolean(exercise.test());
        out.writeBoolean(exercise.strictClippy());
        out.writeBoolean(exercise.skipCheckUnsolved());
        out.writeInt(exercise.hint().size());
        for (HintStage stage : exercise.hint().stages()) {
            CompiledTexts.text(out, stage.text());
            CompiledTexts.texts(out, stage.marks());
        }
        CompiledTexts.texts(out, exercise.failsWith());
        Duration timeout = exercise.timeout();
        out.writeLong(timeout == null ? -1 : timeout.toMillis());
        CompiledTexts.texts(out, exercise.crates());
        CompiledTexts.text(out, exercise.book());
        CompiledTexts.text(out, exercise.description());
        out.writeInt(exercise.points());
        out.writeInt(exercise.line());
    }

    private static Exercise exercise(ByteBuffer in) throws IOException {
        String name = CompiledTexts.word(in);
        String chapter = CompiledTexts.word(in);
        Path source = path(CompiledTexts.word(in));
        Path solution = path(CompiledTexts.word(in));
        Mode mode = Mode.valueOf(CompiledTexts.word(in));
        boolean test = in.get() != 0;
        boolean strict = in.get() != 0;
        boolean skip = in.get() != 0;
        List<HintStage> stages = new ArrayList<>();
        for (int left = CompiledTexts.size(in); left > 0; left--) {
            stages.add(new HintStage(CompiledTexts.word(in), CompiledTexts.texts(in)));
        }
        List<String> failsWith = CompiledTexts.texts(in);
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
                CompiledTexts.texts(in),
                CompiledTexts.text(in),
                CompiledTexts.text(in),
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
}
