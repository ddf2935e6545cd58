package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The toolchain of this machine, and others that are shell scripts. */
@DisabledOnOs(OS.WINDOWS)
class LocalToolchainIT {
    @TempDir
    private Path directory;

    @Test
    void theToolchainOfThisMachineIsFoundAndWorks() throws InterruptedException {
        LocalToolchain toolchain = LocalToolchain.locate(directory, System.getenv());
        assertThat(toolchain.release().sysroot()).isDirectory().isAbsolute();
        assertThat(toolchain.release().identity()).isNotBlank();
        for (Tool tool : List.of(Tool.RUSTC, Tool.CARGO)) {
            Completion completion =
                    toolchain.run(Invocation.of(tool, List.of("--version"), directory), new Cancellation());
            assertThat(completion.succeeded()).isTrue();
            assertThat(completion.output().text()).startsWith(tool.executable() + " ");
        }
    }

    @Test
    void toolsAreThoseOfTheSysrootPastTheProxies() throws IOException, InterruptedException {
        Path sysroot = sysroot("toolchains/stable", "rustc", "cargo", "clippy-driver", "rustfmt");
        proxies(sysroot);
        LocalToolchain toolchain = locate();
        assertThat(toolchain.release()).isEqualTo(new Release(sysroot, "verbose version\n", true, false));
        for (Tool tool : Tool.values()) {
            assertThat(said(toolchain, tool)).isEqualTo("stable/bin/" + tool.executable());
        }
    }

    @Test
    void theCompilersLibraryTellsTheReleaseAndTheSharedStandardLibraryIsSeen()
            throws IOException, InterruptedException {
        Path sysroot = sysroot("toolchains/stable", "rustc", "cargo", "clippy-driver", "rustfmt");
        proxies(sysroot);
        Files.writeString(sysroot.resolve("lib").resolve("librustc_driver-0123abcd.so"), "");
        Path target = Files.createDirectories(sysroot.resolve("lib/rustlib/some-target/lib"));
        Files.writeString(target.resolve("libstd-4567.rlib"), "");
        assertThat(locate().release()).isEqualTo(new Release(sysroot, "librustc_driver-0123abcd.so", true, false));
        Files.writeString(target.resolve("libstd-4567.so"), "");
        assertThat(locate().release().dynamicStd()).isTrue();
    }

    @Test
    void aProxyOfRustupIsNoClippy() throws IOException, InterruptedException {
        proxies(sysroot("toolchains/stable", "rustc", "cargo"));
        assertThat(locate().release().clippy()).isFalse();
    }

    @Test
    void withoutRustupTheToolsOfTheSearchPathCount() throws IOException, InterruptedException {
        proxies(sysroot("usr"));
        LocalToolchain toolchain = locate();
        assertThat(toolchain.release().clippy()).isTrue();
        assertThat(said(toolchain, Tool.CARGO)).isEqualTo("path/cargo");
    }

