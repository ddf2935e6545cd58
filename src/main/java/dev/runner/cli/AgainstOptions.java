package dev.runner.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --against}, for the commands that judge what strangers handed in. */
final class AgainstOptions {
    @Nullable
    @Option(
            names = "--against",
            paramLabel = "COURSE",
            description = "Take everything but the exercises' own sources from this course: a directory, or the word"
                    + " \"bundled\". Tests that are not the course's do not pass.")
    String course;

    /** The course's directory or {@code bundled}, or null where none was named. */
    @Nullable
    String course() {
        return course;
    }
}
