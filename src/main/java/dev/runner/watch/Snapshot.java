package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the files of an exercise look like from outside: its own, and those beside it that belong to no other exercise, as
 * an exercise of several files has them. Two snapshots differ when a file was written, even with the content that it had.
 *
 * @param files size and time of change of each file; empty when the exercise's own is gone or empty
 */
record Snapshot(Map<Path, String> files) {
    /** Deep enough for modules of modules, and no walk through a whole disk. */
    private static final int DEPTH = 4;

    static Snapshot of(Workspace workspace, Course course, Exercise exercise) {
        Path own = workspace.source(exercise);
        String state = state(own);
        if (state.isEmpty()) {
            return new Snapshot(Map.of());
        }
        Map<Path, String> files = new TreeMap<>();
        files.put(own, state);
        Path directory = own.getParent();
        if (directory != null) {
            Set<Path> others =
                    course.exercises().stream().map(workspace::source).collect(Collectors.toSet());
            beside(directory, others, files);
        }
        return new Snapshot(files);
    }

    /** Whether there is something to check. */
    boolean isReady() {
        return !files.isEmpty();
    }

    /** Whether that file, one of ours, is as it was. */
    boolean stillHolds(Path file) {
        return state(file).equals(files.getOrDefault(file, ""));
    }

    private static void beside(Path directory, Set<Path> others, Map<Path, String> files) {
        Set<Path> foreign = others.stream()
                .map(Path::getParent)
                .filter(parent -> parent != null && !parent.equals(directory))
                .collect(Collectors.toSet());
        try (Stream<Path> found = Files.walk(directory, DEPTH)) {
            found.filter(file -> file.toString().endsWith(".rs") && !others.contains(file))
                    .filter(file -> foreign.stream().noneMatch(file::startsWith))
                    .forEach(file -> files.put(file, state(file)));
        } catch (IOException | UncheckedIOException gone) {
            // A file that comes and goes while we look is seen the next time.
        }
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            boolean nothing = attributes.size() == 0 || !attributes.isRegularFile();
            return nothing ? "" : attributes.size() + "@" + attributes.lastModifiedTime();
        } catch (IOException gone) {
            return "";
        }
    }
}
