package dev.runner.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A mark in the environment of a process, which all that it starts inherit, so that a test can see what is left of them.
 * Needs a {@code /proc}. What has ended and only waits for somebody to notice is not left.
 */
public final class Marked {
    private static final String NAME = "RUNNER_TEST_MARK";
    private static final int LONGEST_SECONDS = 30;

    private final String value = UUID.randomUUID().toString();

    /** The mark as an environment. */
    public Map<String, String> environment() {
        return Map.of(NAME, value);
    }

    /** What is left, a number and a command line each. */
    public List<String> left() {
        List<String> left = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path entry : entries) {
                if (isMarked(entry)) {
                    left.add(entry.getFileName() + " "
                            + text(entry.resolve("cmdline")).replace('\0', ' '));
                }
            }
            return left;
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    /** What is left when there is either nothing any more, or a long time is over. */
    public List<String> leftAtLast() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
            left = left();
        }
        return left;
    }

    /** Of a process that has ended the environment can't be read any more. */
    private boolean isMarked(Path entry) {
        return text(entry.resolve("environ")).contains(NAME + "=" + value);
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException goneOrForeign) {
            return "";
        }
    }
}
