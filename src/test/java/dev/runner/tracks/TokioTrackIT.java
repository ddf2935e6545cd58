package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The echo service of track 40, compiled and started as a learner does, before clients that are no Rust. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TokioTrackIT {
    private static final String SOURCE = "solutions/40_tokio/tokio10.rs";
    private static final int CLIENTS = 50;

    @TempDir
    private static Path build;

    private static Path program = Path.of("tokio10");

    private Process service;
    private BufferedReader printed;
    private int port;

    @BeforeAll
    static void compile() throws Exception {
        program = build.resolve("tokio10");
        Process rustc = new ProcessBuilder("rustc", "--edition", "2024", "-o", program.toString(), SOURCE)
                .redirectErrorStream(true)
                .start();
        assertThat(output(rustc)).isEmpty();
        assertThat(rustc.waitFor()).isZero();
    }

    @BeforeEach
    void start() throws IOException {
        service = new ProcessBuilder(program.toString(), "--port", "0")
                .redirectErrorStream(true)
                .start();
        printed = new BufferedReader(new InputStreamReader(service.getInputStream(), UTF_8));
        String line = printed.readLine();
        assertThat(line).matches("listening on 127\\.0\\.0\\.1:\\d+");
        port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    @AfterEach
    void end() {
        service.destroyForcibly();
    }

    @Test
    void clientsInParallelGetTheirFragmentsBackByteForByte() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            CyclicBarrier allConnected = new CyclicBarrier(CLIENTS);
            List<Future<byte[]>> echoes = new ArrayList<>();
            for (int n = 0; n < CLIENTS; n++) {
                int client = n;
                echoes.add(clients.submit(() -> echo(client, allConnected)));
            }
            for (int n = 0; n < CLIENTS; n++) {
                assertThat(echoes.get(n).get()).as("client %d", n).isEqualTo(lines(n));
            }
        } finally {
            clients.shutdownNow();
        }
        service.getOutputStream().close();
        assertThat(printed.readLine()).isEqualTo("served " + CLIENTS + " clients");
    }

    @Test
    void moreClientsAreNotMoreThreads() throws Exception {
        Path threads = Path.of("/proc", Long.toString(service.pid()), "task");
        assumeTrue(Files.isDirectory(threads), "there is no /proc to count the threads of a process in");
        List<Socket> sockets = new ArrayList<>();
        try {
            sockets.add(connect());
            assertEcho(sockets.get(0));
            long before = count(threads);
            while (sockets.size() < CLIENTS) {
                sockets.add(connect());
            }
            for (Socket socket : sockets) {
                assertEcho(socket);
            }
            assertThat(count(threads)).isEqualTo(before);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void theServiceEndsWithItsInputWhoeverIsStillConnected() throws Exception {
        try (Socket idle = connect()) {
            assertEcho(idle);
            assertThat(service.isAlive()).isTrue();
            service.getOutputStream().close();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(service.exitValue()).isZero();
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void withoutArgumentsItTestsItself() throws Exception {
        Process test =
                new ProcessBuilder(program.toString()).redirectErrorStream(true).start();
        assertThat(output(test)).isEqualTo("self-test: 4 clients, every byte came back\n");
        assertThat(test.waitFor()).isZero();
    }

    @Test
    void otherArgumentsAreRefused() throws Exception {
        Process refused = new ProcessBuilder(program.toString(), "--port", "many")
                .redirectErrorStream(true)
                .start();
        assertThat(output(refused)).startsWith("usage: ");
        assertThat(refused.waitFor()).isEqualTo(2);
    }

    @Test
    void theOwnExecutorAndTheRealTokioComeToTheSameResults(@TempDir Path target) throws Exception {
        assumeTrue(cargo(target, "fetch").waitFor() == 0, "the crates of the course are not in cargo's cache");
        Process built = cargo(target, "build", "--quiet", "--bin", "tokio6_sol");
        assertThat(built.waitFor()).as(Files.readString(target.resolve("log"))).isZero();

        Process run = new ProcessBuilder(target.resolve("debug/tokio6_sol").toString())
                .redirectErrorStream(true)
                .start();
        String result =
                "{\"Ada\": [700, 450, 820], \"Bo\": [1200], \"Cleo\": [" + "90, ".repeat(8) + "90], \"closed\": []}";
        assertThat(output(run).lines())
                .containsExactlyElementsOf(Stream.of("1", "3")
                        .flatMap(places -> Stream.of("own executor", "tokio, one thread", "tokio, threads")
                                .map(executor -> places + " " + executor + ": " + result))
                        .toList());
        assertThat(run.waitFor()).isZero();
    }

    /** What comes back when a client sends its lines in fragments. Every second client waits for each echo. */
    private byte[] echo(int client, CyclicBarrier allConnected) throws Exception {
        Random random = new Random(client);
        byte[] lines = lines(client);
        ByteArrayOutputStream echo = new ByteArrayOutputStream();
        try (Socket socket = connect()) {
            allConnected.await();
            int sent = 0;
            while (sent < lines.length) {
                int length = Math.min(1 + random.nextInt(60), lines.length - sent);
                socket.getOutputStream().write(lines, sent, length);
                sent += length;
                if (client % 2 == 0) {
                    echo.write(socket.getInputStream().readNBytes(length));
                }
            }
            socket.shutdownOutput();
            echo.write(socket.getInputStream().readAllBytes());
        }
        return echo.toByteArray();
    }

    /** Lines of text, empty ones, and one of any bytes. */
    private static byte[] lines(int client) throws IOException {
        Random random = new Random(-client);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int n = 0; n < 20; n++) {
            String line = "client " + client + ": €ü\n";
            lines.write((line.repeat(random.nextInt(5)) + "\n").getBytes(UTF_8));
        }
        byte[] bytes = new byte[3000];
        random.nextBytes(bytes);
        lines.write(bytes);
        return lines.toByteArray();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void assertEcho(Socket socket) throws IOException {
        byte[] word = ("from " + socket.getLocalPort()).getBytes(UTF_8);
        socket.getOutputStream().write(word);
        assertThat(socket.getInputStream().readNBytes(word.length)).isEqualTo(word);
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    /** Cargo in the repository, without a network and with a directory of its own for what it builds. */
    private static Process cargo(Path target, String command, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of("cargo", command, "--offline"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("log").toFile());
        builder.environment().put("CARGO_TARGET_DIR", target.toString());
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
