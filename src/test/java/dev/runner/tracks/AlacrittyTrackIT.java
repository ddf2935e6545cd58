package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terminal of track 42 beside {@code tmux}: what real programs send must come to the same screen in both. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "tmux, script and terminals")
class AlacrittyTrackIT {
    private static final String SOURCE = "solutions/42_alacritty/alacritty10.rs";

    /** In how many places a recording is cut, so that screens on the way are compared as well. */
    private static final int CUTS = 6;

    /** Cursor movements, a scroll region, inserting and deleting, as a program for full screens sends them. */
    private static final String FULL_SCREEN = """
            printf '\\033[H\\033[2J'
            for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14; do echo "entry $n of the log book"; done
            printf '\\033[3;8r\\033[8;1H'
            for n in a b c d e; do echo "below the head line: $n"; done
            printf '\\033[3;1H\\033M\\033Mpushed down\\033[5;3H\\033[2L\\033[Bin between'
            printf '\\033[r\\033[9;2H\\033[2M\\0337\\033[1;30H\\033[1;7mclock\\033[m\\0338back'
            printf '\\033[4;1H\\033[4hinserted \\033[4l\\033[2P\\033[3@\\033[10G\\033[1K\\033[6;12H\\033[4X'
            printf '\\033[?1049h\\033[2J\\033[2;2Hother screen\\033[?1049l, after it\\033[11;1H\\033[J'
            printf 'tab\\tstop\\b\\bXY\\033]0;a title\\007\\033(B\\033[?25l\\033[?25h\\r\\n'
            for n in $(seq 90); do printf '%s ' "$n"; done
            """;

    private static final String VIM = "vim -u NONE -N -c 'set number nomore | redraw' -c 'normal 30G' -c 'redraw'"
            + " -c '5d | redraw' -c 'split | redraw' -c 'normal Gzz' -c 'redraw' -c 'qa!' notes";

    /** The server lives on between two sessions. */
    private static final String TMUX_SETTINGS = """
            set -g status off
            set -g exit-empty off
            set -g default-shell /bin/sh
            """;

    @TempDir
    private static Path temporary;

    private static Path program = Path.of("alacritty10");
    private static int replays;

    @BeforeAll
    static void compileAndWriteFiles() throws Exception {
        program = temporary.resolve("alacritty10");
        Run rustc = run("rustc", "--edition", "2024", "-o", program.toString(), SOURCE);
        assertThat(rustc.out() + rustc.err()).isEmpty();
        StringBuilder notes = new StringBuilder();
        for (int n = 1; n <= 60; n++) {
            notes.append("note ")
                    .append(n)
                    .append(": ")
                    .append("wörter 語 ".repeat(n % 9))
                    .append("\tend\n");
        }
        Files.writeString(temporary.resolve("notes"), notes);
        Files.writeString(temporary.resolve("full-screen.sh"), FULL_SCREEN);
        Files.writeString(temporary.resolve("tmux.conf"), TMUX_SETTINGS);
        Path directory = Files.createDirectories(temporary.resolve("directory"));
        for (int n = 0; n < 70; n++) {
            Files.createDirectories(directory.resolve("sub-" + "x".repeat(n % 11) + n));
            Files.writeString(directory.resolve("Datei-ü" + n + "語".repeat(n % 5) + ".txt"), "");
        }
    }

