package dev.runner.verify;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Copies of a course for submissions to be judged in, without what nobody needs to see there. */
public final class CourseCopy {
    private static final Set<String> LEFT_OUT = Set.of("target", "solutions", ".git", ".runner", "wrong");
    private static final Path EXERCISES = Path.of("exercises");
    private static final String CLIPPY_FILE = "clippy.toml";

    private CourseCopy() {}

    /** Copies a course without its solutions, state and build output. */
    public static void of(Path course, Path target) throws IOException {
        Files.walkFileTree(course, new Copying(course, target, file -> true));
    }

    /** The course as far as one exercise may need it: of the exercises, what lies beside it. */
    static void around(Path course, Path source, Path target) throws IOException {
        Path beside = source.getParent();
        Files.walkFileTree(
                course,
                new Copying(
                        course,
                        target,
                        file -> !file.startsWith(EXERCISES) || Objects.equals(file.getParent(), beside)));
        Files.createDirectories(target.resolve(source).getParent());
        // clippy looks for its settings in the directories above, too; an empty file ends its search.
        if (!Files.exists(target.resolve(CLIPPY_FILE)) && !Files.exists(target.resolve("." + CLIPPY_FILE))) {
            Files.createFile(target.resolve(CLIPPY_FILE));
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private final Predicate<Path> wanted;

        Copying(Path from, Path to, Predicate<Path> wanted) {
            this.from = from;
            this.to = to;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            Path relative = from.relativize(directory);
            boolean leftOut = relative.getNameCount() == 1 && LEFT_OUT.contains(relative.toString());
            return leftOut || directory.equals(to) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Path relative = from.relativize(file);
            if (attributes.isRegularFile() && wanted.test(relative)) {
                Path copy = to.resolve(relative.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
