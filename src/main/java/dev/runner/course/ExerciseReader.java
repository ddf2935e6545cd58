package dev.runner.course;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one {@code [[exercises]]} table. */
final class ExerciseReader {
    static final Set<String> KEYS = Set.of(
            "name",
            "dir",
            "path",
            "mode",
            "test",
            "strict_clippy",
            "skip_check_unsolved",
            "hint",
            "fails_with",
            "timeout",
            "crates",
            "book",
            "description",
            "points");

    private static final Path EXERCISES = Path.of("exercises");
    private static final Path SOLUTIONS = Path.of("solutions");
    private static final double LONGEST_SECONDS = 86_400;
    private static final int MOST_POINTS = 1_000_000;

    private final Format format;
    private final boolean staged;

    /** @param staged whether the course parts its hints into stages itself */
    ExerciseReader(Format format, boolean staged) {
        this.format = format;
        this.staged = staged;
    }

    /** The exercise, or null where name or place can't be told; what is wrong goes to the table's findings. */
    @Nullable
    Exercise read(TomlTable table) {
        String name = name(table);
        if (name != null) {
            table.label(name);
        }
        Mode mode = mode(table);
        Path source = format == Format.RUSTLINGS_V5 ? path(table) : name == null ? null : inDirectory(table, name);
        Hint hint = hint(table);
        Duration timeout = timeout(table);
        boolean test = table.bool("test", true);
        boolean strict = table.bool("strict_clippy", false);
        boolean skip = table.bool("skip_check_unsolved", false);
        List<String> failsWith = table.strings("fails_with");
        List<String> crates = table.strings("crates");
        String book = table.string("book");
        String description = table.string("description");
        int points = points(table);
        if (name == null || source == null) {
            return null;
        }
        boolean v5 = format == Format.RUSTLINGS_V5;
        return new Exercise(
                name,
                chapter(source),
                source,
                solution(source),
                mode,
                v5 ? mode == Mode.TEST : test,
                v5 ? mode == Mode.CLIPPY : strict,
                skip,
                hint,
                failsWith,
                timeout,
                crates.stream().map(crate -> crate.replace('-', '_')).toList(),
                book,
                description,
                points,
                table.line());
    }

    private static @Nullable String name(TomlTable table) {
        String name = table.string("name");
        if (name == null) {
            if (!table.has("name")) {
                table.report("name", "is missing", "a name, which is also the file's");
            }
            return null;
        }
        if (name.isBlank()) {
            table.report("name", "is empty", "a name, which is also the file's");
            return null;
        }
        String fault = PathRules.fault(name);
        if (fault != null) {
            table.report(
                    "name", TomlKeys.quoted(name) + " " + fault, "a plain file name, best of letters, digits and _");
            return null;
        }
        return name;
    }

    private @Nullable Path inDirectory(TomlTable table, String name) {
        Path directory = EXERCISES;
        String dir = table.string("dir");
        // To rustlings an empty one is as good as none.
        if (dir != null && !dir.isEmpty()) {
            for (String part : dir.split("/", -1)) {
                String fault = PathRules.fault(part);
                if (fault != null) {
                    table.report("dir", TomlKeys.quoted(dir) + " " + fault, "a directory below exercises/");
                    return null;
                }
                directory = directory.resolve(part);
            }
        }
        return directory.resolve(name + ".rs");
    }

    private static @Nullable Path path(TomlTable table) {
        String path = table.string("path");
        if (path == null) {
            if (!table.has("path")) {
                table.report("path", "is missing", "a file such as \"exercises/intro/intro1.rs\"");
            }
            return null;
        }
        String fault = path.isEmpty() ? "is empty" : null;
        for (String part : path.replace('\\', '/').split("/", -1)) {
            fault = fault == null && !part.equals(".") ? PathRules.fault(part) : fault;
        }
        if (fault == null && !path.endsWith(".rs")) {
            fault = "is no Rust file";
        }
        if (fault != null) {
            table.report("path", TomlKeys.quoted(path) + " " + fault, "a .rs file inside the course");
            return null;
        }
        return Path.of(path.replace('\\', '/')).normalize();
    }

    private Mode mode(TomlTable table) {
        if (format == Format.RUSTLINGS_V6) {
            return Mode.STANDARD;
        }
        String mode = table.string("mode");
        if (mode == null) {
            if (!table.has("mode")) {
                table.report("mode", "is missing", MODES);
            }
            return Mode.COMPILE;
        }
        return switch (mode) {
            case "compile" -> Mode.COMPILE;
            case "test" -> Mode.TEST;
            case "clippy" -> Mode.CLIPPY;
            case "buildscript" -> Mode.BUILDSCRIPT;
            default -> {
                table.report("mode", TomlKeys.quoted(mode) + " is no mode", MODES);
                yield Mode.COMPILE;
            }
        };
    }

    private static final String MODES = "\"compile\", \"test\", \"clippy\" or \"buildscript\"";

    private Hint hint(TomlTable table) {
        String text = table.string("hint");
        if (text == null) {
            if (!table.has("hint")) {
                table.report("hint", "is missing", "a text, or at least \"\"");
            }
            return Hint.NONE;
        }
        return staged ? HintParser.staged(text) : HintParser.unstaged(text);
    }

    private static @Nullable Duration timeout(TomlTable table) {
        Double seconds = table.number("timeout");
        if (seconds == null) {
            return null;
        }
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            table.report(
                    "timeout", "is " + table.get("timeout"), "a number of seconds greater than 0, one day at most");
            return null;
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * 1000)));
    }

    private static int points(TomlTable table) {
        Long points = table.integer("points");
        if (points == null) {
            return 1;
        }
        if (points < 0 || points > MOST_POINTS) {
            table.report("points", "is " + points, "a whole number from 0 to " + MOST_POINTS);
            return 1;
        }
        return points.intValue();
    }

    private static String chapter(Path source) {
        Path parent = source.getParent();
        if (parent == null || parent.equals(EXERCISES)) {
            return "";
        }
        Path below = parent.startsWith(EXERCISES) ? EXERCISES.relativize(parent) : parent;
        return below.toString().replace('\\', '/');
    }

    private static Path solution(Path source) {
        return SOLUTIONS.resolve(source.startsWith(EXERCISES) ? EXERCISES.relativize(source) : source);
    }
}
