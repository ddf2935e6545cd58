package dev.runner.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of watching, which {@code runner} alone takes too. */
final class WatchOptions {
    @Option(
            names = "--poll",
            arity = "0..1",
            paramLabel = "MS",
            fallbackValue = "250",
            description = "Look at the files every MS milliseconds (default 250) instead of waiting for the system's"
                    + " notices, which never come on some network and container mounts.")
    @Nullable
    Integer pollMillis;

    @Option(
            names = "--edit-cmd",
            paramLabel = "CMD",
            description = "Open each exercise with CMD FILE when it becomes the current one, and on the key o.")
    @Nullable
    String editCommand;

    @Option(
            names = "--plain",
            description = "Write line by line instead of using the whole terminal. So it is without a terminal.")
    boolean plain;

    @Mixin
    TimeLimit timeLimit = new TimeLimit();

    /** How often to look; null to rely on the system's notices. */
    @Nullable
    Duration poll() {
        if (pollMillis == null) {
            return null;
        }
        if (pollMillis < 10 || pollMillis > 60_000) {
            throw new UsageException("--poll=" + pollMillis + " is no sensible interval", "give one from 10 to 60000");
        }
        return Duration.ofMillis(pollMillis);
    }
}
