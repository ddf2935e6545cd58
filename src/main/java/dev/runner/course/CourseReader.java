package dev.runner.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code info.toml}: rustlings v6 ({@code format_version = 1}), our superset of it, and rustlings v5. Unknown keys
 * are ignored, as rustlings does. Everything that is wrong is reported together.
 */
public final class CourseReader {
    private static final long FORMAT_VERSION = 1;
    private static final Set<String> COURSE_KEYS =
            Set.of("format_version", "title", "welcome_message", "final_message", "exercises");

    private final TomlTable root;
    private final TomlDocument document;
    private final List<Finding> findings;

    private CourseReader(TomlDocument document) {
        this.document = document;
        this.findings = new ArrayList<>(document.syntaxErrors());
        this.root = document.root(findings);
    }

    /**
     * The course of a workspace.
     *
     * @throws CourseException with everything that is wrong with its {@code info.toml}, by line
     */
    public static Course read(Workspace workspace) {
        if (!Files.exists(workspace.infoFile())) {
            throw new CourseException(List.of(new Finding(
                    workspace.infoFile().toString(),
                    0,
                    null,
                    "there is no course here",
                    "a directory with an info.toml; to get the bundled course type: runner init DIR")));
        }
        return new CourseReader(TomlDocument.read(workspace.infoFile(), Workspace.INFO_FILE)).course();
    }

    /**
     * The course that a text defines.
     *
     * @throws CourseException as {@link #read} does
     */
    static Course parse(String text) {
        return new CourseReader(TomlDocument.parse(Workspace.INFO_FILE, text)).course();
    }

    /**
     * The exercises whose source can't be read: each hurts only itself. A finding has the line of {@code info.toml} that
     * defines the exercise.
     */
    public static List<Finding> missingSources(Workspace workspace, Course course) {
        List<Finding> missing = new ArrayList<>();
        for (Exercise exercise : course.exercises()) {
            String problem = unreadable(workspace.source(exercise));
            if (problem != null) {
                missing.add(new Finding(
                        Workspace.INFO_FILE,
                        exercise.line(),
                        "exercise \"" + exercise.name() + "\"",
                        "its file " + exercise.source().toString().replace('\\', '/') + " " + problem,
                        "a readable source file there"));
            }
        }
        return missing;
    }

    /** Keys that nobody reads; one that is a slip of the pen away from a known key silently loses its meaning. */
    public static List<Finding> unknownKeys(Workspace workspace) {
        CourseReader reader = new CourseReader(TomlDocument.read(workspace.infoFile(), Workspace.INFO_FILE));
        List<Finding> unknown = new ArrayList<>();
        reader.unknownKeys(reader.document.root(unknown), COURSE_KEYS);
        List<TomlTable> exercises = reader.document.root(unknown).tables("exercises");
        for (TomlTable exercise : exercises == null ? List.<TomlTable>of() : exercises) {
            reader.unknownKeys(exercise, ExerciseReader.KEYS);
        }
        unknown.sort(Finding.ORDER);
        return unknown;
    }

    private void unknownKeys(TomlTable table, Set<String> known) {
        for (String key : table.keys()) {
            if (!known.contains(key)) {
                table.report(key, "is a key that nobody reads", "one of " + String.join(", ", sorted(known)));
            }
        }
    }

    private static List<String> sorted(Set<String> keys) {
        return keys.stream().sorted().toList();
    }

    private static @Nullable String unreadable(Path file) {
        if (Files.isDirectory(file)) {
            return "is a directory";
        }
        if (!Files.exists(file)) {
            return "is missing";
        }
        try (var stream = Files.newInputStream(file)) {
            stream.readNBytes(1);
            return null;
        } catch (IOException fault) {
            return "can't be read (" + fault.getClass().getSimpleName() + ")";
        }
    }

    private Course course() {
        List<TomlTable> tables = root.tables("exercises");
        Format format = format(tables);
        List<Exercise> exercises = exercises(tables, format);
        String title = root.string("title");
        String welcome = root.string("welcome_message");
        String closing = root.string("final_message");
        if (!findings.isEmpty()) {
            throw new CourseException(findings);
        }
        return new Course(format, title, welcome, closing, exercises);
    }

    /** v5 has no format version; what tells it is that its exercises have a path or a mode. */
    private Format format(@Nullable List<TomlTable> tables) {
        if (root.has("format_version")) {
            Long version = root.integer("format_version");
            if (version != null && version != FORMAT_VERSION) {
                root.report(
                        "format_version",
                        "is " + version + ", which this runner does not know"
                                + (version > FORMAT_VERSION ? "; a newer runner may" : ""),
                        Long.toString(FORMAT_VERSION));
            }
            return Format.RUSTLINGS_V6;
        }
        boolean v5 = tables != null && tables.stream().anyMatch(table -> table.has("path") || table.has("mode"));
        if (!v5) {
            root.report("format_version", "is missing", "format_version = " + FORMAT_VERSION);
        }
        return v5 ? Format.RUSTLINGS_V5 : Format.RUSTLINGS_V6;
    }

    private List<Exercise> exercises(@Nullable List<TomlTable> tables, Format format) {
        if (tables == null || tables.isEmpty()) {
            if (document.syntaxErrors().isEmpty() && findings.stream().noneMatch(CourseReader::isAboutExercises)) {
                root.report("exercises", "there are none", "at least one [[exercises]]");
            }
            return List.of();
        }
        boolean staged = tables.stream()
                .map(table -> table.get("hint"))
                .anyMatch(hint -> hint instanceof String text && HintParser.isStaged(text));
        ExerciseReader reader = new ExerciseReader(format, staged);
        List<Exercise> exercises = new ArrayList<>();
        Map<String, Exercise> byName = new HashMap<>();
        Set<String> sources = new HashSet<>();
        for (TomlTable table : tables) {
            Exercise exercise = reader.read(table);
            if (exercise != null) {
                refuseTwins(table, exercise, byName, sources);
                exercises.add(exercise);
            }
        }
        return exercises;
    }

    private static boolean isAboutExercises(Finding finding) {
        return "exercises".equals(finding.key());
    }

    private static void refuseTwins(
            TomlTable table, Exercise exercise, Map<String, Exercise> byName, Set<String> sources) {
        Exercise twin = byName.putIfAbsent(exercise.name(), exercise);
        if (twin != null) {
            table.report("name", "is the name of the exercise on line " + twin.line() + " too", "a name of its own");
        } else if (!sources.add(exercise.source().toString())) {
            table.report("path", "is the file of another exercise", "a file of its own");
        }
    }
}
