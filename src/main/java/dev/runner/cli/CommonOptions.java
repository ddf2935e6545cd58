package dev.runner.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that every command takes, before or after its name. One object serves the whole command line; picocli hands
 * null to each setter when it begins with a command, which must not undo what stood before the command's name.
 */
public final class CommonOptions {
    private @Nullable Path directory;
    private ColourChoice colour = ColourChoice.AUTO;
    private boolean stackTrace;

    @Nullable
    Path directory() {
        return directory;
    }

    ColourChoice colour() {
        return colour;
    }

    boolean stackTrace() {
        return stackTrace;
    }

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "Work on the course in DIR instead of the one here.")
    void directory(@Nullable Path value) {
        if (value != null) {
            directory = value;
        }
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "Colours: ${COMPLETION-CANDIDATES}. Default: auto, which heeds NO_COLOR.")
    void colour(@Nullable ColourChoice value) {
        if (value != null) {
            colour = value;
        }
    }

    @Option(names = "--stacktrace", hidden = true, description = "Show where a fault of ours comes from.")
    void stackTrace(@Nullable Boolean value) {
        stackTrace |= Boolean.TRUE.equals(value);
    }
}
