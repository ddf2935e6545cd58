package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import dev.runner.toolchain.LocalToolchain;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The course in this repository holds what it promises, on this toolchain, whose compilers stay loaded as they do for an
 * author. Mutants are left to the author's own check.
 */
class BundledCourseIT extends CliCase {
    private Runnable farewell = () -> {};

    @AfterEach
    void endCompilers() {
        farewell.run();
    }

    @Test
    void everythingIsAsItShouldBe() {
        Toolchains starting = toolchains;
        toolchains = (directory, confinement) -> {
            LocalToolchain forking = ((LocalToolchain) starting.locate(directory, confinement)).forking(environment);
            farewell = forking::close;
            return forking;
        };
        Invoked invoked = runnerIn(Path.of("").toAbsolutePath(), "course", "check", "--no-mutants");
        assertThat(invoked.out()).startsWith("Everything is as it should be: ");
        assertThat(invoked.code()).isZero();
    }
}
