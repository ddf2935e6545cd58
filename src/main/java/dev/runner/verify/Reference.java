package dev.runner.verify;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a course itself says of an exercise, for the learner's file to be held against.
 *
 * @param original the course's file
 * @param solution its solution, or null; what that changes in the tests a learner may change too
 * @param lints the lints that count: those the exercise is about and those the course denies
 * @param recorded the tests that an older version of the course had, as {@link
 *     dev.runner.integrity.CourseText#fingerprints} gives them; tests that agree with these are right as well. Empty where
 *     nothing else is right
 * @param submission the file to judge in the place of the course's; null where the learner's file is judged where it lies
 */
public record Reference(
        String original,
        @Nullable String solution,
        List<String> lints,
        List<String> recorded,
        @Nullable Submission submission) {
    public Reference {
        lints = List.copyOf(lints);
        recorded = List.copyOf(recorded);
    }

    /**
     * A file that somebody handed in.
     *
     * @param root the directory it was handed in with
     * @param file the file, below that
     */
    public record Submission(Path root, Path file) {}
}
