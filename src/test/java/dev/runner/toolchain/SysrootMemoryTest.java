package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysrootMemoryTest {
    @TempDir
    private Path machine;

    private Path rustc;
    private Path course;
    private Path sysroot;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void somethingIsRemembered() throws IOException {
        rustc = Files.writeString(machine.resolve("rustc"), "proxy");
        course = Files.createDirectories(machine.resolve("home/courses/rust"));
        sysroot = machine.resolve("toolchains/stable");
        Files.createDirectories(sysroot.resolve("lib"));
        environment.put("HOME", machine.resolve("home").toString());
        memory().keep(sysroot);
    }

    @Test
    void whatWasKeptIsRecalled() {
        assertThat(memory().recall()).contains(sysroot);
    }

    @Test
    void everyDirectoryHasItsOwnAnswer() {
        assertThat(new SysrootMemory(rustc, machine, environment).recall()).isEmpty();
    }

    @Test
    void anotherProgramIsAskedAnew() throws IOException {
        Files.setLastModifiedTime(rustc, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void aToolchainFileHereOrAboveMakesItAskAnew() throws IOException {
        Path file =
                Files.writeString(course.resolveSibling("rust-toolchain.toml"), "[toolchain]\nchannel = \"beta\"\n");
        assertThat(memory().recall()).isEmpty();
        memory().keep(sysroot);
        assertThat(memory().recall()).contains(sysroot);
        Files.writeString(file, "[toolchain]\nchannel = \"nightly\"\n");
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void anotherDefaultOrOverrideOfRustupMakesItAskAnew() throws IOException {
        Path settings = Files.createDirectories(machine.resolve("home/.rustup")).resolve("settings.toml");
        Files.writeString(settings, "default_toolchain = \"nightly\"\n");
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void anotherVariableOfRustupMakesItAskAnew() {
        environment.put("RUSTUP_TOOLCHAIN", "nightly");
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void aToolchainThatIsGoneIsNotRecalled() throws IOException {
        Files.delete(sysroot.resolve("lib"));
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void aDamagedMemoryIsNone() throws IOException {
        try (var files = Files.list(machine.resolve("home/.cache/runner/toolchains"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "\0\n\0");
            }
        }
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void whereNothingCanBeKeptNothingIsRecalled() {
        environment.clear();
        memory().keep(sysroot);
        assertThat(memory().recall()).isEmpty();
        environment.put("XDG_CACHE_HOME", rustc.resolve("no directory").toString());
        memory().keep(sysroot);
        assertThat(memory().recall()).isEmpty();
    }

    @Test
    void theMemoryStaysSmall() throws IOException {
        for (int number = 0; number < 450; number++) {
            new SysrootMemory(rustc, machine.resolve("d" + number), environment).keep(sysroot);
        }
        try (var files = Files.list(machine.resolve("home/.cache/runner/toolchains"))) {
            assertThat(files.count()).isLessThan(210);
        }
    }

    private SysrootMemory memory() {
        return new SysrootMemory(rustc, course, environment);
    }
}
