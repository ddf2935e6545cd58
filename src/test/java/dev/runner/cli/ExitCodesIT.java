package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import dev.runner.toolchain.ToolchainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every exit code that the README names, for every command that can end with it. */
class ExitCodesIT extends CliCase {
    private static String[] words(String line) {
        return line.split(" ", -1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "verify",
                "watch",
                "--plain",
                "hint",
                "list",
                "list --json",
                "hint --all",
                "completion",
                "--version",
                "--help",
                "verify --help",
                "grade . --against .",
                "explain E0382",
                "solution lamp1 --force",
                "verify --solutions lamp1",
                "doctor"
            })
    void zeroWhenAllIsWell(String line) throws IOException {
        solve();
        Invoked invoked = runner(words(line));
        assertThat(invoked.code()).as(invoked.out() + invoked.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run lamp1", "run sum1", "verify", "verify sum*", "watch sum1", "solution lamp1", "undo"})
    void oneWhenAnExerciseDoesNotPassOrAThingIsNotToBeHad(String line) {
        assertThat(runner(words(line)).code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "run nothing",
                "verify nothing",
                "verify [",
                "--nonsense",
                "verify --jobs 0",
                "grade",
                "grade nothing",
                "verify --jobs many",
                "verify --report xml",
                "verify --report json --report junit",
                "verify --shard 0/2",
                "verify --timings nowhere.json",
                "verify --hint-cost dear",
                "report",
                "report merge",
                "report merge nowhere.json",
                "report merge info.toml",
                "hint lamp1 --level 9",
                "hint lamp1 --level 1 --all",
                "list --done --pending",
                "list --chapter nine",
                "reset",
                "reset --all lamp1",
                "reset --all",
                "explain E9999",
                "explain nonsense",
                "-C nowhere list",
                "init",
                "init .",
                "course",
                "course new .",
                "course check --jobs 0",
                "run --timeout 0",
                "watch --poll=1",
                "solution nothing",
                "course fly"
            })
    void twoWhenTheCommandLineIsWrong(String line) {
        Invoked invoked = runner(words(line));
        assertThat(invoked.code()).as(invoked.out() + invoked.err()).isEqualTo(2);
        assertThat(invoked.err()).startsWith("error: ").contains("help: ").doesNotContain("Exception");
        assertThat(invoked.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "verify",
                "watch",
                "hint",
                "list",
                "reset lamp1 --yes",
                "solution lamp1",
                "undo",
                "course check"
            })
    void threeWhenTheCourseIsInvalid(String line) throws IOException {
        write("info.toml", "format_version = 1\n\n[[exercises]]\nname = \"\"\nhint = \"\"\n");
        Invoked invoked = runner(words(line));
        assertThat(invoked.code()).isEqualTo(3);
        assertThat(invoked.err()).startsWith("error: info.toml:4: ").contains("help: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "verify", "watch", "hint", "list", "course check"})
    void threeWhenThereIsNoCourse(String line) {
        Invoked invoked = runnerIn(machine, words(line));
        assertThat(invoked.code()).isEqualTo(3);
        assertThat(invoked.err()).contains("there is no course here").contains("runner init DIR");
    }

    @Test
    void threeWhenAFileOfTheCourseIsMissing() throws IOException {
        solve();
        Files.delete(course.resolve("exercises/02_sums/sum1.rs"));
        Invoked invoked = runner("verify");
        assertThat(invoked.code()).isEqualTo(3);
        assertThat(invoked.err()).contains("info.toml:10: ").contains("exercises/02_sums/sum1.rs is missing");
        assertThat(invoked.out()).contains("ok lamp1");
        assertThat(runner("run", "sum1").code()).isEqualTo(3);
        assertThat(runner("run", "lamp1").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "verify", "watch", "explain E0382", "doctor", "course check"})
    void fourWithoutAToolchain(String line) {
        toolchains = (directory, confinement) -> {
            throw new ToolchainException("rustc was not found", "install Rust");
        };
        Invoked invoked = runner(words(line));
        assertThat(invoked.code()).isEqualTo(4);
        assertThat(invoked.out() + invoked.err())
                .contains("rustc was not found")
                .contains("help: install Rust");
    }

    @Test
    void seventyWhenTheFaultIsOurs() {
        toolchains = (directory, confinement) -> {
            throw new IllegalStateException("a bug");
        };
        Invoked invoked = runner("run");
        assertThat(invoked.code()).isEqualTo(70);
        assertThat(invoked.err())
                .contains("this is a fault of the runner's")
                .contains("report it")
                .doesNotContain("at dev.");
        assertThat(runner("--stacktrace", "run").err()).contains("at dev.runner");
    }

    @Test
    void seventyWhenAWorkspaceCannotBeWritten() throws IOException {
        Path file = Files.writeString(machine.resolve("file"), "");
        assertThat(runner("init", file.resolve("below").toString()).code()).isEqualTo(70);
        assertThat(runner("course", "new", file.resolve("below").toString()).code())
                .isEqualTo(70);
    }

    @Test
    void oneHundredAndThirtyWhenInterrupted() {
        toolchains = (directory, confinement) -> {
            throw new java.util.concurrent.CancellationException("interrupted");
        };
        assertThat(runner("verify").code()).isEqualTo(130);
    }
}
