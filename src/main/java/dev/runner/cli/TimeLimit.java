package dev.runner.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --timeout}. */
final class TimeLimit {
    @Nullable
    Duration duration;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long an exercise's tests and its program may run, each, unless the course says"
                    + " otherwise. Default: 10.")
    void seconds(@Nullable Double seconds) {
        if (seconds == null) {
            return;
        }
        if (!(seconds > 0 && seconds <= 86_400)) {
            throw new UsageException("--timeout " + seconds + " is no number of seconds", "give one from 0.1 to 86400");
        }
        duration = Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    @Nullable
    Duration duration() {
        return duration;
    }
}
