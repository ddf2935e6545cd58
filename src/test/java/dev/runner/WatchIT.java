package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runner.testing.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch as a learner uses it: the packaged program in a real terminal, real rustc, files saved as editors save. */
class WatchIT {
    private static final String INFO = """
            format_version = 1
            welcome_message = "Welcome to the lamps."
            final_message = "All lamps are on."

            [[exercises]]
            name = "lamp1"
            test = false
            hint = "Look at the name.\\n---\\nIt is `println`.\\n---\\nprint and then ln"

            [[exercises]]
            name = "lamp2"
            hint = "Which number?\\n---\\nOne more.\\n---\\nn + 1"
            """;

    private static final String LAMP1 = "// TODO: mend it\nfn main() {\n    printl!(\"on\");\n}\n";

    private static final String LAMP2 = """
            // TODO: one more
            fn next(n: u32) -> u32 {
                n
            }

            fn main() {
                println!("{}", next(1));
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn one_more() {
                    assert_eq!(next(1), 2);
                }
            }
            """;

    @TempDir
    Path course;

    private Path lamp1;
    private Path lamp2;

    @BeforeEach
    void writeCourse() throws IOException {
        assumeTrue(Tmux.isInstalled(), "tmux is not installed");
        Files.createDirectories(course.resolve("exercises"));
        Files.writeString(course.resolve("info.toml"), INFO);
        lamp1 = Files.writeString(course.resolve("exercises/lamp1.rs"), LAMP1);
        lamp2 = Files.writeString(course.resolve("exercises/lamp2.rs"), LAMP2);
    }

    private Tmux watch(int columns, int rows, String options) throws IOException {
        Path jar = Path.of("target", "runner.jar").toAbsolutePath();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Tmux.start(
                course,
                columns,
                rows,
                java + " -Dwatch.of=" + course.getFileName() + " -jar " + jar + " watch " + options);
    }

    /** As most editors save: another file, then renamed over the old one. */
    private static void replace(Path file, String text) throws IOException {
        Path aside = Files.writeString(file.resolveSibling("." + file.getFileName() + ".tmp"), text);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void terminalIsAsItWas() throws IOException {
        assertThat(Files.readString(course.resolve("after"))).isEqualTo(Files.readString(course.resolve("before")));
    }

    @Test
    void aLearnerSolvesTheCourseByEditingItsFiles() throws IOException {
        try (Tmux terminal = watch(80, 24, "")) {
            terminal.await("Welcome to the lamps.");
            terminal.type("q");
            terminal.await("cannot find macro `printl`");
            terminal.type("h");
            terminal.await("Hint 1 of 3");
            replace(lamp1, LAMP1.replace("printl!", "println!"));
            terminal.await("lamp1 passed");
            terminal.type("n");
            terminal.await("one_more");
            Files.writeString(lamp2, LAMP2.replace("    n\n", "    n + 1\n"));
            terminal.await("1 test passed");
            terminal.type("n");
            String last = terminal.await("All lamps are on.");
            assertThat(last).contains("2 exercises in 1 day").contains("1 hint");
            terminal.type("q");
            terminal.type("q");
            terminal.await("exit code 0");
            terminalIsAsItWas();
        }
    }

    @Test
    void anEndlessLoopIsAVerdictAndASaveEndsIt() throws IOException {
        Files.writeString(lamp1, "// TODO\nfn main() {\n    while std::hint::black_box(true) {}\n}\n");
        try (Tmux terminal = watch(80, 24, "--timeout 2")) {
            terminal.await("Welcome");
            terminal.type("q");
            terminal.await("still running after 2 s: probably an endless loop");
            terminal.type("r");
            terminal.await("running…");
            replace(lamp1, "// TODO\nfn main() {\n    println!(\"quick\");\n}\n");
            assertThat(terminal.await("lamp1 passed")).contains("quick");
        }
    }

    @Test
    void aFileThatIsGoneAndComesBackIsChecked() throws IOException {
        try (Tmux terminal = watch(80, 24, "")) {
            terminal.await("Welcome");
            terminal.type("q");
            terminal.await("cannot find macro");
            Files.delete(lamp1);
            Files.writeString(lamp1, LAMP1.replace("printl!", "println!"));
            terminal.await("lamp1 passed");
        }
    }

    @Test
    void ctrlCLeavesTheTerminalAsItWas() throws IOException {
        try (Tmux terminal = watch(80, 24, "")) {
            terminal.await("Welcome");
            terminal.type("C-c");
            terminal.await("exit code 130");
            terminalIsAsItWas();
        }
    }

    @Test
    void aTerminationSignalLeavesTheTerminalAsItWas() throws IOException {
        try (Tmux terminal = watch(80, 24, "")) {
            terminal.await("Welcome");
            assertThat(watches()).hasSize(1).allMatch(ProcessHandle::destroy);
            terminal.await("exit code 143");
            terminalIsAsItWas();
        }
    }

    /** The Java processes that watch this test's course. */
    private List<ProcessHandle> watches() {
        String mark = "-Dwatch.of=" + course.getFileName();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(mark::equals))
                .toList();
    }

    @Test
    void theScreenFollowsTheTerminalsSize() throws IOException {
        try (Tmux terminal = watch(80, 24, "")) {
            terminal.await("Welcome");
            terminal.type("q");
            terminal.await("q quit");
            terminal.resize(40, 10);
            terminal.await("n next · h hint · l list · q quit");
            assertThat(terminal.screen().lines()).hasSize(10).allMatch(line -> line.length() <= 40);
        }
    }

    @Test
    void theLineInterfaceChecksOnceWhereNobodyIsAtTheKeyboard() throws IOException {
        try (Tmux terminal = watch(80, 24, "</dev/null | cat")) {
            String screen = terminal.await("Nobody is at the keyboard");
            assertThat(screen).contains("cannot find macro `printl`").contains("runner watch");
        }
    }
}
