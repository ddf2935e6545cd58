package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runner.tracks.ClapPrograms.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The command line of track 33 that is parsed by std alone, against the same one parsed by clap: what is printed, what
 * is refused and how, byte for byte.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClapTrackIT {
    /** Here clap shows in the usage the groups that its derive has made of the structs. */
    private static final String SHOWS_GROUPS = "error: unexpected value ";

    private static final String[] WORDS =
            ("fire glaze help -v -vv --verbose --room --room=18 -r -r64F --room=x -- - 300 600 "
                            + "1240 99 5 x --rate --rate=100 -r100 --pace --pace=slow slow fat -p -pfast --start -s -s5 --start=7 "
                            + "--alarm --alarm=1 -k --kind --kind=shino shino -kcelado -w --without=soda -wsoda,x --wihtout --alrm "
                            + "--bogus -x -V --version -h --help --help=1 -vh")
                    .split(" ");

    @TempDir
    private static Path build;

    private static Path own = Path.of("clap10");
    private static Path real = Path.of("clap9_sol");
    private static boolean clapIsThere;

    @BeforeAll
    static void compile() throws Exception {
        own = ClapPrograms.compiled("clap10", build);
        clapIsThere = run(Path.of("cargo"), List.of("fetch", "--offline")).exit() == 0;
        if (clapIsThere) {
            List<String> line = List.of("build", "--offline", "--quiet", "--bin", "clap9_sol");
            Run cargo = run(Path.of("cargo"), line);
            assertThat(cargo).as(cargo.err()).isEqualTo(new Run(0, "", ""));
            real = build.resolve("debug").resolve("clap9_sol");
        }
    }

    static Stream<List<String>> commandLines() throws IOException {
        try (InputStream file = ClapTrackIT.class.getResourceAsStream("clap/command-lines.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            return text.lines().map(line -> List.of(line.split(" ")));
        }
    }

    static Stream<List<String>> wordsThatOnlyQuotesAllow() {
        return Stream.of(
                List.of(""),
                List.of("fire", ""),
                List.of("fire", "3 00"),
                List.of("fire", "--", ""),
                List.of("fire", "300", "-sx\ny"),
                List.of("fire", "300", "--a b"),
                List.of("glaze", "", "-k", "shino"),
                List.of("glaze", "3", "-k", ""),
                List.of("glaze", "3", "-kshino", "-w", ""),
                List.of("glaze", "3", "-kshino", "-w", "a b,c"),
                List.of("--room", ""),
                List.of("--room=", " "),
                List.of("help", ""));
    }

    @ParameterizedTest
    @MethodSource({"commandLines", "wordsThatOnlyQuotesAllow"})
    void everyCommandLineIsAnsweredAsClapDoes(List<String> words) throws Exception {
        assumeClap();

        Run clap = run(real, words);

        assertThat(run(own, words)).isEqualTo(clap);
        assertThat(clap.exit()).isIn(0, 2);
        assertThat(clap.out().isEmpty()).isEqualTo(clap.exit() == 2);
        assertThat(clap.err().isEmpty()).isEqualTo(clap.exit() == 0);
    }

    @Test
    void fiveHundredRandomCommandLinesAreAnsweredAsClapDoes() throws Exception {
        assumeClap();
        Random random = new Random(33);

        for (int n = 0; n < 500; n++) {
            List<String> words = randomWords(random);
            Run clap = run(real, words);
            Run mine = run(own, words);
            if (clap.err().startsWith(SHOWS_GROUPS)) {
                assertThat(mine.firstLineOfErrors()).as("%s", words).isEqualTo(clap.firstLineOfErrors());
            } else {
                assertThat(mine).as("%s", words).isEqualTo(clap);
            }
        }
    }

    @Test
    void withoutArgumentsItShowsItsHelpAndAFiring() throws Exception {
        Run help = run(own, List.of("--help"));

        Run run = run(own, List.of());

        assertThat(run).isEqualTo(new Run(0, help.out() + """

                to 600 degrees: 435 minutes
                to 1240 degrees: 480 minutes
                """, ""));
    }

    private static List<String> randomWords(Random random) {
        List<String> words = new ArrayList<>();
        if (random.nextInt(5) == 0) {
            words.add("-v");
        }
        if (random.nextInt(3) > 0) {
            words.add(random.nextBoolean() ? "fire" : "glaze");
        }
        for (int n = 1 + random.nextInt(6); n > 0; n--) {
            words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return words;
    }

    private static void assumeClap() {
        assumeTrue(clapIsThere, "the crates of the course, clap among them, are not in cargo's cache");
    }

    private static Run run(Path program, List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(words);
        return ClapPrograms.run(build, command);
    }
}
