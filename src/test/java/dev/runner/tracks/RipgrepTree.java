package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A tree with {@code .gitignore} files that contradict one another. */
final class RipgrepTree {
    /** What every file of {@link #FILES} holds, with its own path. */
    private static final String TEXT = """
            a light, PATH
            A Light and 12 lamps

            no lamp in the café…
            "tab\there" \\ lighthouse
            """;

    private static final String ROOT_RULES = """
            # Everything that a build makes.
            target/
            *.log
            !keep.log
            /top.txt

            doc/*.html
            !doc/index.html
            **/cache/**
            \\#sharp
            \\!bang
            *.py[co]
            deep/**/leaf.txt
            !.hidden.kept
            blank\\\s
            trailing \s
            """;

    private static final String RULES_OF_A = """
            !*.log
            /keep.log
            only.txt
            !/b/only.txt
            b/no.txt
            """;

    static final List<String> FILES = words("""
            !bang
            #sharp
            .hidden
            .hidden.kept
            .secret/in.txt
            a/b/c/only.txt a/b/keep.log a/b/no.txt a/b/only.txt
            a/c/b/no.txt
            a/keep.log a/only.txt a/other.log a/target/x
            a.txt
            bytes.pyc bytes.pyx
            cache/in/it
            cache.txt
            deep/in/leaf.md deep/in/leaf.txt deep/leaf.txt
            doc/a.html doc/in/a.html doc/index.html
            in/cache/x in/top.txt
            keep.log
            other.log
            sub/keep/target/again.txt sub/target
            target/kept.txt
            top.txt
            trailing
            undone/x.log undone/y.txt
            """);

    private RipgrepTree() {}

    static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    static void plant(Path tree) throws IOException {
        for (String file : FILES) {
            write(tree, file, TEXT.replace("PATH", file).getBytes(UTF_8));
        }
        write(tree, "blank ", "a light\n".getBytes(UTF_8));
        write(tree, ".gitignore", ROOT_RULES.getBytes(UTF_8));
        write(tree, "a/.gitignore", RULES_OF_A.getBytes(UTF_8));
        write(tree, "undone/.gitignore", "!*\n*.txt\n".getBytes(UTF_8));
        write(tree, "target/.gitignore", "!kept.txt\n".getBytes(UTF_8));
        write(tree, "empty.txt", new byte[0]);
        write(tree, "binary.dat", "light\0light\n".getBytes(UTF_8));
        write(tree, "windows.txt", "a light\r\nlast light".getBytes(UTF_8));
        // rg obeys .gitignore in repositories only. Links are for nobody.
        Files.createDirectories(tree.resolve(".git"));
        Files.createSymbolicLink(tree.resolve("link.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(tree.resolve("a/round"), tree);
    }

    private static void write(Path tree, String file, byte[] bytes) throws IOException {
        Path path = tree.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
    }
}
