package dev.runner.toolchain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Ends what we started when we are ended ourselves, even by a signal that nothing can catch. A small shell of its own
 * session reads from us which trees there are; when our end closes its input without a farewell, it kills their groups,
 * and then what carries our cookie. Started with the first process; on systems without {@code /proc} there is none.
 */
final class Guard {
    private static final String SCRIPT = """
            trap '' INT HUP TERM
            trees=' '
            while read -r word pid; do
              case $word in
                watch) trees="$trees$pid " ;;
                release) trees="${trees%%" $pid "*} ${trees#*" $pid "}" ;;
                farewell) exit 0 ;;
              esac
            done
            for pid in $trees; do kill -KILL -- "-$pid" 2>/dev/null; done
            for round in 1 2 3; do
              for entry in /proc/[0-9]*; do
                pid=${entry#/proc/}
                [ "$pid" = "$$" ] && continue
                if grep -qzF -- "$1" "$entry/environ" 2>/dev/null; then kill -KILL "$pid" 2>/dev/null; fi
              done
            done
            """;

    private final String cookiePrefix;
    private final Set<Long> watched = new HashSet<>();
    private @Nullable OutputStream lines;
    private boolean tried;
    private boolean closed;
    private int expected;

    /** @param cookiePrefix what the environment of each of our processes holds */
    Guard(String cookiePrefix) {
        this.cookiePrefix = cookiePrefix;
    }

    /**
     * A process is about to be started: whatever becomes of us, it will be found by its cookie. Followed by {@link #watch},
     * or by {@link #expectNoMore} if it could not be started.
     *
     * @throws CancellationException if we are ending
     */
    synchronized void expect() {
        if (closed) {
            throw new CancellationException("the runner is ending");
        }
        if (!tried) {
            tried = true;
            start();
        }
        expected++;
    }

    synchronized void expectNoMore() {
        expected--;
    }

    /** From now on the tree of that process, which was expected, is ended with us. */
    synchronized void watch(long pid) {
        expected--;
        watched.add(pid);
        say("watch " + pid);
    }

    /** That tree has ended. */
    synchronized void release(long pid) {
        watched.remove(pid);
        say("release " + pid);
    }

    private void start() {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return;
        }
        try {
            lines = new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "runner-guard", cookiePrefix)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "guard-farewell"));
        } catch (IOException | IllegalStateException without) {
            // Then only our orderly ends end the others.
        }
    }

    /** In an orderly end nothing should be running; what is, the guard ends, because it hears no farewell. */
    private synchronized void close() {
        closed = true;
        if (watched.isEmpty() && expected == 0) {
            say("farewell");
        }
        if (lines != null) {
            try {
                lines.close();
            } catch (IOException gone) {
                // As wanted.
            }
        }
    }

    private void say(String line) {
        if (lines == null) {
            return;
        }
        try {
            lines.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            lines.flush();
        } catch (IOException gone) {
            lines = null;
        }
    }
}
