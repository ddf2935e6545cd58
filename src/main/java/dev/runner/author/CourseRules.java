package dev.runner.author;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Finding;
import dev.runner.course.Format;
import dev.runner.course.Manifest;
import dev.runner.course.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds for a course as a whole: no file is astray, {@code Cargo.toml} lists what there is, no scene comes twice. */
final class CourseRules {
    private static final Path WRONG = Path.of("wrong");

    /** Two headers that share more of their words tell of the same scene. */
    private static final double SAME_SCENE = 0.6;

    private static final int SHORTEST_WORD = 4;

    private final Workspace workspace;
    private final Course course;
    private final List<Finding> findings = new ArrayList<>();

    private CourseRules(Workspace workspace, Course course) {
        this.workspace = workspace;
        this.course = course;
    }

    static List<Finding> check(Workspace workspace, Course course, Manifest manifest, List<Material> materials) {
        CourseRules rules = new CourseRules(workspace, course);
        if (course.format() == Format.RUSTLINGS_V6) {
            rules.strays(Path.of("exercises"), true);
            rules.strays(Path.of("solutions"), false);
            rules.strayAnswers();
            rules.binaries(manifest);
            rules.scenes(materials);
        }
        return rules.findings;
    }

    /** The wrong answers of an exercise, {@code wrong/NAME_WHAT.rs}, by name. */
    static List<Path> wrongAnswers(Workspace workspace, Course course, Exercise exercise) {
        return list(workspace.root().resolve(WRONG)).stream()
                .filter(file -> exercise.equals(ownerOf(file, course)))
                .map(file -> workspace.root().relativize(file))
                .toList();
    }

    /** The exercise with the longest name that the file's name begins with; null if there is none. */
    private static @Nullable Exercise ownerOf(Path file, Course course) {
        String name = String.valueOf(file.getFileName());
        Exercise owner = null;
        for (Exercise exercise : course.exercises()) {
            boolean fits = name.startsWith(exercise.name() + "_") && name.endsWith(".rs");
            if (fits
                    && (owner == null || owner.name().length() < exercise.name().length())) {
                owner = exercise;
            }
        }
        return owner;
    }

    private void strays(Path directory, boolean readmes) {
        Set<Path> expected = new HashSet<>();
        course.exercises().forEach(exercise -> expected.add(readmes ? exercise.source() : exercise.solution()));
        for (Path file : walk(workspace.root().resolve(directory))) {
            Path relative = workspace.root().relativize(file);
            boolean readme = readmes && relative.endsWith("README.md");
            if (!readme && !expected.contains(relative)) {
                stray(relative, "belongs to no exercise");
            }
        }
    }

    private void strayAnswers() {
        for (Path file : list(workspace.root().resolve(WRONG))) {
            if (ownerOf(file, course) == null) {
                stray(workspace.root().relativize(file), "belongs to no exercise");
            }
        }
    }

    private void stray(Path file, String problem) {
        String shown = file.toString().replace('\\', '/');
        findings.add(new Finding(shown, 0, null, problem, "no such file, or an exercise in info.toml"));
    }

    private void binaries(Manifest manifest) {
        if (!manifest.present()) {
            return;
        }
        Map<String, String> expected = new LinkedHashMap<>();
        for (Exercise exercise : course.exercises()) {
            expected.put(exercise.name(), slashed(exercise.source()));
            if (Files.exists(workspace.solution(exercise))) {
                expected.put(exercise.name() + "_sol", slashed(exercise.solution()));
            }
        }
        expected.forEach((name, path) -> {
            if (!path.equals(manifest.bins().get(name))) {
                binary("does not list { name = \"" + name + "\", path = \"" + path + "\" }");
            }
        });
        for (String name : new TreeSet<>(manifest.bins().keySet())) {
            if (!expected.containsKey(name)) {
                binary("lists \"" + name + "\", which is no exercise and no solution");
            }
        }
    }

    private void binary(String problem) {
        findings.add(new Finding(
                Workspace.MANIFEST_FILE, 0, "bin", problem, "every exercise and, as NAME_sol, every solution"));
    }

    private void scenes(List<Material> materials) {
        List<Material> earlier = new ArrayList<>();
        for (Material material : materials) {
            Set<String> words = sceneOf(material);
            for (Material other : earlier) {
                if (shared(words, sceneOf(other)) > SAME_SCENE) {
                    findings.add(new Finding(
                            material.shown(material.exercise().source()),
                            1,
                            null,
                            "tells the scene of " + other.exercise().name() + " again",
                            "a scene of its own"));
                }
            }
            earlier.add(material);
        }
    }

    /** The telling words of the comment that an exercise begins with. */
    private static Set<String> sceneOf(Material material) {
        Set<String> words = new TreeSet<>();
        material.source()
                .orElse("")
                .lines()
                .takeWhile(line -> line.startsWith("//"))
                .forEach(line -> Arrays.stream(line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .forEach(words::add));
        return words;
    }

    /** Jaccard's index. */
    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - both;
        return all < SHORTEST_WORD ? 0 : (double) both / all;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }

    private static List<Path> walk(Path directory) {
        try (Stream<Path> entries = Files.walk(directory)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException none) {
            return List.of();
        }
    }
}
