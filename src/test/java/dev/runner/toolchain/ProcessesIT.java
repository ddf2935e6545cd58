package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.runner.testing.Marked;
import dev.runner.toolchain.Completion.End;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With small shell scripts; {@code sleep 1000} stands for what never ends by itself. */
@EnabledOnOs(OS.LINUX)
class ProcessesIT {
    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path directory;

    private final Processes processes = new Processes(System.getenv());
    private final Cancellation cancellation = new Cancellation();
    private final Marked mark = new Marked();

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        assertThat(mark.left()).isEmpty();
    }

    @Test
    void bothStreamsAndTheExitCodeAreKept() throws InterruptedException {
        Completion completion = run(script("echo out; echo err >&2; exit 7").limits());
        assertThat(completion.end()).isEqualTo(End.EXITED);
        assertThat(completion.exitCode()).isEqualTo(7);
        assertThat(completion.output()).isEqualTo(Transcript.of("out\n"));
        assertThat(completion.errors()).isEqualTo(Transcript.of("err\n"));
    }

    @Test
    void mergedStreamsKeepTheOrderOfWriting() throws InterruptedException {
        Completion completion = run(script("echo 1; echo 2 >&2; echo 3").merged());
        assertThat(completion.output()).isEqualTo(Transcript.of("1\n2\n3\n"));
        assertThat(completion.errors()).isEqualTo(Transcript.EMPTY);
    }

    /** So nobody may say of a learner's program that it has no orphans. */
    @Test
    void whoSaysThatItHasNoOrphansIsBelieved() throws InterruptedException {
        Invocation invocation = script("sleep 1000 >/dev/null 2>&1 & echo $!").limits();
        Completion completion = run(invocation.withoutOrphans());
        ProcessHandle left = ProcessHandle.of(
                        Long.parseLong(completion.output().text().strip()))
                .orElseThrow();
        assertThat(left.isAlive()).isTrue();
        left.destroyForcibly();
        left.onExit().join();
    }

    @Test
    void whatHasNoOrphansIsEndedWithAllThatItStarted() throws InterruptedException {
        Limits limits = Limits.PROGRAM.withTime(Duration.ofMillis(300));
        Invocation invocation = script("sleep 1000 & sleep 1000").limits(limits).withoutOrphans();
        assertThat(run(invocation).end()).isEqualTo(End.TIME_LIMIT);
    }

    @Test
    void aSignalIsAnExitCodeOfItsOwn() throws InterruptedException {
        assertThat(run(script("kill -SEGV $$").limits()).exitCode()).isEqualTo(128 + 11);
    }

    @Test
    void standardInputIsEmpty() throws InterruptedException {
        assertThat(run(script("cat; read -r line || echo end").limits()).output())
                .isEqualTo(Transcript.of("end\n"));
    }

    @Test
    void argumentsReachTheProgramAsTheyAre() throws InterruptedException {
        List<String> odd = List.of("a b", "", "'", "\"", "$HOME", "*", "ü");
        Invocation invocation = script("for a; do printf '<%s>' \"$a\"; done").with(odd);
        assertThat(run(invocation).output().text()).isEqualTo("<a b><><'><\"><$HOME><*><ü>");
    }

    @Test
    void itStartsInItsDirectoryWithItsVariablesAndWithoutBacktraces() throws IOException, InterruptedException {
        Completion completion =
                run(script("pwd -P; echo $RUNNER_TEST_MARK$RUST_BACKTRACE").limits());
        assertThat(completion.output().text().lines())
                .containsExactly(
                        directory.toRealPath().toString(),
                        mark.environment().values().iterator().next() + "0");
    }

    @Test
    void aFloodIsBoundedAndItsBeginningAndEndAreKept() throws InterruptedException {
        Limits limits = new Limits(Duration.ofMinutes(1), 6, 4, 10, 1 << 20, true);
        Completion completion =
                run(script("echo begin; head -c 20000000 /dev/zero; echo end").limits(limits));
        assertThat(completion.end()).isEqualTo(End.EXITED);
        assertThat(completion.output()).isEqualTo(new Transcript("begin\n", 20_000_000, "end\n"));
    }

    @Test
    void linesAreHeardWhileTheyAreWritten() throws InterruptedException {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        run(script("echo out; echo one >&2; echo two >&2").limits(), heard::add);
        assertThat(heard).containsExactly("one", "two");
    }

    /** Ways to hide from somebody who ends a process: as a grandchild, without a parent, in another session. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep 1000 & ",
                "(sleep 1000; true) & ",
                "(sleep 1000 &); ",
                "setsid sleep 1000 & ",
                "(setsid sleep 1000 &); ",
                "setsid sh -c 'setsid sleep 1000 & sleep 1000' & ",
                "trap '' HUP INT TERM; sleep 1000 & ",
            })
    void aRequestToStopEndsTheWholeTree(String hiding) throws InterruptedException {
        Completion completion =
                run(script(hiding + "echo ready >&2; sleep 1000").limits(), line -> cancellation.cancel());
        assertThat(completion.end()).isEqualTo(End.CANCELLED);
        assertThat(completion.errors().text()).isEqualTo("ready\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep 1000 & ", "(setsid sleep 1000 &); "})
    void whatIsLeftAfterAnOrderlyEndIsEndedAndNotWaitedFor(String hiding) throws InterruptedException {
        Completion completion = run(script(hiding + "echo done").limits());
        assertThat(completion.end()).isEqualTo(End.EXITED);
        assertThat(completion.exitCode()).isZero();
        assertThat(completion.output()).isEqualTo(Transcript.of("done\n"));
    }

    @Test
    void aTimeLimitEndsTheWholeTreeAndKeepsWhatWasWritten() throws InterruptedException {
        String hidings = "sleep 1000 & (setsid sleep 1000 &); setsid sleep 1000 & echo ready; ";
        Limits limits = Limits.PROGRAM.withTime(Duration.ofMillis(1500));
        Completion completion = run(script(hidings + "while :; do :; done").limits(limits));
        assertThat(completion.end()).isEqualTo(End.TIME_LIMIT);
        assertThat(completion.output()).isEqualTo(Transcript.of("ready\n"));
        assertThat(completion.succeeded()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"while :; do sleep 1000 & done", "while :; do setsid sleep 1000 & done"})
    void whoStartsTooManyProcessesIsEnded(String bomb) throws InterruptedException {
        Limits limits = new Limits(Duration.ofMinutes(1), 100, 100, 20, 1 << 20, true);
        assertThat(run(script(bomb).limits(limits)).end()).isEqualTo(End.PROCESS_LIMIT);
    }

    @Test
    void aChainOfProcessesThatEachOnlyStartTheNextIsEnded() throws InterruptedException {
        Completion completion =
                run(script("f() { [ $1 -gt 0 ] && (f $(($1 - 1))) & }; f 20000").limits());
        assertThat(completion.end()).isEqualTo(End.EXITED);
    }

    /** Numbers are given in a cycle; where that can be hastened, the tree goes over its end. */
    @Test
    void processesWithSmallerNumbersThanTheFirstAreFoundToo() throws IOException, InterruptedException {
        Path last = Path.of("/proc/sys/kernel/ns_last_pid");
        assumeThat(Files.isWritable(last)).isTrue();
        long greatest;
        try (BufferedReader reader = Files.newBufferedReader(Path.of("/proc/sys/kernel/pid_max"))) {
            greatest = Long.parseLong(reader.readLine());
        }
        Files.writeString(last, Long.toString(greatest - 10));
        String loop = "while n=$(sh -c 'echo $$') && [ $n -gt $$ ]; do :; done; ";
        Completion completion = run(
                script(loop + "(setsid sleep 1000 &); echo ready >&2; sleep 1000")
                        .limits(),
                line -> cancellation.cancel());
        assertThat(completion.end()).isEqualTo(End.CANCELLED);
    }

    @Test
    void aRequestBeforeTheStartEndsItAtOnce() throws InterruptedException {
        cancellation.cancel();
        assertThat(run(script("sleep 1000").limits()).end()).isEqualTo(End.CANCELLED);
    }

    @Test
    void anInterruptEndsTheTreeAndIsPassedOn() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(1);
        AtomicReference<Class<?>> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                run(script("setsid sleep 1000 & echo ready >&2; sleep 1000").limits(), line -> ready.countDown());
            } catch (InterruptedException interrupted) {
                thrown.set(interrupted.getClass());
            }
        });
        thread.start();
        ready.await();
        thread.interrupt();
        thread.join();
        assertThat(thrown).hasValue(InterruptedException.class);
    }

    @Test
    void oneTreesEndLeavesAnotherAlone() throws Exception {
        CountDownLatch ready = new CountDownLatch(1);
        String loop = "echo ready >&2; sleep 1000 & while kill -0 $!; do [ -e stop ] && exit 5; done";
        Invocation other = script(loop).limits();
        FutureTask<Completion> running = new FutureTask<>(() -> run(other, line -> ready.countDown()));
        new Thread(running).start();
        ready.await();
        run(script("setsid sleep 1000 &").limits());
        assertThat(mark.left()).isNotEmpty();
        Files.writeString(directory.resolve("stop"), "");
        assertThat(running.get().exitCode()).isEqualTo(5);
    }

    @Test
    void whatCannotBeStartedIsAFaultThatSaysSo() throws IOException {
        Path noProgram = Files.writeString(directory.resolve("text"), "no program");
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> run(noProgram, script("").limits()))
                .withMessageContaining(noProgram + " can't be started");
        assertThatExceptionOfType(ToolchainException.class)
                .isThrownBy(() -> run(directory.resolve("missing"), script("").limits()))
                .withMessageContaining(directory.resolve("missing") + " can't be started");
    }

    private Completion run(Invocation invocation) throws InterruptedException {
        return run(SHELL, invocation);
    }

    private Completion run(Path program, Invocation invocation) throws InterruptedException {
        return processes.run(program, invocation, cancellation, OutputListener.NONE);
    }

    private Completion run(Invocation invocation, OutputListener listener) throws InterruptedException {
        return processes.run(SHELL, invocation, cancellation, listener);
    }

    private Script script(String text) {
        Map<String, String> environment = new HashMap<>(mark.environment());
        environment.put("LC_ALL", "C");
        return new Script(text, directory, environment);
    }

    /** A shell script on its way to an invocation. */
    private record Script(String text, Path directory, Map<String, String> environment) {
        Invocation limits() {
            return limits(Limits.PROGRAM.withTime(Duration.ofMinutes(2)));
        }

        Invocation limits(Limits limits) {
            return invocation(List.of("-c", text), limits, false);
        }

        Invocation merged() {
            return invocation(List.of("-c", text), Limits.PROGRAM, true);
        }

        Invocation with(List<String> arguments) {
            List<String> all = new ArrayList<>(List.of("-c", text, "sh"));
            all.addAll(arguments);
            return invocation(all, Limits.PROGRAM, false);
        }

        private Invocation invocation(List<String> arguments, Limits limits, boolean merged) {
            return new Invocation(
                    new Program.Built(SHELL),
                    arguments,
                    directory,
                    environment,
                    limits,
                    merged,
                    List.of(),
                    List.of(),
                    false,
                    true);
        }
    }
}
