package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runner.toolchain.Completion.End;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a process may not do; in a sandbox where bubblewrap is installed and works. */
@EnabledOnOs(OS.LINUX)
class ConfinementIT {
    private static final Path SHELL = Path.of("/bin/sh");
    private static final long MEMORY = 512L << 20;

    @TempDir
    private Path machine;

    private Path work;
    private Path home;
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void aWorkspaceAndAHome() throws IOException {
        work = Files.createDirectories(machine.resolve("work"));
        home = Files.createDirectories(machine.resolve("home"));
        Files.writeString(home.resolve("secret"), "hush");
        environment.put("HOME", home.toString());
        environment.remove("CARGO_HOME");
        environment.remove("RUSTUP_HOME");
    }

    @Test
    void memoryAndFilesAreBounded() throws InterruptedException {
        assumeThat(new LocalPrograms(environment).find("prlimit")).isPresent();
        Confinement confinement = new Confinement(Optional.empty(), MEMORY, false);
        assertThat(run(confinement, "ulimit -v; ulimit -f; ulimit -c").output().text())
                .isEqualTo((MEMORY >> 10) + "\n" + (Limits.PROGRAM.fileBytes() >> 9) + "\n0\n");
        assertThat(run(new Confinement(Optional.empty(), 0, false), "ulimit -v")
                        .output()
                        .text())
                .isEqualTo("unlimited\n");
    }

    @Test
    void aFileBeyondTheLimitEndsItsWriter() throws InterruptedException {
        assumeThat(new LocalPrograms(environment).find("prlimit")).isPresent();
        Limits limits = new Limits(Duration.ofMinutes(1), 1000, 1000, 20, 4096, true);
        Completion completion = new Processes(environment, Confinement.USUAL)
                .run(
                        SHELL,
                        Invocation.of(SHELL, List.of("-c", "while :; do echo 0123456789; done >file"), work, limits),
                        new Cancellation(),
                        OutputListener.NONE);
        assertThat(completion.exitCode()).isEqualTo(128 + 25);
        assertThat(work.resolve("file")).hasSize(4096);
    }

    @Test
    void theSystemIsReadOnlyInASandbox() throws InterruptedException {
        Completion completion = run(
                sandboxed(),
                "echo x >/etc/runner-x; echo x >here; echo x >'" + home + "/x'; cat '" + home + "/secret'; pwd");
        assertThat(completion.output().text()).endsWith(work + "\n").doesNotContain("hush");
        assertThat(Path.of("/etc/runner-x")).doesNotExist();
        assertThat(work).isEmptyDirectory();
        assertThat(home.resolve("x")).doesNotExist();
    }

    @Test
    void whatItWasGivenCanBeWritten() throws IOException, InterruptedException {
        Path given = Files.createDirectories(machine.resolve("given"));
        Invocation invocation = Invocation.of(SHELL, List.of("-c", "echo x >'" + given + "/x'"), work, Limits.PROGRAM)
                .writing(given);
        assertThat(run(sandboxed(), invocation).exitCode()).isZero();
        assertThat(given.resolve("x")).hasContent("x");
    }

    @Test
    void temporaryFilesAreItsOwn() throws IOException, InterruptedException {
        Path outside = Files.createTempFile("runner-outside-", "");
        try {
            Completion completion = run(sandboxed(), "ls /tmp; echo x >\"$TMPDIR/inside-x\" && echo written");
            assertThat(completion.output().text())
                    .contains("written")
                    .doesNotContain(outside.getFileName().toString());
            assertThat(Path.of("/tmp/inside-x")).doesNotExist();
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void noOtherProcessIsSeenOrHit() throws InterruptedException {
        Completion completion = run(
                sandboxed(),
                "ls -d /proc/[0-9]* | wc -l; kill -9 " + ProcessHandle.current().pid() + "; kill -TERM -1; echo alive");
        assertThat(Integer.parseInt(completion
                        .output()
                        .text()
                        .lines()
                        .findFirst()
                        .orElse("99")
                        .strip()))
                .isLessThan(8);
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    void thereIsNoNetwork() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assumeThat(Path.of("/bin/bash")).isExecutable();
            String connect = "bash -c 'exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "' && echo connected";
            assertThat(run(new Confinement(Optional.empty(), 0, false), connect)
                            .output()
                            .text())
                    .contains("connected");
            assertThat(run(sandboxed(), connect).output().text()).doesNotContain("connected");
        }
    }

    @Test
    void exitCodesSignalsAndLimitsAreAsOutside() throws InterruptedException {
        assertThat(run(sandboxed(), "exit 7").exitCode()).isEqualTo(7);
        assertThat(run(sandboxed(), "kill -SEGV $$").exitCode()).isEqualTo(128 + 11);
        Invocation endless = Invocation.of(
                SHELL,
                List.of("-c", "(setsid sleep 1000 &); sleep 1000"),
                work,
                Limits.PROGRAM.withTime(Duration.ofMillis(300)));
        assertThat(run(sandboxed(), endless).end()).isEqualTo(End.TIME_LIMIT);
    }

    @Test
    void whereThereIsNoBubblewrapThatIsSaid() throws InterruptedException {
        Sandbox.Search search = Sandbox.find(Map.of("PATH", machine.toString()));
        assertThat(search.sandbox()).isEmpty();
        assertThat(search.obstacle()).isEqualTo("bubblewrap (bwrap) is not installed");
    }

    @Test
    void whereBubblewrapDoesNotWorkItsReasonIsSaid() throws IOException, InterruptedException {
        Path fake = machine.resolve("bwrap");
        Files.writeString(fake, "#!/bin/sh\necho 'bwrap: no permissions to create a new namespace' >&2\nexit 1\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Sandbox.Search search = Sandbox.find(Map.of("PATH", machine.toString()));
        assertThat(search.sandbox()).isEmpty();
        assertThat(search.obstacle())
                .isEqualTo("bubblewrap does not work here: bwrap: no permissions to create a new namespace");
    }

    private Confinement sandboxed() throws InterruptedException {
        Sandbox.Search search = Sandbox.find(environment);
        assumeThat(search.sandbox()).as(search.obstacle()).isPresent();
        return new Confinement(search.sandbox(), 0, false);
    }

    private Completion run(Confinement confinement, String script) throws InterruptedException {
        return run(confinement, Invocation.of(SHELL, List.of("-c", script), work, Limits.PROGRAM));
    }

    private Completion run(Confinement confinement, Invocation invocation) throws InterruptedException {
        return new Processes(environment, confinement).run(SHELL, invocation, new Cancellation(), OutputListener.NONE);
    }
}
