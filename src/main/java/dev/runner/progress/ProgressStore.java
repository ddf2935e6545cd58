package dev.runner.progress;

import dev.runner.course.Course;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The file that keeps a learner's {@link Progress}: {@code .runner/progress.json} in the workspace. Replaced atomically
 * and changed under a lock, so that two runners at once lose nothing. A file that can't be understood is put aside, never
 * overwritten. Safe for use by many threads.
 */
public final class ProgressStore {
    /** A lock on a file keeps other processes out, and is refused to a second thread of this one. */
    private static final Object THIS_PROCESS = new Object();

    private final Workspace workspace;
    private final Course course;
    private final Clock clock;
    private final Consumer<String> notices;

    /** @param notices hears, a line each, what the learner should know of, such as a file that was put aside */
    public ProgressStore(Workspace workspace, Course course, Clock clock, Consumer<String> notices) {
        this.workspace = workspace;
        this.course = course;
        this.clock = clock;
        this.notices = notices;
    }

    /** Where it is kept. */
    public Path file() {
        return workspace.stateDirectory().resolve("progress.json");
    }

    /**
     * What is kept now; what another program knows where we have kept nothing yet.
     *
     * @throws ProgressException if the file is there and can't be read
     */
    public Progress load() {
        try {
            return kept();
        } catch (IOException broken) {
            return loadAlone(broken);
        }
    }

    /**
     * Changes what is kept and returns the result.
     *
     * @param change applied to what is kept at that moment, which may be more than was loaded before
     * @throws ProgressException if it can't be kept; the old file is then as it was
     */
    public Progress update(UnaryOperator<Progress> change) {
        try {
            Files.createDirectories(workspace.stateDirectory());
            return alone(() -> {
                Progress before = keptOrPutAside();
                Progress after = change.apply(before);
                String text = ProgressJson.write(after);
                if (!text.equals(content())) {
                    AtomicFile.write(file(), text);
                }
                return after;
            });
        } catch (IOException fault) {
            throw new ProgressException(
                    "progress could not be saved in " + file() + ": " + reason(fault),
                    "make room or give write permission there; nothing that was saved before is lost",
                    fault);
        }
    }

    /** What is done while nobody else, in this process or another, changes the file. */
    private interface Work {
        Progress run() throws IOException;
    }

    private Progress alone(Work work) throws IOException {
        synchronized (THIS_PROCESS) {
            Path lockFile = workspace.stateDirectory().resolve("lock");
            try (FileChannel channel =
                    FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Closing the channel gives the lock back.
                channel.lock();
                return work.run();
            }
        }
    }

    /** Another runner may have put the broken file aside and written a good one by now, so look again. */
    private Progress loadAlone(IOException broken) {
        try {
            return alone(this::keptOrPutAside);
        } catch (IOException fault) {
            throw unreadable(broken, fault);
        }
    }

    private Progress keptOrPutAside() {
        try {
            return kept();
        } catch (IOException broken) {
            return putAside(broken);
        }
    }

    /** @throws IOException if what is kept can't be understood */
    private Progress kept() throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file());
        } catch (NoSuchFileException nothingYet) {
            return imported();
        } catch (IOException fault) {
            throw unreadable(fault, fault);
        }
        return ProgressJson.read(StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString());
    }

    /** What the file holds; empty if that can't be said. */
    private String content() {
        try {
            return Files.readString(file());
        } catch (IOException absentOrDamaged) {
            return "";
        }
    }

    private Progress imported() {
        try {
            return ProgressImport.read(workspace, course, clock.instant());
        } catch (IOException unreadable) {
            notices.accept("progress of another program could not be read: " + reason(unreadable));
            return Progress.NONE;
        }
    }

    /** Keeps a file that can't be understood under another name, so that nothing is lost. */
    private Progress putAside(IOException broken) {
        String name = "progress.json.corrupt-" + stamp();
        Path aside = file().resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = file().resolveSibling(name + "-" + number);
        }
        try {
            Files.move(file(), aside);
        } catch (IOException fault) {
            throw unreadable(broken, fault);
        }
        notices.accept("progress could not be understood (" + reason(broken) + "); it was kept as " + aside
                + " and progress starts anew");
        return imported();
    }

    private String stamp() {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
    }

    private ProgressException unreadable(IOException broken, IOException fault) {
        return new ProgressException(
                file() + " can't be read: " + reason(broken),
                "repair it, or move it to another place; then progress starts anew",
                fault);
    }

    private static String reason(IOException fault) {
        String message = fault.getMessage();
        return fault.getClass() == IOException.class && message != null
                ? message
                : fault.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }
}
