package dev.runner.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A process and everything that it started: its session, its descendants, and on Linux whatever still carries its cookie,
 * so that neither a new session nor a parent that is gone hides a process.
 */
final class Tree {
    private static final int TRIES = 50;
    private static final int BLURRED_TRIES = 3;

    private final Process root;
    private final long pid;
    private final Census census;

    /** @param cookie {@code NAME=value} as it stands in the environment of each process of the tree */
    Tree(Process root, String cookie) {
        this.root = root;
        this.pid = root.pid();
        this.census = new Census(pid, cookie);
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
        int blurred = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Census.Count count = count(Integer.MAX_VALUE);
            List<Long> left = new ArrayList<>(count.members());
            left.remove(pid);
            blurred += count.blurred() ? 1 : 0;
            if (left.isEmpty() && (!count.blurred() || blurred > BLURRED_TRIES)) {
                return;
            }
            if (left.isEmpty() && blurred < BLURRED_TRIES) {
                // Mostly it was a process of somebody else that ended; another look is cheaper than what follows.
                continue;
            }
            // What forks faster than one can look is ended by this alone.
            killGroup();
            left.forEach(member -> ProcessHandle.of(member).ifPresent(ProcessHandle::destroyForcibly));
            if (!left.isEmpty()) {
                // Dying processes are still listed for a moment.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }
    }

    /** How many processes the tree holds; counting may end beyond {@code enough}. */
    int size(int enough) {
        return count(enough).members().size();
    }

    private Census.Count count(int enough) {
        try {
            return census.take(enough);
        } catch (IOException noProc) {
            List<Long> handles =
                    root.descendants().map(ProcessHandle::pid).collect(Collectors.toCollection(ArrayList::new));
            handles.add(pid);
            return new Census.Count(handles, false);
        }
    }

    private void killGroup() {
        if (!Files.isDirectory(Census.PROC)) {
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
}