    @Test
    void aToolThatIsMissingIsAFaultWhenItIsNeeded() throws IOException, InterruptedException {
        proxies(sysroot("usr"));
        Files.delete(directory.resolve("path/rustfmt"));
        Files.delete(directory.resolve("path/clippy-driver"));
        LocalToolchain toolchain = locate();
        assertThat(toolchain.release().clippy()).isFalse();
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> said(toolchain, Tool.RUSTFMT))
                .withMessage("rustfmt is not part of the toolchain in " + directory.resolve("usr"))
                .returns("run: rustup component add rustfmt", ToolchainException::help);
    }

    @Test
    void whatRustcSaysIsTheFaultWhereItDoesNotWork() throws IOException {
        script("path/rustc", "echo \"error: toolchain 'nightly' is not installed\" >&2; exit 1");
        script("path/cargo", "");
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(this::locate)
                .withMessage("error: toolchain 'nightly' is not installed")
                .satisfies(fault -> assertThat(fault.help()).contains("rustc --version"));
    }

    @Test
    void aRustcThatSaysNothingIsQuotedByItsExitCode() throws IOException {
        Path rustc = script("path/rustc", "exit 3");
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(this::locate)
                .withMessage(rustc + " does not work: exit code 3");
    }

    @Test
    void withoutCargoThereIsNoToolchain() throws IOException {
        assumeNoUsualPlaceHas(Tool.CARGO);
        proxies(sysroot("usr"));
        Files.delete(directory.resolve("path/cargo"));
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(this::locate)
                .withMessage("cargo was not found beside " + directory.resolve("path/rustc"));
    }

    @Test
    void withoutRustcThereIsNoToolchainAndItSaysWhatToDo() {
        assumeNoUsualPlaceHas(Tool.RUSTC);
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(this::locate)
                .withMessage("rustc was not found on the search path")
                .satisfies(fault -> assertThat(fault.help()).contains("rustup.rs"));
    }

    @Test
    void rustIsFoundWhereItUsuallyLiesEvenIfTheSearchPathDoesNotKnow() throws IOException, InterruptedException {
        Path sysroot = sysroot("toolchains/stable", "rustc", "cargo");
        script("home/.cargo/bin/rustc", "echo '" + sysroot + "'");
        Map<String, String> environment =
                Map.of("PATH", "", "HOME", directory.resolve("home").toString());
        assumeNoUsualPlaceHas(Tool.RUSTC);
        assertThat(LocalToolchain.locate(directory, environment).release().sysroot())
                .isEqualTo(sysroot);
    }

    @Test
    void oddEntriesOfTheSearchPathAreNoHindrance() throws IOException, InterruptedException {
        proxies(sysroot("usr"));
        String odd = String.join(File.pathSeparator, "", "no/such", "\0", "path");
        assertThat(LocalToolchain.locate(directory, Map.of("PATH", odd))
                        .release()
                        .sysroot())
                .isEqualTo(directory.resolve("usr"));
    }

    @Test
    void otherProgramsAreFoundOnTheSearchPathAndRun() throws IOException, InterruptedException {
        Path program = script("path/editor", "echo \"$1\"");
        LocalPrograms programs = new LocalPrograms(environment());
        assertThat(programs.find("editor")).contains(program);
        assertThat(programs.find("nothing")).isEmpty();
        Completion completion =
                programs.run(Invocation.of(program, List.of("hello"), directory, Limits.PROGRAM), new Cancellation());
        assertThat(completion.output()).isEqualTo(Transcript.of("hello\n"));
    }

    private LocalToolchain locate() throws InterruptedException {
        return LocalToolchain.locate(directory, environment());
    }

    private Map<String, String> environment() {
        return Map.of("PATH", directory.resolve("path").toString());
    }

    /** Where a sysroot has those tools; each says where it lies. */
    private Path sysroot(String name, String... tools) throws IOException {
        Path sysroot = Files.createDirectories(directory.resolve(name));
        Files.createDirectories(sysroot.resolve("lib"));
        for (String tool : tools) {
            script(name + "/bin/" + tool, "echo " + sysroot.getFileName() + "/bin/" + tool);
        }
        return sysroot;
    }

    /** A search path as rustup makes it: a program for each tool, of which rustc knows the sysroot. */
    private void proxies(Path sysroot) throws IOException {
        for (Tool tool : Tool.values()) {
            script("path/" + tool.executable(), "echo path/" + tool.executable());
        }
        script("path/rustc", "case $1 in --print) echo '" + sysroot + "' ;; *) echo verbose version ;; esac");
    }

    private Path script(String name, String body) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private String said(LocalToolchain toolchain, Tool tool) throws InterruptedException {
        return toolchain
                .run(Invocation.of(tool, List.of(), directory), new Cancellation())
                .output()
                .text()
                .strip();
    }

    private static void assumeNoUsualPlaceHas(Tool tool) {
        for (String place : List.of("/usr/local/bin", "/opt/homebrew/bin")) {
            assumeThat(Path.of(place, tool.executable())).doesNotExist();
        }
    }
}
