package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.Backups;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes exercises what they were before the learner touched them; what they hold is kept. */
final class Resetting {
    /**
     * What was done.
     *
     * @param reset the exercises that are as they were
     * @param unknown those of which nobody knows what they were
     * @param backup where the old contents are, or null where nothing was reset
     */
    record Outcome(
            List<Exercise> reset,
            List<Exercise> unknown,
            @Nullable Path backup) {}

    private final Workspace workspace;
    private final Originals originals;

    Resetting(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.originals = new Originals(workspace, environment);
    }

    Outcome reset(List<Exercise> selected) throws InterruptedException {
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        List<Exercise> reset = new ArrayList<>();
        List<Exercise> unknown = new ArrayList<>();
        for (Exercise exercise : selected) {
            Optional<byte[]> original = originals.of(exercise);
            if (original.isPresent()) {
                contents.put(exercise.source(), original.get());
                reset.add(exercise);
            } else {
                unknown.add(exercise);
            }
        }
        Path backup = contents.isEmpty() ? null : new Backups(workspace).replace(contents);
        return new Outcome(reset, unknown, backup);
    }
}
