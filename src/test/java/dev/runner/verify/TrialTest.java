package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.exit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.FakeToolchain;
import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
    @TempDir
    private Path place;

    private final FakeToolchain toolchain = new FakeToolchain();

    @Test
    void aToolchainThatWorksHasNoFault() throws InterruptedException {
        assertThat(fault()).isEmpty();
        assertThat(toolchain.calls()).hasSize(2).last().isEqualTo("trial");
    }

    @Test
    void whatTheCompilerSaysIsTheFault() throws InterruptedException {
        toolchain.on(Tool.RUSTC, exit(1, "", RustcJson.error("linker `cc` not found", 0)));
        assertThat(fault()).contains("linker `cc` not found");
    }

    @Test
    void evenIfItSaysItInPlainWords() throws InterruptedException {
        toolchain.on(Tool.RUSTC, exit(1, "", "no such target\n"));
        assertThat(fault()).contains("no such target");
    }

    @Test
    void aProgramThatDoesNotRunIsAFault() throws InterruptedException {
        toolchain.onProgram("trial", exit(126, ""));
        assertThat(fault()).contains("a program ends with exit code 126");
    }

    private Optional<String> fault() throws InterruptedException {
        try (Scratch scratch = new Scratch(List.of(place))) {
            return new Trial(toolchain, scratch).fault(new Cancellation());
        }
    }
}
