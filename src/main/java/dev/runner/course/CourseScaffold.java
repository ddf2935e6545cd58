package dev.runner.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The beginning of a course: one exercise that shows an author every part, and passes the author's check. */
public final class CourseScaffold {
    private static final List<String> FILES = List.of(
            "info.toml",
            "Cargo.toml",
            "README.md",
            "exercises/01_first/README.md",
            "exercises/01_first/first1.rs",
            "solutions/01_first/first1.rs",
            "wrong/first1_counts_all.rs");

    private static final String GITIGNORE = "target/\n.runner/\nCargo.lock\n";

    private CourseScaffold() {}

    /** Writes it into {@code directory}, which is made if it is not there. Replaces nothing. */
    public static Workspace writeTo(Path directory) throws IOException {
        for (String name : FILES) {
            Path file = directory.resolve(name);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, resource(name), StandardOpenOption.CREATE_NEW);
        }
        Files.writeString(directory.resolve(".gitignore"), GITIGNORE, StandardOpenOption.CREATE_NEW);
        return new Workspace(directory);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = CourseScaffold.class.getResourceAsStream("/scaffold/" + name)) {
            if (stream == null) {
                throw new IOException("the program lacks its own file " + name);
            }
            return stream.readAllBytes();
        }
    }
}
