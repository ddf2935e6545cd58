package dev.runner.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process and everything that it started: its session, its descendants, and on Linux whatever still carries its cookie,
 * so that neither a new session nor a parent that is gone hides a process.
 */
final class Tree {
    private static final Path PROC = Path.of("/proc");
    private static final int TRIES = 50;

    private final Process root;
    private final long pid;
    private final byte[] cookie;

    /** @param cookie {@code NAME=value} as it stands in the environment of each process of the tree */
    Tree(Process root, String cookie) {
        this.root = root;
        this.pid = root.pid();
        this.cookie = cookie.getBytes(StandardCharsets.UTF_8);
    }

    long pid() {
        return pid;
    }

    /** Ends every process of the tree, and looks again until none is left. */
    void end() {
        killGroup();
        root.descendants().forEach(ProcessHandle::destroyForcibly);
        root.destroyForcibly();
        sweep();
    }

    /** Ends what the tree's first process left behind; cheap where it left nothing. */
    void sweep() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            List<Long> left = members(Integer.MAX_VALUE);
            left.remove(pid);
            if (left.isEmpty()) {
                return;
            }
            killGroup();
            left.forEach(member -> ProcessHandle.of(member).ifPresent(ProcessHandle::destroyForcibly));
            // Only while dying processes are still listed; what forks faster than this is stopped by the group's kill.
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    /** How many processes the tree holds; counting may end beyond {@code enough}. */
    int size(int enough) {
        return Files.isDirectory(PROC)
                ? members(enough).size()
                : (int) root.descendants().count() + 1;
    }

    private void killGroup() {
        if (!Files.isDirectory(PROC)) {
            return;
        }
        try {
            // Java has no call for a whole group, and only the system ends all of it at one moment.
            new ProcessBuilder("kill", "-KILL", "--", "-" + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            // Then one by one.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Live processes of the tree. Later processes have greater numbers, so the others need not be looked at. */
    private List<Long> members(int enough) {
        List<Long> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path entry : entries) {
                long candidate = Long.parseLong(entry.getFileName().toString());
                if (candidate >= pid && belongs(entry)) {
                    found.add(candidate);
                    if (found.size() > enough) {
                        break;
                    }
                }
            }
        } catch (IOException | NumberFormatException noProc) {
            root.descendants().forEach(handle -> found.add(handle.pid()));
        }
        return found;
    }

    private boolean belongs(Path entry) {
        try {
            Stat stat = Stat.parse(Files.readString(entry.resolve("stat"), StandardCharsets.ISO_8859_1));
            if (stat.dead()) {
                return false;
            }
            return stat.session() == pid || contains(Files.readAllBytes(entry.resolve("environ")), cookie);
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static boolean contains(byte[] environ, byte[] wanted) {
        int last = environ.length - wanted.length;
        for (int at = 0; at <= last; at++) {
            boolean begins = at == 0 || environ[at - 1] == 0;
            if (begins && java.util.Arrays.equals(environ, at, at + wanted.length, wanted, 0, wanted.length)) {
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
