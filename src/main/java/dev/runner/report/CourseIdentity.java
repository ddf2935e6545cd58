package dev.runner.report;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells courses apart, wherever they lie.
 *
 * @param title the course's title, or null
 * @param exercises how many it has
 * @param digest a SHA-256 over names, files and points of its exercises, in hexadecimal
 */
public record CourseIdentity(@Nullable String title, int exercises, String digest) {
    /** That course's identity. */
    public static CourseIdentity of(Course course) {
        StringBuilder list = new StringBuilder();
        for (Exercise exercise : course.exercises()) {
            list.append(exercise.name())
                    .append('\0')
                    .append(ExerciseReport.slashed(exercise.source()))
                    .append('\0')
                    .append(exercise.points())
                    .append('\n');
        }
        return new CourseIdentity(course.title(), course.exercises().size(), sha256(list.toString()));
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
