package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Invoked;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The course in this repository holds what it promises, on this toolchain. Mutants are left to the author's own check. */
class BundledCourseIT extends CliCase {
    @Test
    void everythingIsAsItShouldBe() {
        Invoked invoked = runnerIn(Path.of("").toAbsolutePath(), "course", "check", "--no-mutants");
        assertThat(invoked.out()).startsWith("Everything is as it should be: ");
        assertThat(invoked.code()).isZero();
    }
}
