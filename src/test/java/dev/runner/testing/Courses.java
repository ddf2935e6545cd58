package dev.runner.testing;

import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Exercise;
import dev.runner.course.Manifest;
import dev.runner.course.ManifestReader;
import dev.runner.course.Workspace;
import dev.runner.verify.Planner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A course that is written file by file into a directory of a test, and read as the program reads it. */
public final class Courses {
    private final Path root;

    private Courses(Path root) {
        this.root = root;
    }

    /** An empty course in that directory. */
    public static Courses in(Path root) {
        return new Courses(root);
    }

    /** With that file. */
    public Courses with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With that file. */
    public Courses with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Where it lies. */
    public Workspace workspace() {
        return new Workspace(root);
    }

    /** What it teaches. */
    public Course course() {
        return CourseReader.read(workspace());
    }

    /** How it is compiled. */
    public Manifest manifest() {
        return ManifestReader.read(workspace(), course().format());
    }

    /** The exercise of that name. */
    public Exercise exercise(String name) {
        return course().exercise(name).orElseThrow();
    }

    /** Plans its exercises with the usual limits. */
    public Planner planner() {
        return new Planner(workspace(), course(), manifest(), null);
    }
}
