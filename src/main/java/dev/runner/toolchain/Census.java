package dev.runner.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the live processes of a tree: those of its session, and those that carry its cookie in their environment. Safe
 * for use by many threads.
 */
final class Census {
    static final Path PROC = Path.of("/proc");

    private final long first;
    private final byte[] cookie;
    private volatile boolean begunAnew;

    /**
     * @param first the number of the tree's first process, which leads its session
     * @param cookie {@code NAME=value} as it stands in the environment of each process of the tree
     */
    Census(long first, String cookie) {
        this.first = first;
        this.cookie = cookie.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What was counted.
     *
     * @param members the processes' numbers
     * @param blurred whether a process ended before it could be looked at; what it has just started may not be listed yet
     */
    record Count(List<Long> members, boolean blurred) {}

    /**
     * Counts, or ends early beyond {@code enough}. Later processes have greater numbers, so that the others need not be
     * looked at; unless the numbers, which are given in a cycle, have begun anew.
     *
     * @throws IOException if there is no {@code /proc}
     */
    Count take(int enough) throws IOException {
        begunAnew |= latest() < first;
        List<Long> members = new ArrayList<>();
        boolean blurred = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long number = Long.parseLong(entry.getFileName().toString());
                if (number < first && !begunAnew) {
                    continue;
                }
                try {
                    if (belongs(entry)) {
                        members.add(number);
                    }
                } catch (IOException gone) {
                    blurred = true;
                }
                if (members.size() > enough) {
                    break;
                }
            }
        } catch (DirectoryIteratorException fault) {
            throw fault.getCause();
        }
        return new Count(members, blurred);
    }

    /** The number of the process that was started last: the last field of {@code /proc/loadavg} (proc(5)). */
    private static long latest() throws IOException {
        String load = Files.readString(PROC.resolve("loadavg"), StandardCharsets.US_ASCII)
                .strip();
        return Long.parseLong(load.substring(load.lastIndexOf(' ') + 1));
    }

    /** @throws IOException if it has ended meanwhile */
    private boolean belongs(Path entry) throws IOException {
        Stat stat = Stat.parse(Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1));
        if (stat.dead() || stat.session() == first) {
            return !stat.dead();
        }
        if (stat.session() == 0) {
            // A thread of the kernel, which has no environment, or of outside a container: none of ours can be.
            return false;
        }
        try {
            return contains(Files.readAllBytes(entry.resolve("environ")), cookie);
        } catch (AccessDeniedException somebodyElses) {
            return false;
        }
    }

    private static boolean contains(byte[] environ, byte[] wanted) {
        int last = environ.length - wanted.length;
        for (int at = 0; at <= last; at++) {
            boolean begins = at == 0 || environ[at - 1] == 0;
            if (begins && Arrays.equals(environ, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at + wanted.length == environ.length || environ[at + wanted.length] == 0;
            }
        }
        return false;
    }

    /** What {@code /proc/PID/stat} says (proc(5)): after the name in parentheses state, parent, group, session. */
    private record Stat(char state, long session) {
        static Stat parse(String text) throws IOException {
            String[] fields = text.substring(text.lastIndexOf(')') + 1).strip().split(" ", 6);
            if (fields.length < 5) {
                throw new IOException("no status");
            }
            return new Stat(fields[0].charAt(0), Long.parseLong(fields[3]));
        }

        boolean dead() {
            return state == 'Z' || state == 'X';
        }
    }
}
