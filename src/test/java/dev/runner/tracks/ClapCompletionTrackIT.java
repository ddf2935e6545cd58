package dev.runner.tracks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runner.tracks.ClapPrograms.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completions of track 33 in a real bash, beside those that clap_complete writes for the same command line. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClapCompletionTrackIT {
    /** Calls the function as bash does when Tab is pressed behind the last of the words. */
    private static final String PRESS_TAB = """
            source "$1"; shift
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
            _cider cider "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    /** The command line of the exercise. */
    private static final String CIDER = """
            use clap::{Arg, ArgAction, Command};

            fn help() -> Arg {
                Arg::new("help").long("help").action(ArgAction::Help)
            }

            fn main() {
                let kinds = ["boskoop", "bramley", "topaz"];
                let label = Command::new("label").arg(Arg::new("paper").long("paper").value_parser(["plain", "gold"]));
                let mut cider = Command::new("cider")
                    .disable_help_flag(true)
                    .disable_help_subcommand(true)
                    .arg(help())
                    .arg(Arg::new("cellar").long("cellar"))
                    .subcommand(
                        Command::new("press")
                            .disable_help_flag(true)
                            .arg(help())
                            .arg(Arg::new("kind").short('k').long("kind").value_parser(kinds))
                            .arg(Arg::new("litres").long("litres")),
                    )
                    .subcommand(
                        Command::new("bottle")
                            .disable_help_flag(true)
                            .disable_help_subcommand(true)
                            .arg(Arg::new("cork").long("cork").action(ArgAction::SetTrue))
                            .subcommand(label.disable_help_flag(true)),
                    );
                clap_complete::generate(clap_complete::Shell::Bash, &mut cider, "cider", &mut std::io::stdout());
            }
            """;

    private static final String MANIFEST = """
            [package]
            name = "cider"
            edition = "2024"

            [[bin]]
            name = "cider"
            path = "main.rs"

            [dependencies]
            clap = "4.6"
            clap_complete = "4.6"
            """;

    @TempDir
    private static Path build;

    private static Path script = Path.of("own.bash");

    @BeforeAll
    static void writeTheScript() throws Exception {
        Path program = ClapPrograms.compiled("clap8", build);
        Run run = ClapPrograms.run(build, List.of(program.toString(), "bash"));
        assertThat(run.exit()).isZero();
        script = Files.writeString(build.resolve("own.bash"), run.out());
        assumeTrue(bashIsThere(), "bash is not installed");
    }

    @Test
    void bashAcceptsTheScript() throws Exception {
        Run bash = ClapPrograms.run(build, List.of("bash", "-n", script.toString()));

        assertThat(bash).isEqualTo(new Run(0, "", ""));
    }

    /** In this notation the last word is the one that Tab is pressed behind, and {@code _} is no letter yet. */
    @ParameterizedTest
    @CsvSource({
        "cider _, press bottle --help --cellar",
        "cider p, press",
        "cider --c, --cellar",
        "cider x, ''",
        "cider --cellar _, ''",
        "cider --cellar north p, press",
        "cider press _, --help -k --kind --litres",
        "cider press -k b, boskoop bramley",
        "cider press --kind _, boskoop bramley topaz",
        "cider press --kind topaz --l, --litres",
        "cider press --litres _, ''",
        "cider bottle _, label --cork",
        "cider bottle --cork l, label",
        "cider bottle label --, --paper",
        "cider bottle label --paper g, gold",
        "cider label --, --help --cellar",
    })
    void tabOffersWhatCanStandThere(String line, String expected) throws Exception {
        assertThat(tab(script, line)).containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void clapOffersTheSame() throws Exception {
        Path clap = scriptOfClap();

        for (String line : List.of(
                "cider _",
                "cider p",
                "cider --c",
                "cider x",
                "cider --cellar _",
                "cider --cellar north p",
                "cider press _",
                "cider press -",
                "cider press -k b",
                "cider press -k _",
                "cider press --kind t",
                "cider press --kind topaz --l",
                "cider press --litres _",
                "cider bottle _",
                "cider bottle --cork l",
                "cider bottle label --",
                "cider bottle label --paper _",
                "cider bottle label --paper g")) {
            assertThat(tab(script, line)).as(line).containsExactlyInAnyOrderElementsOf(tab(clap, line));
        }
    }

    /** Written by a small program that uses clap_complete, which the course itself does not need. */
    private static Path scriptOfClap() throws Exception {
        Path project = Files.createDirectories(build.resolve("project"));
        Files.writeString(project.resolve("Cargo.toml"), MANIFEST);
        Files.writeString(project.resolve("main.rs"), CIDER);
        Run fetch = cargo(project, "fetch");
        assumeTrue(fetch.exit() == 0, "clap_complete is not in cargo's cache");
        Run cider = cargo(project, "run");
        assertThat(cider.exit()).as(cider.err()).isZero();
        return Files.writeString(build.resolve("clap.bash"), cider.out());
    }

    private static Run cargo(Path project, String command) throws Exception {
        List<String> line = List.of("cargo", command, "--offline", "--quiet");
        return ClapPrograms.run(build, new ProcessBuilder(line).directory(project.toFile()));
    }

    /** In an empty directory, because what bash does not know it takes for the name of a file. */
    private static List<String> tab(Path script, String line) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", PRESS_TAB, "tab", script.toString()));
        Stream.of(line.split(" ")).map(word -> word.equals("_") ? "" : word).forEach(command::add);
        Path empty = Files.createDirectories(build.resolve("empty"));
        Run bash = ClapPrograms.run(build, new ProcessBuilder(command).directory(empty.toFile()));
        assertThat(bash.err()).isEmpty();
        return bash.out().lines().filter(word -> !word.isEmpty()).toList();
    }

    private static boolean bashIsThere() throws Exception {
        try {
            return ClapPrograms.run(build, List.of("bash", "--version")).exit() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
