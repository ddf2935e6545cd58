package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs and sockets around a Redis server. */
final class RedisTools {
    private RedisTools() {}

    /** Skips the test where that program is not installed. */
    static void assumeInstalled(String name) {
        assumeTrue(onPath(name).isPresent(), name + " is not installed");
    }

    /** A Redis server of version 7 or later; one program is both the server and redis-check-rdb, and goes by its name. */
    static Path realServer(Path directory) throws Exception {
        Optional<Path> found = onPath("redis-server");
        if (found.isEmpty() && onPath("redis-check-rdb").isPresent()) {
            Path link = directory.resolve("redis-server");
            found = Optional.of(
                    Files.createSymbolicLink(link, onPath("redis-check-rdb").get()));
        }
        assumeTrue(found.isPresent(), "redis-server is not installed");
        String version = run("", found.get().toString(), "--version");
        assumeTrue(version.matches("(?s)Redis server v=([7-9]|\\d\\d).*"), "redis-server is older than 7");
        return found.get();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What a program prints on both streams; it must end well. */
    static String run(String input, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("REDISCLI_"));
        Process process = builder.start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        try {
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(out).isZero();
            return out;
        } finally {
            process.destroyForcibly();
        }
    }

    static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    static List<String> next(int count, BufferedReader lines) throws IOException {
        List<String> next = new ArrayList<>();
        while (next.size() < count) {
            next.add(String.valueOf(lines.readLine()));
        }
        return next;
    }

    /** Sends these pieces one by one, and returns what comes until the other side has closed the connection. */
    static String talk(SocketAddress address, String... pieces) throws IOException {
        try (SocketChannel channel = SocketChannel.open(address)) {
            if (address instanceof InetSocketAddress) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            for (String piece : pieces) {
                ByteBuffer bytes = ISO_8859_1.encode(piece);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.shutdownOutput();
            return new String(Channels.newInputStream(channel).readAllBytes(), ISO_8859_1);
        }
    }
}
