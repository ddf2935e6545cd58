package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CleanToolchainTest {
    private static final Path SYSROOT = Path.of("/toolchains/stable");
    private static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("PATH", "/usr/bin"),
            Map.entry("HOME", "/home/a"),
            Map.entry("TMPDIR", "/tmp"),
            Map.entry("RUSTUP_TOOLCHAIN", "stable"),
            Map.entry("RUSTUP_HOME", "/rustup"),
            Map.entry("CARGO_HOME", "/cargo"),
            Map.entry("CARGO_TARGET_DIR", "/planted"),
            Map.entry("CARGO_BUILD_RUSTC_WRAPPER", "/planted"),
            Map.entry("RUSTFLAGS", "--cfg x"),
            Map.entry("RUSTC_WRAPPER", "/planted"),
            Map.entry("RUSTC_BOOTSTRAP", "1"),
            Map.entry("CLIPPY_CONF_DIR", "/planted"),
            Map.entry("LD_PRELOAD", "/planted.so"),
            Map.entry("GITHUB_TOKEN", "secret"));

    private final Map<String, String> seen = new HashMap<>(ENVIRONMENT);

    /** Does to an environment what processes are promised. */
    private final Toolchain inner = new Toolchain() {
        @Override
        public Release release() {
            return new Release(SYSROOT, "stable", true, true);
        }

        @Override
        public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener) {
            seen.putAll(invocation.environment());
            seen.values().removeIf(String::isEmpty);
            return new Completion(
                    Completion.End.EXITED, 0, Transcript.EMPTY, Transcript.EMPTY, java.time.Duration.ZERO);
        }
    };

    private final Toolchain clean = new CleanToolchain(inner, ENVIRONMENT);

    @Test
    void toolsKeepWhatTheyNeedToWork() throws InterruptedException {
        clean.run(Invocation.of(Tool.CARGO, List.of(), Path.of("")), new Cancellation());
        assertThat(seen)
                .containsOnlyKeys(
                        "PATH",
                        "HOME",
                        "TMPDIR",
                        "RUSTUP_TOOLCHAIN",
                        "RUSTUP_HOME",
                        "CARGO_HOME",
                        "RUSTUP_AUTO_INSTALL");
    }

    @Test
    void programsKeepLess() throws InterruptedException {
        clean.run(Invocation.of(Path.of("a"), List.of(), Path.of(""), Limits.PROGRAM), new Cancellation());
        assertThat(seen)
                .doesNotContainKeys("CARGO_HOME", "GITHUB_TOKEN", "LD_PRELOAD")
                .containsKeys("HOME", "PATH");
    }

    /** A proxy would look for the active toolchain again, and may install or update one. */
    @Test
    void cargoFindsRustcBeforeAnyProxyOfRustup() throws InterruptedException {
        clean.run(Invocation.of(Tool.CARGO, List.of(), Path.of("")), new Cancellation());
        assertThat(seen)
                .containsEntry("PATH", SYSROOT.resolve("bin") + File.pathSeparator + "/usr/bin")
                .containsEntry("RUSTUP_AUTO_INSTALL", "0");
    }

    @Test
    void whatAnInvocationAsksForCounts() throws InterruptedException {
        Invocation invocation =
                Invocation.of(Tool.CARGO, List.of(), Path.of("")).withEnvironment(Map.of("CARGO_TARGET_DIR", "/ours"));
        clean.run(invocation, new Cancellation());
        assertThat(seen).containsEntry("CARGO_TARGET_DIR", "/ours");
    }
}
