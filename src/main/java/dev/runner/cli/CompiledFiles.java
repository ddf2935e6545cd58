package dev.runner.cli;

import dev.runner.course.CompiledCourse;
import dev.runner.course.CompiledManifest;
import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Format;
import dev.runner.course.Manifest;
import dev.runner.course.ManifestReader;
import dev.runner.course.Workspace;
import dev.runner.progress.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a workspace's files say, taken from compiled forms in {@code .runner} where these still hold; where not, it is read
 * again and compiled for the next time. A disk that takes nothing is no reason to say anything.
 *
 * @param workspace where the files lie
 * @param version the program's version
 */
record CompiledFiles(Workspace workspace, String version) {
    /** A compiled form. */
    private interface Form<T> {
        Optional<T> read(byte[] compiled, byte[] source);

        byte[] write(T value, byte[] source);
    }

    /**
     * The course.
     *
     * @throws dev.runner.course.CourseException if it is invalid
     */
    Course course() {
        return compiled(workspace.infoFile(), "course.bin", () -> CourseReader.read(workspace), new Form<>() {
            @Override
            public Optional<Course> read(byte[] compiled, byte[] source) {
                return CompiledCourse.read(compiled, source, version);
            }

            @Override
            public byte[] write(Course course, byte[] source) {
                return CompiledCourse.write(course, source, version);
            }
        });
    }

    /** How the exercises are compiled. */
    Manifest manifest(Format format) {
        if (format == Format.RUSTLINGS_V5) {
            return ManifestReader.read(workspace, format);
        }
        Manifest stated = compiled(
                workspace.manifestFile(), "manifest.bin", () -> ManifestReader.stated(workspace, format), new Form<>() {
                    @Override
                    public Optional<Manifest> read(byte[] compiled, byte[] source) {
                        return CompiledManifest.read(compiled, source, version);
                    }

                    @Override
                    public byte[] write(Manifest manifest, byte[] source) {
                        return CompiledManifest.write(manifest, source, version);
                    }
                });
        return ManifestReader.besides(workspace, format, stated);
    }

    private <T> T compiled(Path file, String name, Supplier<T> reader, Form<T> form) {
        Path compiled = workspace.stateDirectory().resolve(name);
        try {
            byte[] source = Files.readAllBytes(file);
            if (Files.exists(compiled)) {
                Optional<T> known = form.read(Files.readAllBytes(compiled), source);
                if (known.isPresent()) {
                    return known.get();
                }
            }
            T value = reader.get();
            if (Files.isDirectory(workspace.stateDirectory())) {
                AtomicFile.write(compiled, form.write(value, source));
            }
            return value;
        } catch (IOException unreadable) {
            // The reader says what is wrong.
            return reader.get();
        }
    }
}
