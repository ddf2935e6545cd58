package dev.runner.cli;

import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Exercise;
import dev.runner.course.Finding;
import dev.runner.course.Workspace;
import dev.runner.progress.Progress;
import dev.runner.progress.ProgressException;
import dev.runner.progress.ProgressStore;
import dev.runner.verify.Planner;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The course that a command works on, read.
 *
 * @param files what its files say
 * @param course what it teaches
 * @param store what the learner has done
 * @param terminal where remarks go
 * @param tests what its exercises' tests are held against
 */
record OpenCourse(CompiledFiles files, Course course, ProgressStore store, Terminal terminal, TestRecord tests) {
    static OpenCourse open(Workspace workspace, Context context, Terminal terminal) {
        CompiledFiles files = new CompiledFiles(workspace, context.version());
        Course course = files.course();
        ProgressStore store = new ProgressStore(
                workspace, course, context.clock(), notice -> terminal.remark(ProblemView.warning(notice)));
        return new OpenCourse(files, course, store, terminal, new TestRecord(workspace, context.version()));
    }

    /** Where it lies. */
    Workspace workspace() {
        return files.workspace();
    }

    /** Plans that judge exercises; {@code time} is the usual limit, or null for ours. */
    Planner planner(@Nullable Duration time) {
        return new Planner(workspace(), course, files.manifest(course.format()), time).comparing(tests::of);
    }

    /** The exercise of that name, or the current one where there is no name. */
    Exercise exercise(@Nullable String name) {
        return name == null ? store.load().currentIn(course) : named(name);
    }

    /**
     * The exercise of that name; a path to its file is as good.
     *
     * @throws UsageException if there is none
     */
    Exercise named(String name) {
        String plain = name.replace('\\', '/');
        for (Exercise exercise : course.exercises()) {
            String source = exercise.source().toString().replace('\\', '/');
            if (exercise.name().equals(plain) || source.equals(plain) || plain.endsWith("/" + source)) {
                return exercise;
            }
        }
        throw unknown(name);
    }

    UsageException unknown(String name) {
        String nearest = null;
        int least = 3;
        for (Exercise exercise : course.exercises()) {
            int distance =
                    distance(name.toLowerCase(Locale.ROOT), exercise.name().toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = exercise.name();
            }
        }
        return new UsageException(
                "there is no exercise \"" + name + "\"",
                nearest == null ? "list them with: runner list" : "did you mean \"" + nearest + "\"? All: runner list");
    }

    /** The selected exercises whose file is missing or unreadable, as findings of the course. */
    List<Finding> missingAmong(List<Exercise> selected) {
        List<Integer> lines = selected.stream().map(Exercise::line).toList();
        return CourseReader.missingSources(workspace(), course).stream()
                .filter(finding -> lines.contains(finding.line()))
                .toList();
    }

    /** Keeps what was done. A disk that takes nothing is no reason to withhold a verdict: then it is said, no more. */
    Progress keep(UnaryOperator<Progress> change) {
        try {
            return store.update(change);
        } catch (ProgressException notKept) {
            terminal.remark(ProblemView.warning(String.valueOf(notKept.getMessage())));
            return change.apply(known());
        }
    }

    /** Keeps what was done, where nothing may be written beside; what went wrong, or null. */
    @Nullable
    String keepQuietly(UnaryOperator<Progress> change) {
        try {
            var unused = store.update(change);
            return null;
        } catch (ProgressException notKept) {
            return notKept.getMessage();
        }
    }

    private Progress known() {
        try {
            return store.load();
        } catch (ProgressException unreadable) {
            // It was said a moment ago.
            return Progress.NONE;
        }
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
