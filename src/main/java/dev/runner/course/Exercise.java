package dev.runner.course;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One exercise as the course defines it. Immutable; it knows nothing of what a learner has done.
 *
 * @param name unique in its course, and a plain file name
 * @param chapter the directory below {@code exercises/} that it lies in, with {@code /} as separator; empty when it
 *     lies directly there
 * @param source the source file, relative to the course's directory
 * @param solution the solution's file, relative to the course's directory; it need not exist
 * @param mode how it is checked
 * @param test whether its tests are asked
 * @param strictClippy whether a lint's warning fails it
 * @param skipCheckUnsolved whether the author's check lets the unsolved file pass
 * @param hint the hint's stages
 * @param failsWith the failures that the untouched file must show (an error code, a lint, {@code test:name},
 *     {@code panic}, {@code timeout}, {@code error}); empty when the author names none
 * @param timeout the time limit for its tests and its program, or null for the usual one
 * @param crates the names from the root {@code Cargo.toml}'s dependencies that it needs
 * @param book a page of the Book, such as {@code ch04-01-what-is-ownership.html}, or null
 * @param description a sentence on what it is about, or null
 * @param points what it is worth to who marks it, 0 or more; 1 where the author says nothing
 * @param line the line of {@code info.toml} that defines it, from 1
 */
public record Exercise(
        String name,
        String chapter,
        Path source,
        Path solution,
        Mode mode,
        boolean test,
        boolean strictClippy,
        boolean skipCheckUnsolved,
        Hint hint,
        List<String> failsWith,
        @Nullable Duration timeout,
        List<String> crates,
        @Nullable String book,
        @Nullable String description,
        int points,
        int line) {
    public Exercise {
        if (points < 0) {
            throw new IllegalArgumentException("points can't be negative");
        }
        failsWith = List.copyOf(failsWith);
        crates = List.copyOf(crates);
    }

    /** Of the name, which a course has once: one made for each component takes 20 ms when it is first asked for. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
