package dev.runner.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A compiler that is loaded once and forks for each run: the other end of {@code fork_server.rs}, which describes the
 * protocol. Ends when this program does, and by itself when nobody asks for anything. Safe for use by many threads.
 */
final class ForkServer implements AutoCloseable {
    private static final String GREETING = "fork server 1\n";
    private static final int RUN = 1;
    private static final int KILL = 2;
    private static final int OUTPUT = 1;
    private static final int ERRORS = 2;
    private static final int ENDED = 3;
    private static final int HEADER = 12;
    /** A status of waitpid(2) holds the signal in its lowest seven bits, and above eight the exit code. */
    private static final int SIGNAL = 0x7f;

    /** For loading a compiler, or for the end of what was killed. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Process process;
    private final OutputStream requests;
    private final Thread listener = new Thread(this::listen, "fork-server");
    private final CompletableFuture<Void> greeted = new CompletableFuture<>();
    private final Map<Integer, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicInteger counter = new AtomicInteger();
    private volatile boolean ended;

    /** A run that was asked for, and what came of it until now. */
    private record Job(BoundedOutput output, BoundedOutput errors, CompletableFuture<Integer> status) {}

    private ForkServer(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
    }

    /**
     * Loads a compiler.
     *
     * @param library {@code fork_server.rs}, built
     * @param variables set on top of our own environment, for the server and what it runs
     * @param patience how long it waits for a request before it ends by itself
     * @throws IOException if that can't be done
     */
    static ForkServer start(Path program, Path library, Map<String, String> variables, Duration patience)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.putAll(variables);
        environment.put("LD_PRELOAD", library.toString());
        // What is resolved before the fork need not be resolved in each child.
        environment.put("LD_BIND_NOW", "1");
        environment.put("RUNNER_FORK_PATIENCE", Long.toString(patience.toMillis()));
        ForkServer server = new ForkServer(builder.start());
        server.listener.setDaemon(true);
        server.listener.start();
        boolean success = false;
        try {
            server.greeted.get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            // A script's main is its shell's, which understands other arguments.
            success = Files.isSameFile(Path.of("/proc", Long.toString(server.pid()), "exe"), program);
            if (!success) {
                throw new IOException(program + " is run by another program");
            }
            return server;
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException(program + " could not be made a fork server", silent);
        } finally {
            if (!success) {
                server.close();
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /** Whether it takes no more requests. */
    boolean hasEnded() {
        return ended;
    }

    /**
     * Runs the compiler as {@link Toolchain#run} does, its two streams apart.
     *
     * @param program the same that the server was started with
     * @param variables set on top of the server's environment; an empty value takes a variable away
     * @return what came of it; empty if the server ended before the compiler did, or could not run it
     */
    Optional<Completion> run(
            Path program, Invocation invocation, Map<String, String> variables, Cancellation cancellation)
            throws InterruptedException {
        Limits limits = invocation.limits();
        Job job = new Job(
                new BoundedOutput(limits.headBytes(), limits.tailBytes(), null),
                new BoundedOutput(limits.headBytes(), limits.tailBytes(), null),
                new CompletableFuture<>());
        int id = counter.incrementAndGet();
        long start = System.nanoTime();
        jobs.put(id, job);
        send(RUN, id, request(program, invocation, variables));
        AtomicReference<Completion.End> end = new AtomicReference<>(Completion.End.EXITED);
        Cancellation.Registration registration = cancellation.onCancel(() -> {
            end.compareAndSet(Completion.End.EXITED, Completion.End.CANCELLED);
            send(KILL, id, new byte[0]);
        });
        try {
            int status = await(id, job, end, limits.time());
            int exitCode = (status & SIGNAL) == 0 ? status >> 8 & 0xff : 128 + (status & SIGNAL);
            return Optional.of(new Completion(
                    Objects.requireNonNull(end.get()),
                    exitCode,
                    job.output().transcript(),
                    job.errors().transcript(),
                    Duration.ofNanos(System.nanoTime() - start)));
        } catch (ExecutionException | TimeoutException lost) {
            return Optional.empty();
        } finally {
            registration.close();
            jobs.remove(id);
        }
    }

    private int await(int id, Job job, AtomicReference<Completion.End> end, Duration time)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            return job.status().get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            end.compareAndSet(Completion.End.EXITED, Completion.End.TIME_LIMIT);
            return killed(id, job);
        } catch (InterruptedException interrupted) {
            try {
                killed(id, job);
            } catch (ExecutionException | TimeoutException goneAnyway) {
                interrupted.addSuppressed(goneAnyway);
            }
            throw interrupted;
        }
    }

    private int killed(int id, Job job) throws InterruptedException, ExecutionException, TimeoutException {
        send(KILL, id, new byte[0]);
        try {
            return job.status().get(GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException stuck) {
            // Its children end with it.
            close();
            throw stuck;
        }
    }

    /** Ends it and whatever it runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Waits until nobody reads its replies: a JVM that ends before waits 300 ms for each thread that does. */
    void awaitEnd() throws InterruptedException {
        listener.join(GRACE.toMillis());
    }

    private static byte[] request(Path program, Invocation invocation, Map<String, String> variables) {
        StringBuilder text = new StringBuilder();
        append(text, invocation.directory().toString());
        append(text, Long.toString(invocation.limits().fileBytes()));
        append(text, Integer.toString(1 + invocation.arguments().size()));
        append(text, program.toString());
        invocation.arguments().forEach(argument -> append(text, argument));
        variables.forEach((name, value) -> append(text, value.isEmpty() ? name : name + "=" + value));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder text, String string) {
        text.append(string).append('\0');
    }

    /** Says nothing where nobody hears it: who waits for an answer then learns that the server has ended. */
    private synchronized void send(int kind, int id, byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(HEADER + content.length).order(ByteOrder.nativeOrder());
        frame.putInt(kind).putInt(id).putInt(content.length).put(content);
        try {
            requests.write(frame.array());
            requests.flush();
        } catch (IOException gone) {
            end(gone);
        }
    }

    private void listen() {
        try (InputStream replies = process.getInputStream()) {
            byte[] greeting = replies.readNBytes(GREETING.length());
            if (!new String(greeting, StandardCharsets.US_ASCII).equals(GREETING)) {
                throw new IOException("no fork server");
            }
            greeted.complete(null);
            while (true) {
                hear(replies);
            }
        } catch (IOException over) {
            end(over);
        }
    }

    private void hear(InputStream replies) throws IOException {
        ByteBuffer header = numbers(exactly(replies, HEADER));
        int kind = header.getInt();
        Job job = jobs.get(header.getInt());
        byte[] content = exactly(replies, header.getInt());
        if (job == null) {
            return;
        }
        switch (kind) {
            case OUTPUT -> job.output().write(content, 0, content.length);
            case ERRORS -> job.errors().write(content, 0, content.length);
            case ENDED -> {
                int status = numbers(content).getInt();
                if (status < 0) {
                    job.status().completeExceptionally(new IOException("it could not be run"));
                } else {
                    job.status().complete(status);
                }
            }
            default -> throw new IOException("unknown reply " + kind);
        }
    }

    private static ByteBuffer numbers(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    private static byte[] exactly(InputStream stream, int length) throws IOException {
        byte[] bytes = stream.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the fork server has ended");
        }
        return bytes;
    }

    private void end(IOException why) {
        ended = true;
        greeted.completeExceptionally(why);
        jobs.values().forEach(job -> job.status().completeExceptionally(why));
        close();
    }
}
