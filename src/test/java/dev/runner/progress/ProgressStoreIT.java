package dev.runner.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.stream.JsonReader;
import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes at once, as when a learner watches in one window and verifies in another. */
final class ProgressStoreIT {
    private static final int PROCESSES = 3;
    private static final int EACH = 25;
    private static final Course COURSE = Courses.of("a");
    private static final Exercise A = COURSE.exercises().get(0);

    @TempDir
    Path directory;

    private static ProgressStore store(Path workspace) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T08:30:05Z"), ZoneOffset.UTC);
        return new ProgressStore(new Workspace(workspace), COURSE, clock, notice -> {
            throw new IllegalStateException(notice);
        });
    }

    /** What each of the processes runs: it waits for a byte and then makes its attempts. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            ProgressStore store = store(Path.of(arguments[0]));
            System.out.write('r');
            System.out.flush();
            if (System.in.read() < 0) {
                throw new IOException("nobody gave the start");
            }
            for (int i = 0; i < EACH; i++) {
                store.update(progress -> progress.attempted(A, false, Instant.EPOCH));
            }
        }
    }

    @Test
    void processesThatKeepProgressAtOnceLoseNothing() throws Exception {
        List<Process> writers = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                writers.add(start());
            }
            for (Process writer : writers) {
                assertThat(writer.getInputStream().read()).as("is ready").isEqualTo('r');
            }
            for (Process writer : writers) {
                writer.getOutputStream().write('g');
                writer.getOutputStream().close();
            }
            for (Process writer : writers) {
                String output = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(writer.exitValue()).as(output).isZero();
            }
        } finally {
            writers.forEach(Process::destroyForcibly);
        }

        assertThat(store(directory).load().of(A).attempts()).isEqualTo(PROCESSES * EACH);
    }

    private Process start() throws IOException, URISyntaxException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", classPath(), "-Xshare:auto", Writer.class.getName(), directory.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String classPath() throws URISyntaxException {
        List<String> places = new ArrayList<>();
        for (Class<?> type : List.of(Writer.class, ProgressStore.class, JsonReader.class)) {
            places.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, places);
    }
}
