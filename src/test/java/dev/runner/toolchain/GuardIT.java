package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Jvms;
import dev.runner.testing.Marked;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runner in a Java machine of its own is ended; what it had started has to end with it, and the guard too. */
@EnabledOnOs(OS.LINUX)
class GuardIT {
    private final Marked mark = new Marked();

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(mark.leftAtLast()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void howeverARunnerIsEndedNothingIsLeft(String signal) throws IOException, InterruptedException {
        Process runner = start("sleep 1000 & (setsid sleep 1000 &); setsid sleep 1000 & echo ready; sleep 1000");
        try (BufferedReader output = runner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("ready");
            assertThat(mark.left()).anyMatch(process -> process.contains("runner-guard"));
            Jvms.signal(runner, signal);
            assertThat(runner.waitFor()).isNotZero();
        } finally {
            runner.destroyForcibly();
        }
    }

    @Test
    void anOrderlyEndLeavesNoGuard() throws IOException, InterruptedException {
        Process runner = start("echo ready");
        try (BufferedReader output = runner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines()).containsExactly("ready", "ended");
            assertThat(runner.waitFor()).isZero();
        } finally {
            runner.destroyForcibly();
        }
    }

    private Process start(String script) throws IOException {
        return Jvms.of(GuardedMain.class, mark, script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
