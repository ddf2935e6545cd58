package dev.runner.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.zeroturnaround.exec.ProcessExecutor;
import org.zeroturnaround.exec.StartedProcess;

/**
 * Runs processes under limits. Each is started in a session of its own and carries a cookie in its environment, so that
 * its whole tree can be found and ended; zt-exec's own time limit would end the first process only.
 */
final class Processes {
    /** What marks the processes of a job, and of this runner by its beginning. */
    static final String COOKIE = "RUNNER_JOB";

    /** How long output may still come after a tree has ended; only a process that escaped us could hold it longer. */
    private static final Duration PUMP_GRACE = Duration.ofMillis(500);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final int START_TRIES = 5;
    private static final AtomicLong INSTANCES = new AtomicLong();

    /** No two have one number at one time; good random numbers would take 10 ms. */
    private final String cookiePrefix = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime()) + "-"
            + INSTANCES.incrementAndGet() + ".";

    private final AtomicLong counter = new AtomicLong();
    private final Guard guard = new Guard(COOKIE + "=" + cookiePrefix);
    private final Starter starter;

    /** @param environment the environment that we were started in */
    Processes(Map<String, String> environment) {
        this(environment, Confinement.USUAL);
    }

    Processes(Map<String, String> environment, Confinement confinement) {
        this.starter = new Starter(environment, confinement);
    }

    /** From now on programs can read that directory, also in a sandbox. */
    void readable(Path directory) {
        starter.readable(directory);
    }

    /** What is set for a run besides our own environment; an empty value takes a variable away. */
    Map<String, String> variables(Invocation invocation) {
        return variables(invocation, newCookie());
    }

    /** Starts a fork server, which ends with us. */
    ForkServer startForkServer(Path program, Path library, Duration patience) throws IOException, InterruptedException {
        guard.expect();
        try {
            return ForkServer.start(program, library, Map.of(COOKIE, newCookie()), patience);
        } finally {
            guard.expectNoMore();
        }
    }

    Completion run(Path program, Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        Limits limits = invocation.limits();
        BoundedOutput output =
                new BoundedOutput(limits.headBytes(), limits.tailBytes(), invocation.merged() ? heard(listener) : null);
        BoundedOutput errors = new BoundedOutput(limits.headBytes(), limits.tailBytes(), heard(listener));
        refuseUnstartable(program);
        String cookie = newCookie();
        ProcessExecutor executor = executor(program, invocation, cookie, output, errors);
        long start = System.nanoTime();
        StartedProcess started = startExpected(executor, program);
        Tree tree = new Tree(started.getProcess(), COOKIE + "=" + cookie);
        guard.watch(tree.pid());
        try {
            Completion.End end = await(started, tree, invocation, cancellation);
            int exitCode = end == Completion.End.EXITED ? exitCode(started.getProcess()) : -1;
            return new Completion(
                    end,
                    exitCode,
                    output.transcript(),
                    errors.transcript(),
                    Duration.ofNanos(System.nanoTime() - start));
        } finally {
            guard.release(tree.pid());
        }
    }

    private String newCookie() {
        return cookiePrefix + counter.incrementAndGet();
    }

    private static Map<String, String> variables(Invocation invocation, String cookie) {
        Map<String, String> variables = new HashMap<>();
        // Backtraces are slow to make and say nothing to a learner; and a verdict must not depend on who asks.
        variables.put("RUST_BACKTRACE", "0");
        variables.put(COOKIE, cookie);
        variables.putAll(invocation.environment());
        return variables;
    }

    private ProcessExecutor executor(
            Path program, Invocation invocation, String cookie, BoundedOutput output, BoundedOutput errors) {
        List<String> command = starter.command(program, invocation);
        Map<String, @Nullable String> variables = new HashMap<>(variables(invocation, cookie));
        variables.replaceAll((name, value) -> value == null || value.isEmpty() ? null : value);
        ProcessExecutor executor = new ProcessExecutor()
                .command(command)
                .directory(invocation.directory().toFile())
                .environment(variables)
                .redirectInput(InputStream.nullInputStream())
                .redirectErrorStream(invocation.merged())
                .redirectOutput(output)
                .closeTimeout(PUMP_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                .exitValueAny();
        return invocation.merged() ? executor : executor.redirectError(errors);
    }

    /** Where {@code setsid} starts the program, its failure would look like the program's own. */
    private static void refuseUnstartable(Path program) {
        String fault = Files.isRegularFile(program)
                ? (Files.isExecutable(program) ? null : "it may not be run there")
                : "there is no such file";
        if (fault != null) {
            throw unstartable(program, fault);
        }
    }

    private static ToolchainException unstartable(Path program, String fault) {
        return new ToolchainException(
                program + " can't be started: " + fault,
                "see that it exists and that programs may be run from " + program.getParent());
    }

    private StartedProcess startExpected(ProcessExecutor executor, Path program) throws InterruptedException {
        guard.expect();
        boolean success = false;
        try {
            StartedProcess started = start(executor, program);
            success = true;
            return started;
        } finally {
            if (!success) {
                guard.expectNoMore();
            }
        }
    }

    /** A program that a linker has just written may still be open for writing in a fork of ours: then try again. */
    private static StartedProcess start(ProcessExecutor executor, Path program) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return executor.start();
            } catch (IOException fault) {
                String message = String.valueOf(fault.getMessage());
                if (attempt == START_TRIES || !message.contains("error=26,")) {
                    throw unstartable(program, reason(fault));
                }
                TimeUnit.MILLISECONDS.sleep(20L * attempt);
            }
        }
    }

    private static String reason(IOException fault) {
        Throwable cause = fault.getCause();
        String message = cause == null || cause.getMessage() == null ? fault.getMessage() : cause.getMessage();
        return message == null ? fault.toString() : message;
    }

    private Completion.End await(StartedProcess started, Tree tree, Invocation invocation, Cancellation cancellation)
            throws InterruptedException {
        AtomicReference<Completion.End> end = new AtomicReference<>(Completion.End.EXITED);
        // Whatever it left behind would hold its output open: swept before the pumps are waited for.
        CompletableFuture<Void> swept = invocation.orphans()
                ? started.getProcess().onExit().thenRun(tree::sweep)
                : CompletableFuture.completedFuture(null);
        Limits limits = invocation.limits();
        Cancellation.Registration registration = cancellation.onCancel(() -> {
            end.compareAndSet(Completion.End.EXITED, Completion.End.CANCELLED);
            tree.end();
        });
        try {
            long deadline = System.nanoTime() + limits.time().toNanos();
            while (!finished(started, Math.min(deadline - System.nanoTime(), POLL.toNanos()))) {
                if (System.nanoTime() >= deadline) {
                    end.compareAndSet(Completion.End.EXITED, Completion.End.TIME_LIMIT);
                    tree.end();
                } else if (invocation.orphans() && tree.size(limits.processes()) > limits.processes()) {
                    end.compareAndSet(Completion.End.EXITED, Completion.End.PROCESS_LIMIT);
                    tree.end();
                }
            }
            swept.join();
            return Objects.requireNonNull(end.get());
        } catch (InterruptedException interrupted) {
            tree.end();
            throw interrupted;
        } finally {
            registration.close();
        }
    }

    private static boolean finished(StartedProcess started, long nanos) throws InterruptedException {
        try {
            started.getFuture().get(Math.max(nanos, TimeUnit.MILLISECONDS.toNanos(1)), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException pumpFault) {
            // The pumps' only fault is that they had to be cut off after the grace.
            return true;
        }
    }

    /** Java says 128 + n itself where signal n ended a process. */
    private static int exitCode(Process process) throws InterruptedException {
        return process.waitFor();
    }

    private static @Nullable OutputListener heard(OutputListener listener) {
        return listener == OutputListener.NONE ? null : listener;
    }
}
