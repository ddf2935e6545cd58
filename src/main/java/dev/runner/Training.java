package dev.runner;

import dev.runner.course.BundledCourse;
import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Workspace;
import dev.runner.progress.ProgressStore;
import dev.runner.verify.Scratch;
import dev.runner.view.JLineScreen;
import dev.runner.view.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * What the program does while a JVM notes which classes it loads, so that the launcher can have an archive made of them: a
 * learner's usual commands in a workspace of its own, the classes of the watch's screen, which needs a terminal, and those of
 * judging, of which the commands meet a part.
 */
final class Training {
    /** Over in a blink, or felt as slow. */
    private static final List<List<String>> SHORT_COMMANDS =
            List.of(List.of("hint"), List.of("hint", "intro2"), List.of("list"));

    private static final List<List<String>> LONG_COMMANDS = List.of(
            List.of("--version"),
            List.of("hint", "--help"),
            List.of("run"),
            List.of("verify", "00_intro"),
            List.of("verify", "--solutions", "00_intro"),
            List.of("verify", "--solutions", "00_intro"),
            List.of("watch", "--plain"));

    private static final List<String> PACKAGES =
            List.of("dev/runner/watch/", "dev/runner/view/", "dev/runner/verify/", "org/jline/");

    private Training() {}

    /**
     * Runs it; what the commands print goes where it always goes.
     *
     * @param shortOnly only what the short commands need
     */
    static void run(boolean shortOnly) {
        try {
            Path directory = Files.createTempDirectory("runner-training-");
            try {
                Workspace workspace = BundledCourse.copyTo(directory.resolve("course"));
                begin(workspace);
                perform(SHORT_COMMANDS, workspace);
                if (!shortOnly) {
                    perform(LONG_COMMANDS, workspace);
                    tryTerminal();
                    loadClasses();
                }
            } finally {
                Scratch.delete(directory);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Whoever asks for a hint has mostly done something before, and that is read. */
    private static void begin(Workspace workspace) {
        Course course = CourseReader.read(workspace);
        Clock clock = Clock.systemUTC();
        new ProgressStore(workspace, course, clock, notice -> {})
                .update(progress -> progress.attempted(course.exercises().get(0), true, clock.instant())
                        .revealed(course.exercises().get(1), 1)
                        .at(course.exercises().get(1)));
    }

    private static void perform(List<List<String>> commands, Workspace workspace) {
        commands.forEach(words -> new App(workspace.root()).run(words.toArray(String[]::new)));
    }

    /** There is none here; what leads to that is most of what taking one over needs. */
    private static void tryTerminal() {
        try {
            new JLineScreen.SystemOpener(true, () -> new Theme(true, true))
                    .open(key -> {}, () -> {})
                    .close();
        } catch (IllegalStateException none) {
            // As expected.
        }
    }

    private static void loadClasses() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("java.class.path"))) {
            jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class")
                            && PACKAGES.stream().anyMatch(name::startsWith)
                            && !name.startsWith("META-INF/"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(Training::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError optional) {
            // A library's class for something that is not here.
        }
    }
}
