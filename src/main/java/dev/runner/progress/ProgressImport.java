package dev.runner.progress;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Format;
import dev.runner.course.NotDoneMarker;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a learner did with another program before: rustlings v6 keeps {@code .rustlings-state.txt} (a comment line, an
 * empty line, the current exercise, an empty line, a done exercise a line); in rustlings v5 an exercise is done when its
 * file does not say {@code I AM NOT DONE}.
 */
final class ProgressImport {
    private static final String RUSTLINGS_STATE = ".rustlings-state.txt";
    private static final int CURRENT_LINE = 2;
    private static final int FIRST_DONE_LINE = 4;

    private ProgressImport() {}

    static Progress read(Workspace workspace, Course course, Instant time) throws IOException {
        Path state = workspace.root().resolve(RUSTLINGS_STATE);
        if (Files.isRegularFile(state)) {
            return rustlings(Files.readString(state, StandardCharsets.UTF_8), course, time);
        }
        return course.format() == Format.RUSTLINGS_V5 ? marks(workspace, course, time) : Progress.NONE;
    }

    private static Progress rustlings(String text, Course course, Instant time) {
        List<String> lines = text.lines().map(String::strip).toList();
        Progress progress = Progress.NONE;
        for (int line = FIRST_DONE_LINE; line < lines.size(); line++) {
            if (course.exercise(lines.get(line)).isPresent()) {
                progress = progress.imported(lines.get(line), time);
            }
        }
        if (lines.size() > CURRENT_LINE) {
            Progress done = progress;
            return course.exercise(lines.get(CURRENT_LINE)).map(done::at).orElse(done);
        }
        return progress;
    }

    private static Progress marks(Workspace workspace, Course course, Instant time) {
        Progress progress = Progress.NONE;
        for (Exercise exercise : course.exercises()) {
            try {
                byte[] bytes = Files.readAllBytes(workspace.source(exercise));
                if (NotDoneMarker.line(new String(bytes, StandardCharsets.UTF_8))
                        .isEmpty()) {
                    progress = progress.imported(exercise.name(), time);
                }
            } catch (IOException unreadable) {
                // Then it is not done.
            }
        }
        return progress;
    }
}
