package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./runner} starts the program: from where, with which arguments, and what it returns. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherIT {
    @TempDir
    Path machine;

    Checkout checkout;

    @BeforeEach
    void aBuiltCloneAndAJdk() throws IOException {
        checkout = new Checkout(machine, "clone");
        checkout.jdk("usr/lib/jvm/jdk-21", "21.0.4");
    }

    @Test
    void argumentsArePassedVerbatim() {
        String[] arguments = {"two  words", "", "it's", "\"q\"", "*", "$HOME", "back\\slash", "-x", "ü中"};
        var run = checkout.run(arguments);

        assertThat(run.arguments())
                .containsExactly(
                        "[two  words]", "[]", "[it's]", "[\"q\"]", "[*]", "[$HOME]", "[back\\slash]", "[-x]", "[ü中]");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 70, 130})
    void theExitCodeIsTheProgramsOwn(int code) {
        checkout.environment.put("FAKE_EXIT", String.valueOf(code));
        assertThat(checkout.run("verify").exit()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blanks in  it", "mit-Umlaut-ü", "$weird 'name'"})
    void theCloneMayLieAnywhere(String name) throws IOException {
        var elsewhere = new Checkout(Files.createDirectories(machine.resolve("other")), name);
        elsewhere.jdk("user/.jdks/jdk-21", "21.0.4");

        var run = elsewhere.run("list");

        assertThat(run.out())
                .contains(
                        "[-Drunner.home=" + elsewhere.home + "]",
                        "[-jar]\n[" + elsewhere.home + "/target/runner.jar]\n[list]");
    }

    @Test
    void aChainOfSymlinksLeadsToTheClone() throws IOException {
        Path links = Files.createDirectories(machine.resolve("my links"));
        Files.createSymbolicLink(links.resolve("absolute"), checkout.home.resolve("runner"));
        Files.createSymbolicLink(links.resolve("relative"), Path.of("../my links/absolute"));

        var run = checkout.run(links, "./relative", "hint");

        assertThat(run.out()).contains("[-Drunner.home=" + checkout.home + "]");
    }

    @Test
    void aRelativePathFromAnotherDirectoryWorks() {
        var run = checkout.run(checkout.home.resolve("exercises"), "../runner", "hint");
        assertThat(run.out()).contains("[-Drunner.home=" + checkout.home + "]");
    }

    @Test
    void theDirectoryOnPathWorks() {
        checkout.environment.merge("PATH", checkout.home.toString(), (path, home) -> path + ":" + home);
        var run = checkout.run(machine, "/bin/sh", "-c", "runner hint");
        assertThat(run.out()).contains("[-Drunner.home=" + checkout.home + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lib", "../lib"})
    void withoutSourcesTheJarIsInLib(String lib) throws IOException {
        Files.delete(checkout.home.resolve("pom.xml"));
        Path jar = Files.createDirectories(checkout.home.resolve(lib)).resolve("runner.jar");
        Files.createFile(jar);

        assertThat(checkout.run().out()).contains("[-jar]\n[" + checkout.home + "/" + lib + "/runner.jar]");
    }

    @Test
    void anIncompleteInstallationSaysSo() throws IOException {
        Files.delete(checkout.home.resolve("pom.xml"));
        var run = checkout.run();
        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.err())
                .contains("error: runner is not installed completely")
                .contains("help: ");
    }

    @Test
    void cargosDirectoryComesLastOnPathWhenRustIsOnlyThere() throws IOException {
        Path cargo = Files.createDirectories(checkout.machine.resolve("user/.cargo/bin"));
        Checkout.script(cargo.resolve("rustc"), "#!/bin/sh\n");
        Checkout.script(checkout.jdk("user/.jdks/newest", "25").resolve("bin/java"), "#!/bin/sh\necho \"$PATH\"\n");

        assertThat(checkout.run().out()).isEqualTo(checkout.bin + ":" + cargo + "\n");

        Checkout.script(checkout.bin.resolve("rustc"), "#!/bin/sh\n");
        assertThat(checkout.run().out()).isEqualTo(checkout.bin + "\n");
    }

    @Test
    void theJvmIsNotLeftInTheCLocaleWhereItCannotOpenUmlauts() throws IOException {
        Checkout.script(
                checkout.jdk("user/.jdks/newest", "25").resolve("bin/java"),
                "#!/bin/sh\necho \"${LC_ALL-}|${LC_CTYPE-}|${LANG-}\"\n");

        assertThat(checkout.run().out()).isEqualTo("|C.UTF-8|\n");
        checkout.environment.put("LANG", "de_DE.UTF-8");
        assertThat(checkout.run().out()).isEqualTo("||de_DE.UTF-8\n");
        checkout.environment.put("LC_ALL", "C");
        assertThat(checkout.run().out()).isEqualTo("C.UTF-8||de_DE.UTF-8\n");
    }
}
