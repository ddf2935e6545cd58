package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mini-rg of track 30 beside {@code rg} and {@code grep}, on trees with nested {@code .gitignore} files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "compares with programs that write / in paths")
class RipgrepTrackIT {
    private static final String SOURCE = "solutions/30_ripgrep/ripgrep11.rs";

    /** In ASCII, because Java hands arguments on in the charset of its own locale. */
    private static final List<String> PATTERNS = RipgrepTree.words("""
            light
            LIGHT
            l.*t
            ^a..*
            [0-9]+.lamps?$
            \\.txt
            caf..$
            [^a-z,]+[A-Z]
            ^$
            t$
            x*
            nowhere-at-all
            """);

    @TempDir
    private static Path temporary;

    private static Path tree = Path.of("tree");
    private static Path program = Path.of("ripgrep11");

    @BeforeAll
    static void compileAndPlant() throws Exception {
        program = temporary.resolve("ripgrep11");
        Run rustc = run("rustc", "--edition", "2024", "-o", program.toString(), SOURCE);
        assertThat(rustc.out() + rustc.err()).isEmpty();
        tree = temporary.resolve("tree");
        RipgrepTree.plant(tree);
    }

    @Test
    void whatIsNotIgnoredIsFound() throws Exception {
        assertThat(pathsWithLight()).isEqualTo(RipgrepTree.words("""
                .hidden.kept
                a/b/keep.log a/b/only.txt
                a/c/b/no.txt
                a/other.log
                a.txt
                bytes.pyx
                cache.txt
                deep/in/leaf.md
                doc/in/a.html doc/index.html
                in/top.txt
                keep.log
                sub/target
                undone/x.log
                windows.txt
                """));
    }

