package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.tracks.DenoPrograms.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The runtime of track 41 against what is written about Deno's permissions: a table of cases, each group with its source,
 * and scripts that really read files, connect and look at the environment, or are kept from it.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tables hold paths that begin with /")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DenoTrackIT {
    @TempDir
    private static Path build;

    private static Path runtime = Path.of("deno11");

    @TempDir
    private Path directory;

    @BeforeAll
    static void compile() throws Exception {
        runtime = DenoPrograms.compiled("deno11", build);
    }

    /** Deno manual, "Permissions" (File system access), and for the order of entries denoland/deno, pull request 31224. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing is granted by default, and a flag alone stands for everything
            none                                        | /etc/hosts             | prompt
            --allow-read                                | /etc/hosts             | granted
            -R                                          | /etc/hosts             | granted
            --allow-all                                 | /etc/hosts             | granted
            -A                                          | /etc/hosts             | granted
            --allow-net --allow-env                     | /etc/hosts             | prompt
            # a list names files, and directories with all that is in them
            --allow-read=foo.txt,bar.txt                | foo.txt                | granted
            --allow-read=foo.txt,bar.txt                | ./sub/../bar.txt       | granted
            --allow-read=foo.txt,bar.txt                | baz.txt                | prompt
            --allow-read=foo.txt,bar.txt                | sub/foo.txt            | prompt
            --allow-read=node_modules                   | node_modules/a/b.js    | granted
            --allow-read=node_modules                   | node_modules2/a        | prompt
            --allow-read=/usr/lib                       | /usr/lib64/x           | prompt
            --allow-read=/usr/lib                       | /usr/lib/../../etc/x   | prompt
            --allow-read=this,,that                     | this,that              | granted
            --allow-read=this,,that                     | this                   | prompt
            # a denial takes precedence
            --allow-read=/etc --deny-read=/etc/hosts    | /etc/passwd            | granted
            --allow-read=/etc --deny-read=/etc/hosts    | /etc/hosts             | denied
            --allow-read --deny-read=/etc               | /etc/hosts             | denied
            --allow-read --deny-read=/etc               | /usr                   | granted
            --deny-read                                 | /etc/hosts             | denied
            --allow-read --deny-read                    | /etc/hosts             | denied
            --allow-all --deny-read=/etc                | /etc/hosts             | denied
            --allow-read=/etc --deny-read=/etc          | /etc/hosts             | denied
            # unless the entry that allows is the more exact one
            --allow-read=./data/sub --deny-read=./data  | data/sub/x             | granted
            --allow-read=./data/sub --deny-read=./data  | data/x                 | denied
            --allow-read=/a/b/c/d --deny-read=/a,/a/b/c | /a/b/c/d/e             | granted
            --allow-read=/a/b/c/d --deny-read=/a,/a/b/c | /a/b/c/e               | denied
            # a directory with something denied in it is not read as a whole
            --allow-read=/etc --deny-read=/etc/hosts    | /etc                   | denied
            """)
    void readAccessIsGrantedAsDocumented(String flags, String path, String state) throws Exception {
        assertThat(permission(flags, "read", path)).isEqualTo(state);
    }

    /** Deno manual, "Permissions" (Network access); hosts and addresses also denoland/deno, runtime/permissions/lib.rs. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none                                        | reed.test           | prompt
            --allow-net                                    | reed.test:443       | granted
            -N                                             | 1.1.1.1             | granted
            --allow-net=github.com,moss.test                  | moss.test:443          | granted
            --allow-net=github.com,moss.test                  | fern.test:443       | prompt
            --allow-net=github.com                         | GitHub.com:80       | granted
            # a subdomain is another host, unless there is a wildcard
            --allow-net=github.com                         | api.github.com:443  | prompt
            --allow-net=*.example.com                      | a.example.com:80    | granted
            --allow-net=*.example.com                      | a.b.example.com:80  | granted
            --allow-net=*.example.com                      | anexample.com:80    | prompt
            # a port narrows it down
            --allow-net=example.com:80                     | example.com:80      | granted
            --allow-net=example.com:80                     | example.com:443     | prompt
            --allow-net=1.1.1.1:443                        | 1.1.1.1:443         | granted
            --allow-net=1.1.1.1:443                        | 1.1.1.1:80          | prompt
            --allow-net=[2606:4700:4700::1111]             | [2606:4700:4700::1111]:53 | granted
            --allow-net=[::1]:8080                         | [::1]:8081          | prompt
            --allow-net=127.0.0.1                          | [::ffff:127.0.0.1]:80 | granted
            # a denial takes precedence, unless the other entry is more exact
            --allow-net --deny-net=github.com,moss.test       | github.com:443      | denied
            --allow-net --deny-net=github.com,moss.test       | reed.test:443       | granted
            --allow-net=a.com --deny-net=a.com             | a.com:80            | denied
            --deny-net                                     | a.com:80            | denied
            --allow-net=a.com:8080,a.com:443 --deny-net=a.com | a.com:8080       | granted
            --allow-net=a.com:8080,a.com:443 --deny-net=a.com | a.com:20         | denied
            --allow-net=a.com --deny-net=a.com:22          | a.com:22            | denied
            """)
    void netAccessIsGrantedAsDocumented(String flags, String host, String state) throws Exception {
        assertThat(permission(flags, "net", host)).isEqualTo(state);
    }

    /** Deno manual, "Permissions" (Environment variables), and denoland/deno, pull request 31224. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            none                                        | HOME                  | prompt
            --allow-env                                    | HOME                  | granted
            -E                                             | HOME                  | granted
            --allow-env=HOME,FOO                           | FOO                   | granted
            --allow-env=HOME,FOO                           | FOOD                  | prompt
            --allow-env=HOME                               | home                  | prompt
            --allow-env=AWS_*                              | AWS_REGION            | granted
            --allow-env=AWS_*                              | MY_AWS_REGION         | prompt
            --allow-env --deny-env=AWS_ACCESS_KEY_ID       | AWS_ACCESS_KEY_ID     | denied
            --allow-env --deny-env=AWS_ACCESS_KEY_ID       | AWS_REGION            | granted
            --allow-env=AWS_* --deny-env=AWS_SECRET_*      | AWS_SECRET_KEY        | denied
            --allow-env=AWS_* --deny-env=AWS_SECRET_*      | AWS_REGION            | granted
            --allow-env=NODE_ENV --deny-env=NODE_*         | NODE_ENV              | granted
            --allow-env=NODE_ENV --deny-env=NODE_*         | NODE_DEBUG            | denied
            --allow-env=TEST_* --deny-env=TEST_*           | TEST_VAR              | denied
            --deny-env                                     | HOME                  | denied
            """)
    void environmentAccessIsGrantedAsDocumented(String flags, String name, String state) throws Exception {
        assertThat(permission(flags, "env", name)).isEqualTo(state);
    }

    /** The errors of denoland/deno, runtime/permissions/lib.rs: NetDescriptorParseError, EnvDescriptorParseError. */
    @ParameterizedTest
    @CsvSource({
        "--allow-net=https://reed.test",
        "--allow-net=reed.test:",
        "--allow-net=reed.test:http",
        "--allow-net=::1",
        "--allow-net=[::1",
        "--allow-net=[::1]80",
        "--allow-net=reed.test:65536",
        "--allow-env=",
        "--deny-run"
    })
    void whatIsNoFlagIsRefused(String flag) throws Exception {
        Ended ended = DenoPrograms.run(directory, runtime, List.of("check-permission", flag, "env", "HOME"));
        assertThat(ended.err()).startsWith("error: ");
        assertThat(ended.status()).isEqualTo(1);
    }

    @Test
    void aScriptReadsWhatItMay() throws Exception {
        Files.writeString(directory.resolve("data"), "forty-two");
        Files.createDirectories(directory.resolve("open"));
        Files.createSymbolicLink(directory.resolve("open/link"), directory.resolve("data"));
        script("let text = read_file data", "print $text");
        assertThat(run("--allow-read=data", "script")).isEqualTo(new Ended(0, "forty-two", ""));
        assertRefused(run("script"), "read access to \"data\", run again with --allow-read");
        assertRefused(run("--allow-net", "--allow-env", "script", "--allow-read"), "read access");
        assertRefused(run("--allow-read", "--deny-read=data", "script"), "denied by --deny-read");
        // "Symbolic links" in the manual: where the link lies counts, not where it leads.
        script("let rid = open open/link", "let text = read $rid", "print $text", "close $rid");
        assertThat(run("--allow-read=open", "script")).isEqualTo(new Ended(0, "forty-two", ""));
        assertRefused(run("--allow-read=data", "script"), "read access to \"open/link\"");
    }

    @Test
    void aScriptSeesTheVariablesItMay() throws Exception {
        script("let region = env AWS_REGION", "print $region", "let key = try env AWS_SECRET", "print $key");
        Map<String, String> variables = Map.of("AWS_REGION", "eu-west-3", "AWS_SECRET", "s3cret");
        assertThat(run(variables, "--allow-env=AWS_*", "script").out()).isEqualTo("eu-west-3\ns3cret");
        Ended one = run(variables, "--allow-env=AWS_*", "--deny-env=AWS_SECRET", "script");
        assertThat(one.out()).startsWith("eu-west-3\nerror: NotCapable").doesNotContain("s3cret");
        assertRefused(run(variables, "--allow-read", "script"), "env access to \"AWS_REGION\"");
    }

    @Test
    void aScriptConnectsWhereItMay() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + server.getLocalPort();
            script("let rid = connect " + address, "write $rid script", "let answer = read $rid", "print $answer");
            assertRefused(run("script"), "net access to \"" + address + "\", run again with --allow-net");
            assertRefused(run("--allow-net=127.0.0.1:" + (server.getLocalPort() ^ 1), "script"), "net access");
            assertRefused(run("--allow-net", "--deny-net=" + address, "script"), "denied by --deny-net");
            for (String flag : List.of("--allow-net=" + address, "--allow-net=127.0.0.1", "--allow-net", "-A")) {
                Process process = DenoPrograms.started(directory, Map.of(), runtime, List.of("run", flag, "script"));
                // Those that were refused have not even knocked: the first connection is of this one.
                try (Socket socket = server.accept()) {
                    assertThat(lines(socket).readLine()).isEqualTo("script");
                    socket.getOutputStream().write((flag + "\n").getBytes(UTF_8));
                }
                assertThat(DenoPrograms.ended(directory, process)).isEqualTo(new Ended(0, flag, ""));
            }
        }
    }

    @Test
    void theEventLoopServesWhatIsReady() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String connect = " = connect 127.0.0.1:" + server.getLocalPort();
            List<String> lines = new ArrayList<>();
            for (String name : List.of("a", "b", "c")) {
                lines.addAll(List.of("let rid" + connect, "start " + name + " = read $rid"));
                lines.add("on " + name + " print $" + name);
            }
            lines.add("print begun");
            script(lines.toArray(String[]::new));
            Process process = DenoPrograms.started(directory, Map.of(), runtime, List.of("run", "-N", "script"));
            BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int n = 0; n < 3; n++) {
                    sockets.add(server.accept());
                }
                assertThat(printed.readLine()).isEqualTo("begun");
                for (int n : new int[] {2, 0, 1}) {
                    sockets.get(n).getOutputStream().write(("answer " + n + "\n").getBytes(UTF_8));
                    assertThat(printed.readLine()).isEqualTo("answer " + n);
                }
                assertThat(process.waitFor()).isZero();
            } finally {
                process.destroyForcibly();
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }

    /** Deno manual, "Security and permissions": the static module graph may be read, dynamic imports need permission. */
    @Test
    void onlyModulesThatAreKnownBeforehandNeedNoPermission() throws Exception {
        Files.writeString(directory.resolve("a"), "import ./b\nimport ./script\nprint a");
        Files.writeString(directory.resolve("b"), "print b");
        script("print script", "import ./a", "import ./b");
        assertThat(run("script")).isEqualTo(new Ended(0, "b\na\nscript", ""));
        script("load ./a", "load ./a");
        assertThat(run("--allow-read=.", "script").out()).isEqualTo("b\na");
        assertRefused(run("script"), "read access");
        script("import cowsay");
        assertThat(run("-A", "script").err()).contains("not prefixed with / or ./ or ../");
    }

    @Test
    void withoutArgumentsItShowsWhatItDoes() throws Exception {
        Ended ended = DenoPrograms.run(directory, runtime, List.of());
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("NotCapable").endsWith("HELLO\ndone");
    }

    private static void assertRefused(Ended ended, String why) {
        assertThat(ended.err()).startsWith("error: NotCapable: ").contains(why);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.status()).isEqualTo(1);
    }

    private void script(String... lines) throws IOException {
        Files.write(directory.resolve("script"), List.of(lines));
    }

    private Ended run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    private Ended run(Map<String, String> variables, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("run"));
        line.addAll(List.of(arguments));
        return DenoPrograms.ended(directory, DenoPrograms.started(directory, variables, runtime, line));
    }

    private String permission(String flags, String kind, String value) throws Exception {
        List<String> line = new ArrayList<>(List.of("check-permission"));
        line.addAll(flags.equals("none") ? List.of() : List.of(flags.split(" ")));
        line.addAll(List.of(kind, value));
        return DenoPrograms.run(directory, runtime, line).out();
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }
}