    @AfterAll
    static void stopTmux() throws Exception {
        if (replays > 0) {
            tmux("kill-server");
        }
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "60, 12", "33, 9"})
    void aDirectoryIsListedInBoth(int columns, int rows) throws Exception {
        compareRecording("ls --color=always -C directory; ls --color=always -l directory", columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "60, 14", "40, 12"})
    void aScriptForFullScreensLooksTheSameInBoth(int columns, int rows) throws Exception {
        compareRecording("sh full-screen.sh", columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "50, 10"})
    void coloursAndErasedLineEndsMakeNoDifference(int columns, int rows) throws Exception {
        compareRecording("grep --color=always -n note notes", columns, rows);
    }

    @ParameterizedTest
    @CsvSource({"80, 24", "60, 12", "33, 9"})
    void anEditorComesAndGoesInBoth(int columns, int rows) throws Exception {
        assumeInstalled("vim");
        byte[] output = compareRecording(VIM, columns, rows);
        String text = new String(output, ISO_8859_1);
        int end = text.lastIndexOf("\u001b[?1049l");
        assertThat(end).as("vim leaves the alternate screen").isPositive();
        byte[] within = text.substring(0, end).getBytes(ISO_8859_1);
        assertThat(replay(within, columns, rows)).anyMatch(line -> line.contains("note "));
        compare(within, columns, rows);
    }

    static Stream<String> sequences() {
        return Stream.of(
                "a line that fills it\r\nand the next one that is longer",
                "12345678901234567890\u001b[K\u001b[1;3Hx\u001b[2;20Hyz",
                "四字熟語四字熟語四字\r\nx四字熟語四字熟語四字熟語",
                "四字熟語\u001b[3Gx\u001b[2;19H語\u001b[3;20H語|\u001b[1;5H\u001b[2P",
                "e\u0301 n\u0303 o\u0302\u001b[3Gx\r\n語\u0301|\r\ncrab \ud83e\udd80 rocket \ud83d\ude80|",
                "1\r\n2\r\n3\r\n4\r\n5\r\n6\u001b[2;4r\u001b[4;1H\nx\n\u001b[2;3H\u001bMy\u001b[6;1H\nz",
                "1\r\n2\r\n3\r\n4\r\n5\r\n6\u001b[2;4r\u001b[3;2H\u001b[9Aa\u001b[9Bb\u001b[6;1H\u001b[Ac",
                "1\r\n2\r\n3\r\n4\r\n5\r\n6\u001b[2;5r\u001b[3;2H\u001b[2Lx\u001b[5;1H\u001b[My\u001b[S\u001b[2T",
                "ab\tc\t\td\u001b[Ze\u001b[1;4Hf\bg\u001b[4@\u001b[8G\u001b[3X\u001b[3;3Hh\u001b[2Ei\u001b[Fj",
                "main\u001b[2;5H\u001b[?1049hother\u001b[4;1Hx\u001b[?1049lgoes on\u001b[?1049h\u001b[Hnew",
                "ab\u001b7\u001b[4;4Hcd\u001b8ef\u001b[s\u001b[6;1H\u001b[ugh\u001b[?7l" + "z".repeat(40)
                        + "\u001b[?7h",
                "a\u001b[1;31mb\u001b[38;2;1;2;3mc\u001b[4:3md\u001b[>4;2me\u001b[?25lf\u001b[2 qg\u001b[!ph\u001b[0m",
                "a\u001b]0;title\u0007b\u001b]8;;where\u001b\\c\u001bP+q\u001b\\d\u001b_x\u001b\\e\u001b(Bf\u001b=g",
                "ab\u001b[3\u0018c\u001b[2\r;5Hd\u001b[99;99He\u001b[Hf\u001b[2;3H\u001b[1Jg-\u001b[4bh",
                "x\u001b[4hyz\u001b[4l\r\u001b[4hq\u001b[4l\u001bDd\u001bEe\u001b[2;4r\u001b[2J\u001bcafter a reset");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("sequences")
    void eachSequenceHasTheSameEffectInBoth(String sequence) throws Exception {
        compare(sequence.getBytes(UTF_8), 20, 6);
    }

    /** No difference that is known is among them: all orders begin at a place where no wrap is due. */
    static Stream<String> randomSequences() {
        Random random = new Random(42);
        return IntStream.range(0, 12)
                .mapToObj(n ->
                        Stream.generate(() -> randomOrder(random)).limit(40).collect(Collectors.joining()));
    }

    private static String randomOrder(Random random) {
        String place = "\u001b[" + (1 + random.nextInt(8)) + ";" + (1 + random.nextInt(29)) + "H";
        int count = 1 + random.nextInt(5);
        int top = 1 + random.nextInt(5);
        String text = "abcdefghijklmnopqrstuvwxyz".substring(random.nextInt(10), 12 + random.nextInt(12));
        return place
                + switch (random.nextInt(12)) {
                    case 0, 1, 2, 3 -> text;
                    case 4 -> text + "\r\n" + text;
                    case 5 -> "\u001b[" + random.nextInt(3) + "K";
                    case 6 -> "\u001b[" + top + ";" + (top + count) + "r";
                    case 7 -> "\u001b[" + count + "@P".charAt(random.nextInt(2));
                    case 8 -> "\u001b[" + count + "ST".charAt(random.nextInt(2));
                    case 9 -> "\u001b[r\u001b[" + top + ";1H\u001b[" + count + "LM".charAt(random.nextInt(2));
                    case 10 -> random.nextBoolean() ? "\n\n\n" : "\u001bM\u001bM\u001bM";
                    default -> "\u001b[" + count + "ABCDEFGXd".charAt(random.nextInt(9)) + "-";
                };
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("randomSequences")
    void manyOrdersInARowHaveTheSameEffectInBoth(String sequence) throws Exception {
        compare(sequence.getBytes(UTF_8), 30, 8);
    }

    @Test
    void withoutArgumentsItShowsAnExample() throws Exception {
        assertThat(run(program.toString())).isEqualTo(new Run(0, "one and a half\ntwo     ★\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 24 notes", "80 x notes", "80 24 nowhere", "80 24"})
    void whatGoesWrongIsSaid(String arguments) throws Exception {
        Run run = run((program + " " + arguments).split(" ", -1));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Error: ");
    }

    /** Records the command in a terminal of this size and compares the screen at the end and on the way. */
    private static byte[] compareRecording(String command, int columns, int rows) throws Exception {
        assumeInstalled("script");
        assumeTrue(run("script", "--version").out().contains("util-linux"), "script is not that of util-linux");
        Path file = temporary.resolve("typescript");
        String sized = "stty cols " + columns + " rows " + rows + "; " + command;
        assertThat(run("script", "-q", "-c", sized, file.toString()).exit()).isZero();
        String text = Files.readString(file, ISO_8859_1);
        // The first and the last line are script's own.
        text = text.substring(text.indexOf('\n') + 1, text.lastIndexOf("\nScript done"));
        int from = 0;
        for (int cut = 1; cut <= CUTS; cut++) {
            int escape = text.indexOf('\u001b', Math.max(from, text.length() * cut / (CUTS + 1)));
            if (escape > from) {
                compare(text.substring(0, escape).getBytes(ISO_8859_1), columns, rows);
                from = escape + 1;
            }
        }
        byte[] output = text.getBytes(ISO_8859_1);
        compare(output, columns, rows);
        return output;
    }

    private static void compare(byte[] output, int columns, int rows) throws Exception {
        assumeInstalled("tmux");
        assertThat(replay(output, columns, rows))
                .as("%d x %d after %s", columns, rows, new String(output, UTF_8).replace('\u001b', '␛'))
                .isEqualTo(replayInTmux(output, columns, rows));
    }

    private static List<String> replay(byte[] output, int columns, int rows) throws Exception {
        Path file = Files.write(temporary.resolve("output"), output);
        Run run = run(program.toString(), "" + columns, "" + rows, file.toString());
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    /**
     * What tmux shows of these bytes. The end of the replay is told by the title of the pane, since a
     * mark on the screen would change what is compared.
     */
    private static List<String> replayInTmux(byte[] output, int columns, int rows) throws Exception {
        Path file = Files.write(temporary.resolve("output"), output);
        replays++;
        // A raw terminal passes bytes on as they are, and shows no answers of tmux to what the bytes ask.
        String command = "stty raw -echo; cat '" + file
                + "'; printf '\\033]2;end %d\\007'; exec cat >/dev/null".formatted(replays);
        Run started = tmux("new-session", "-d", "-s", "replay", "-x", "" + columns, "-y", "" + rows, command);
        assertThat(started.exit()).as(started.err()).isZero();
        String end = "end %d in %d x %d".formatted(replays, columns, rows);
        String format = "#{pane_title} in #{pane_width} x #{pane_height}";
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        String state = "";
        while (!state.equals(end)) {
            assertThat(System.nanoTime()).as("tmux is at " + state).isLessThan(limit);
            state = tmux("display-message", "-p", "-t", "replay", format).out().strip();
        }
        String screen = tmux("capture-pane", "-p", "-t", "replay").out();
        tmux("kill-session", "-t", "replay");
        return screen.lines().map(line -> line.replaceFirst(" +$", "")).toList();
    }

    /** A server of our own, which knows no user's settings. */
    private static Run tmux(String... arguments) throws Exception {
        String socket = temporary.resolve("socket").toString();
        String settings = temporary.resolve("tmux.conf").toString();
        Stream<String> ours = Stream.of("tmux", "-u", "-S", socket, "-f", settings);
        return run(Stream.concat(ours, Stream.of(arguments)).toArray(String[]::new));
    }

    private static void assumeInstalled(String name) {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
        assumeTrue(installed, name + " is not installed");
    }

    private record Run(int exit, String out, String err) {}

    /** Runs a program; those that work on files do so in the temporary directory. */
    private static Run run(String... command) throws Exception {
        Path out = Files.createTempFile(temporary, "out", "");
        Path err = Files.createTempFile(temporary, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(command[0].equals("rustc") ? null : temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeAll(List.of("TMUX", "TMUX_PANE", "LS_COLORS", "GREP_COLORS"));
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm-256color", "SHELL", "/bin/sh"));
        Process process = builder.start();
        try {
            // Its input stays open: at the end of it script would send an end of file to the recorded program.
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as("%s ended", command[0])
                    .isTrue();
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            process.destroyForcibly();
        }
    }
}