    @Test
    void withoutIgnoringOnlyWhatIsHiddenIsLeftOut() throws Exception {
        List<String> expected = Stream.concat(RipgrepTree.FILES.stream(), Stream.of("blank ", "windows.txt"))
                .filter(file -> !file.startsWith("."))
                .toList();
        assertThat(pathsWithLight("--no-ignore")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> pathsWithLight(String... flags) throws Exception {
        Run run = miniRg(List.of(flags), "a light");
        assertThat(run.exit()).isZero();
        String start = tree + "/";
        return run.out()
                .lines()
                .map(line -> line.substring(start.length(), line.indexOf(":a light")))
                .toList();
    }

    static Stream<List<String>> flags() {
        return Stream.of(
                List.of(),
                List.of("-n"),
                List.of("-c"),
                List.of("-i", "-n"),
                List.of("--no-ignore", "-n"),
                List.of("--no-ignore", "-i", "-c"));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void itPrintsWhatRipgrepPrints(List<String> flags) throws Exception {
        assumeInstalled("rg");
        for (String pattern : PATTERNS) {
            assertThat(miniRg(flags, pattern)).as("%s %s", flags, pattern).isEqualTo(rg(flags, pattern));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "l[a-i]*", "\"", "f[^a-z ]", "[tT]a?b?\t", "\\\\", "lam?p*"})
    void itsJsonIsThatOfRipgrep(String pattern) throws Exception {
        assumeInstalled("rg");
        List<String> theirs = rg(List.of("--json"), pattern)
                .out()
                .lines()
                .filter(line -> line.startsWith("{\"type\":\"match\""))
                .toList();
        assertThat(theirs).isNotEmpty();
        assertThat(miniRg(List.of("--json"), pattern).out().lines()).containsExactlyElementsOf(theirs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"light", "l.*t", "^a .*PATH", "^a light", "lamps$", "[0-9] l", "\\.", "a*", "^[A-Z]", "caf.."})
    void withoutIgnoringItPrintsWhatGrepPrints(String pattern) throws Exception {
        assumeInstalled("grep");
        // -I: no binary files. Hidden files are no business of ours; grep does not know them.
        Run grep = run(
                "grep",
                "-rnI",
                "--exclude=.*",
                "--exclude-dir=.git",
                "--exclude-dir=.secret",
                pattern,
                tree.toString());
        Run ours = miniRg(List.of("--no-ignore", "-n"), pattern);
        assertThat(ours.out().lines().sorted().toList())
                .isEqualTo(grep.out().lines().sorted().toList());
        assertThat(ours.exit()).isEqualTo(grep.exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"l.ght", "caf.", "caf", "[^a]+$"})
    void bytesThatAreNoTextAreSearchedAndPrinted(String pattern) throws Exception {
        assumeInstalled("rg");
        Path file = Files.write(temporary.resolve("latin.txt"), "café\nl\u00efght, light\n".getBytes(ISO_8859_1));
        Run theirs = run("rg", "--no-config", "--color=never", "-Hn", "-e", pattern, file.toString());
        assertThat(run(program.toString(), "-n", pattern, file.toString()).out())
                .isEqualTo(theirs.out());
    }

    /** The exercises themselves are a tree that nobody made for this test. */
    @ParameterizedTest
    @ValueSource(strings = {"TODO", "fn [a-z_]+\\(text", "^use std::.*;$", "[^ -~]+", "\\*\\*"})
    void itSearchesTheRepositoryAsRipgrepDoes(String pattern) throws Exception {
        assumeInstalled("rg");
        Run theirs = rg(List.of("-n"), pattern, "exercises");
        assertThat(theirs.exit()).isZero();
        assertThat(run(program.toString(), "-n", pattern, "exercises").out()).isEqualTo(theirs.out());
    }

    @Test
    void itDoesTheSameEveryTime() throws Exception {
        Run first = miniRg(List.of("-n"), "l.*");
        for (int n = 0; n < 20; n++) {
            assertThat(miniRg(List.of("-n"), "l.*")).isEqualTo(first);
        }
    }

    @Test
    void withoutArgumentsItShowsAnExample() throws Exception {
        assertThat(run(program.toString()))
                .isEqualTo(new Run(0, "shopping.txt:two lamps\nshopping.txt:a loom\nshopping.txt:lime juice\n", ""));
    }

    @Test
    void whatGoesWrongIsSaid() throws Exception {
        Run nowhere = run(program.toString(), "light", tree.resolve("nowhere").toString());
        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).startsWith(tree.resolve("nowhere") + ": ");
        assertThat(miniRg(List.of(), "a|b")).isEqualTo(new Run(2, "", "a|b: not understood: |\n"));
    }

    private static Run miniRg(List<String> flags, String pattern) throws Exception {
        return run(concat(List.of(program.toString()), flags, List.of(pattern, tree.toString())));
    }

    private static Run rg(List<String> flags, String pattern) throws Exception {
        return rg(flags, pattern, tree.toString());
    }

    /** Without what a user may have set up, and in the form and the order of ours. */
    private static Run rg(List<String> flags, String pattern, String directory) throws Exception {
        List<String> always = List.of(
                "rg", "--no-config", "--no-ignore-parent", "--sort=path", "--no-heading", "--color=never", "-H");
        return run(concat(always, flags, List.of("-e", pattern, directory)));
    }

    private static String[] concat(List<String> start, List<String> flags, List<String> rest) {
        return Stream.of(start, flags, rest).flatMap(List::stream).toArray(String[]::new);
    }

    private static void assumeInstalled(String name) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        assumeTrue(installed, name + " is not installed");
    }

    /** What a program did. Each byte of its output is one character here. */
    private record Run(int exit, String out, String err) {}

    private static Run run(String... command) throws Exception {
        Path out = Files.createTempFile(temporary, "out", "");
        Path err = Files.createTempFile(temporary, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(temporary, "in", "").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // UTF-8 for grep, and no settings of git for rg.
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment()
                .put("GIT_CONFIG_GLOBAL", temporary.resolve("no-settings").toString());
        builder.environment()
                .put("XDG_CONFIG_HOME", temporary.resolve("no-settings").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ended", command[0])
                    .isTrue();
            return new Run(process.exitValue(), text(out), text(err));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), ISO_8859_1);
    }
}
