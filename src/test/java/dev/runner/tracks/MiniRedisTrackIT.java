package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server of track 31, compiled and started as a learner does: redis-cli and redis-benchmark talk to it, plain
 * sockets check it byte for byte, and a real Redis server is asked whether these bytes are the right ones.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MiniRedisTrackIT {
    private static final String SOURCE = "solutions/31_mini_redis/redis10.rs";

    /** What redis-cli prints; {@code /} parts its lines. */
    private static final String PRINTED = """
            PING => PONG
            PING "good evening" => "good evening"
            ECHO "two  words\\r\\n" => "two  words\\r\\n"
            SET seats 120 => OK
            GET seats => "120"
            INCR seats => (integer) 121
            INCR visitors => (integer) 1
            EXISTS seats visitors nobody seats => (integer) 3
            TTL seats => (integer) -1
            TTL nobody => (integer) -2
            SET seats 80 PX 3600000 => OK
            SET seats 80 ex 0 => (error) ERR invalid expire time in 'set' command
            SET seats 80 XY 10 => (error) ERR syntax error
            EXPIRE seats 3600 => (integer) 1
            EXPIRE nobody 3600 => (integer) 0
            EXPIRE seats soon => (error) ERR value is not an integer or out of range
            DEL seats visitors nobody => (integer) 2
            GET seats => (nil)
            SET seats many => OK
            INCR seats => (error) ERR value is not an integer or out of range
            PUBLISH doors open => (integer) 0
            GET => (error) ERR wrong number of arguments for 'get' command
            DIM lights 5 => (error) ERR unknown command 'DIM', with args beginning with: 'lights' '5'\s
            COMMAND => (empty array)
            CONFIG GET save => 1) "save" / 2) ""
            CONFIG GET nothing => (empty array)
            """;

    /** Requests, and the bytes of their replies with {@code ~} for a line end. What is set is deleted at the end. */
    private static final String REPLIES = """
            PING => +PONG~
            ping hello => $5~hello~
            ECHO ü => $2~ü~
            SET seats 120 EX 600 => +OK~
            GET seats => $3~120~
            INCR seats => :121~
            SET seats 9223372036854775807 => +OK~
            INCR seats => -ERR increment or decrement would overflow~
            TTL seats => :-1~
            SET seats 007 => +OK~
            INCR seats => -ERR value is not an integer or out of range~
            INCR visitors => :1~
            EXISTS seats seats nobody => :2~
            EXPIRE visitors -1 => :1~
            TTL visitors => :-2~
            EXPIRE nobody 10 => :0~
            EXPIRE seats 9223372036854775807 => -ERR invalid expire time in 'expire' command~
            SET seats 1 PX 0 => -ERR invalid expire time in 'set' command~
            SET seats 1 EX 1 PX 1 => -ERR syntax error~
            SET seats 1 EX x => -ERR value is not an integer or out of range~
            SET seats => -ERR wrong number of arguments for 'set' command~
            PUBLISH doors open => :0~
            SUBSCRIBE => -ERR wrong number of arguments for 'subscribe' command~
            Dim lights 5 => -ERR unknown command 'Dim', with args beginning with: 'lights' '5' ~
            CONFIG GET save => *2~$4~save~$0~~
            CONFIG GET appendonly => *2~$10~appendonly~$2~no~
            CONFIG GET nothing => *0~
            DEL seats nobody seats => :1~
            GET seats => $-1~
            SUBSCRIBE doors stars doors => *3~$9~subscribe~$5~doors~:1~*3~$9~subscribe~$5~stars~:2~*3~$9~subscribe~$5~doors~:2~
            PING => *2~$4~pong~$0~~
            PING hello => *2~$4~pong~$5~hello~
            GET seats => -ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context~
            """;

    /** Bytes as they are sent on a connection of their own, and all that comes back until it is closed. */
    private static final Map<String, String> RAW = Map.of(
            "PING\r\n\r\n  ECHO   hi \nping\r\n", "+PONG\r\n$2\r\nhi\r\n+PONG\r\n",
            "*0\r\n*-1\r\n*1\r\n$4\r\nPING\r\n", "+PONG\r\n",
            "*2\r\n$4\r\nECHO\r\n$6\r\n\r\n\0\u00ff\r\n\r\n", "$6\r\n\r\n\0\u00ff\r\n\r\n",
            "*3\r\n$3\r\na\rb\r\n$0\r\n\r\n$1\r\n\n\r\n",
                    "-ERR unknown command 'a b', with args beginning with: '' ' ' \r\n",
            "PING\r\n*1\r\n:5\r\n", "+PONG\r\n-ERR Protocol error: expected '$', got ':'\r\n",
            "*01\r\n", "-ERR Protocol error: invalid multibulk length\r\n",
            "*1\r\n$-1\r\n", "-ERR Protocol error: invalid bulk length\r\n",
            "*1\r\n$536870913\r\n", "-ERR Protocol error: invalid bulk length\r\n");

    @TempDir
    private static Path build;

    private static Path program = Path.of("redis10");

    private Process server;
    private int port;

    @BeforeAll
    static void compile() throws Exception {
        program = build.resolve("redis10");
        assertThat(RedisTools.run("", "rustc", "--edition", "2024", "-o", program.toString(), SOURCE))
                .isEmpty();
    }

    @BeforeEach
    void start() throws IOException {
        server = new ProcessBuilder(program.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line = RedisTools.lines(server).readLine();
        assertThat(line).matches("listening on 127\\.0\\.0\\.1:\\d+");
        port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    }

    @AfterEach
    void end() {
        server.destroyForcibly();
    }

    @Test
    void redisCliPrintsWhatARealServerWouldMakeItPrint() throws Exception {
        RedisTools.assumeInstalled("redis-cli");
        assertThat(printed("-p", "" + port)).isEqualTo(PRINTED);
    }

    @Test
    void aLifetimeIsCountedDown() throws Exception {
        RedisTools.assumeInstalled("redis-cli");
        RedisTools.run("", "redis-cli", "-p", "" + port, "SET", "seats", "120", "EX", "3600");
        String left =
                RedisTools.run("", "redis-cli", "-p", "" + port, "TTL", "seats").strip();
        assertThat(Integer.parseInt(left)).isBetween(3000, 3600);
    }

    @Test
    void redisBenchmarkRunsThrough() throws Exception {
        RedisTools.assumeInstalled("redis-benchmark");
        String[] command = "redis-benchmark -n 2000 -c 10 -t ping,set,get -q -p".split(" ");
        String out = RedisTools.run(
                "", Stream.concat(Stream.of(command), Stream.of("" + port)).toArray(String[]::new));
        for (String name : List.of("PING_INLINE", "PING_MBULK", "SET", "GET")) {
            assertThat(out).containsPattern(name + ": [0-9.]+ requests per second");
        }
        assertThat(out).doesNotContain("WARN", "rror");
    }

    @Test
    void aSubscriberGetsWhatIsPublishedAndTheEndIsGraceful() throws Exception {
        RedisTools.assumeInstalled("redis-cli");
        Process subscriber = new ProcessBuilder("redis-cli", "-p", "" + port, "--no-raw", "SUBSCRIBE", "doors")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = RedisTools.lines(subscriber)) {
            assertThat(RedisTools.next(4, printed)).endsWith("1) \"subscribe\"", "2) \"doors\"", "3) (integer) 1");
            assertThat(RedisTools.run("", "redis-cli", "-p", "" + port, "PUBLISH", "doors", "open"))
                    .isEqualTo("1\n");
            assertThat(RedisTools.next(3, printed)).containsExactly("1) \"message\"", "2) \"doors\"", "3) \"open\"");
            server.getOutputStream().close();
            assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.exitValue()).isZero();
            assertThat(subscriber.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            subscriber.destroyForcibly();
        }
    }

    @Test
    void aConversationMayBeCutAtEveryByte() throws Exception {
        String requests = requests();
        for (int cut = 1; cut < requests.length(); cut++) {
            String replies = RedisTools.talk(here(), requests.substring(0, cut), requests.substring(cut));
            assertThat(replies).as("cut at %d", cut).isEqualTo(replies());
        }
    }

    @Test
    void aConversationMayComeByteByByte() throws Exception {
        assertThat(RedisTools.talk(here(), requests().split(""))).isEqualTo(replies());
    }

    @Test
    void bytesThatAreNoRequestAreAnsweredToo() throws Exception {
        for (var row : RAW.entrySet()) {
            assertThat(RedisTools.talk(here(), row.getKey())).as(row.getKey()).isEqualTo(row.getValue());
        }
    }

    @Test
    void aRealServerSendsTheSameBytes(@TempDir Path directory) throws Exception {
        RedisTools.assumeInstalled("redis-cli");
        Path redis = RedisTools.realServer(directory);
        Path socket = directory.resolve("socket");
        String[] command = {redis.toString(), "--port", "0", "--save", "", "--unixsocket", socket.toString()};
        Process real = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader log = RedisTools.lines(real)) {
            assertThat(log.lines().anyMatch(line -> line.contains("eady to accept connections")))
                    .isTrue();
            var address = UnixDomainSocketAddress.of(socket);
            // Only its description of all commands is a longer one.
            assertThat(printed("-s", socket.toString()).replaceFirst("COMMAND => .*", "COMMAND => (empty array)"))
                    .isEqualTo(PRINTED);
            assertThat(RedisTools.talk(address, requests())).isEqualTo(replies());
            for (var row : RAW.entrySet()) {
                assertThat(RedisTools.talk(address, row.getKey()))
                        .as(row.getKey())
                        .isEqualTo(row.getValue());
            }
        } finally {
            real.destroyForcibly();
            Files.deleteIfExists(directory.resolve("redis-server"));
        }
    }

    @Test
    void withoutArgumentsItShowsItself() throws Exception {
        assertThat(RedisTools.run("", program.toString()))
                .startsWith("+OK\r\n:121\r\n:")
                .endsWith("-ERR unknown command 'DIM', with args beginning with: 'lights' \r\n");
    }

    @Test
    void otherArgumentsAreRefused() throws Exception {
        Process process = new ProcessBuilder(program.toString(), "--port", "many")
                .redirectErrorStream(true)
                .start();
        assertThat(process.getInputStream().readAllBytes()).asString().startsWith("usage: ");
        assertThat(process.waitFor()).isEqualTo(2);
    }

    /** The table of what redis-cli prints when it talks to that server. */
    private static String printed(String option, String server) throws Exception {
        StringBuilder printed = new StringBuilder();
        for (String row : PRINTED.lines().toList()) {
            String request = row.split(" => ", 2)[0];
            String reply = RedisTools.run(request + "\n", "redis-cli", option, server, "--no-raw");
            printed.append(request).append(" => ");
            printed.append(String.join(" / ", reply.lines().toList())).append('\n');
        }
        return printed.toString();
    }

    private SocketAddress here() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The left side of the table as a client sends it. Bytes are chars here. */
    private static String requests() {
        StringBuilder requests = new StringBuilder();
        for (String row : bytes(REPLIES).lines().toList()) {
            String[] words = row.split(" => ", 2)[0].split(" ", -1);
            requests.append('*').append(words.length).append("\r\n");
            for (String word : words) {
                requests.append('$').append(word.length()).append("\r\n");
                requests.append(word).append("\r\n");
            }
        }
        return requests.toString();
    }

    /** The right side of the table. */
    private static String replies() {
        return bytes(REPLIES)
                .lines()
                .map(row -> row.split(" => ", 2)[1].replace("~", "\r\n"))
                .collect(Collectors.joining());
    }

    private static String bytes(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }
}
