package dev.runner.tracks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The JSON program of track 32, compiled and started as a learner does, against gson: what it writes is the same tree,
 * what is no JSON is refused by both. And the exercises that build formats of their own for serde, against serde_json.
 */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SerdeTrackIT {
    private static final String SOURCE = "solutions/32_serde/serde10.rs";
    private static final int DEEPEST = 127;

    private static final Gson COMPACT = writer().create();
    private static final Gson PRETTY = writer().setPrettyPrinting().create();

    @TempDir
    private static Path build;

    private static Path program = Path.of("serde10");

    @TempDir
    private Path directory;

    private Path file;

    @BeforeAll
    static void compile() throws Exception {
        program = build.resolve("serde10");
        Run rustc = run(build, "rustc", "--edition", "2024", "-o", program.toString(), SOURCE);
        assertThat(rustc).isEqualTo(new Run(0, "", ""));
    }

    @BeforeEach
    void aFile() {
        file = directory.resolve("document.json");
    }

    /** Written as the program writes, so that only the layout can change. */
    static Stream<String> compactDocuments() throws IOException {
        return Stream.concat(
                JsonDocuments.lines("compact.txt"),
                Stream.of(
                        "[".repeat(DEEPEST) + "]".repeat(DEEPEST),
                        "{\"a\":".repeat(DEEPEST - 1) + "[1]" + "}".repeat(DEEPEST - 1),
                        "[" + "[[]],".repeat(500) + "{}]"));
    }

    static Stream<String> documentsWrittenInAnotherWay() throws IOException {
        return JsonDocuments.lines("rewritten.txt");
    }

    static Stream<String> documentsThatAreNoJson() throws IOException {
        return Stream.concat(JsonDocuments.lines("no-json.txt"), Stream.of("", "\u00a01"));
    }

    /** What gson reads, and an f64 or the stack has no room for. */
    static Stream<String> documentsBeyondRust() {
        return Stream.of(
                "1e999",
                "[-1e309]",
                "9".repeat(400),
                "[".repeat(DEEPEST + 1) + "]".repeat(DEEPEST + 1),
                "{\"a\":".repeat(200) + "1" + "}".repeat(200));
    }

    @ParameterizedTest
    @MethodSource("compactDocuments")
    void whatIsCompactAlreadyStaysAndGetsTheLayoutOfGson(String document) throws Exception {
        JsonElement tree = JsonDocuments.gson(document);

        assertThat(COMPACT.toJson(tree)).isEqualTo(document);
        assertThat(program(document)).isEqualTo(new Run(0, document + "\n", ""));
        assertThat(program(document, "--pretty")).isEqualTo(new Run(0, PRETTY.toJson(tree) + "\n", ""));
    }

    @ParameterizedTest
    @MethodSource("documentsWrittenInAnotherWay")
    void whatIsWrittenInAnotherWayIsTheSameTreeForGson(String document) throws Exception {
        JsonElement tree = JsonDocuments.gson(document);

        String compact = written(program(document));
        String pretty = written(program(document, "--pretty"));

        JsonDocuments.assertSame(JsonDocuments.gson(compact), tree);
        JsonDocuments.assertSame(JsonDocuments.gson(pretty), tree);
        assertThat(pretty).isEqualTo(PRETTY.toJson(JsonDocuments.gson(compact)));
        assertThat(written(program(pretty))).isEqualTo(compact);
    }

    @Test
    void aThousandRandomValuesComeBackAsGsonReadsThem() throws Exception {
        Random random = new Random(32);
        JsonArray values = JsonDocuments.randomArray(random, 1000, 6);

        String compact = written(program(PRETTY.toJson(values)));
        String pretty = written(program(COMPACT.toJson(values), "--pretty"));

        JsonDocuments.assertSame(JsonDocuments.gson(compact), values);
        JsonDocuments.assertSame(JsonDocuments.gson(pretty), values);
    }

    @ParameterizedTest
    @MethodSource("documentsThatAreNoJson")
    void whatIsNoJsonIsRefusedAsGsonDoes(String document) throws Exception {
        assertThatThrownBy(() -> JsonDocuments.gson(document))
                .isInstanceOfAny(JsonParseException.class, MalformedJsonException.class);
        assertRefused(program(document));
        assertRefused(program(document, "--pretty"));
    }

    @ParameterizedTest
    @MethodSource("documentsBeyondRust")
    void whatRustHasNoRoomForIsRefusedToo(String document) throws Exception {
        assertThat(JsonDocuments.gson(document)).isNotNull();
        assertRefused(program(document));
    }

    @Test
    void aHundredThousandLevelsDoNotOverflowTheStack() throws Exception {
        Run run = program("[".repeat(100_000));

        assertThat(run.err()).isEqualTo(file + ": line 1, column " + (DEEPEST + 1) + ": too many levels\n");
        assertRefused(run);
    }

    @Test
    void anErrorTellsItsLineAndItsColumn() throws Exception {
        Run run = program("{\n  \"é😀\": [1, 2,\n    3 4]\n}");

        assertThat(run.err()).isEqualTo(file + ": line 3, column 7: expected `]`\n");
        assertRefused(run);
    }

    @Test
    void whatIsNoUtf8IsRefused() throws Exception {
        Files.write(file, new byte[] {'"', (byte) 0xc3, '"'});

        Run run = run(directory, program.toString(), file.toString());

        assertThat(run.err()).startsWith(file + ": ");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "--pretty missing.json", "--pretty a.json b.json", "a.json b.json"})
    void otherArgumentsAreRefused(String arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments.split(" ")));

        Run run = run(directory, command.toArray(String[]::new));

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotEmpty();
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void withoutArgumentsItShowsThatTheCatalogueComesBack() throws Exception {
        Run run = run(directory, program.toString());

        assertThat(run.out()).endsWith("\nthe same again: true\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void theFormatsOfOnesOwnAgreeWithSerdeJson() throws Exception {
        assumeTrue(cargo("fetch").exit() == 0, "the crates of the course are not in cargo's cache");
        Run built = cargo("build", "--quiet", "--bin", "serde8_sol", "--bin", "serde9_sol");
        assertThat(built).as(built.err()).isEqualTo(new Run(0, "", ""));

        assertThat(pairs("serde8_sol")).hasSize(1).allSatisfy(pair -> {
            assertThat(pair.own()).isEqualTo(pair.serdeJson());
            JsonObject plot = JsonDocuments.gson(pair.own()).getAsJsonObject();
            assertThat(plot.get("cave").getAsString()).isEqualTo("Höhle\tNr. 7");
            assertThat(plot.getAsJsonArray("passages").get(2).toString())
                    .isEqualTo("{\"Junction\":{\"name\":\"The \\\"Organ\\\"\",\"open\":[true,false]}}");
        });
        assertThat(pairs("serde9_sol"))
                .hasSize(3)
                .allSatisfy(pair ->
                        assertThat(pair.own()).isEqualTo(pair.serdeJson()).matches("(Ok|Err)\\(.+\\)"));
    }

    /** Lines that show the same value from both. */
    private List<Pair> pairs(String name) throws Exception {
        Run run = run(directory, directory.resolve("debug").resolve(name).toString());
        assertThat(run.exit()).isZero();
        List<String> own = said(run, "your own:   ");
        List<String> serdeJson = said(run, "serde_json: ");
        assertThat(own).hasSameSizeAs(serdeJson);
        return Stream.iterate(0, n -> n < own.size(), n -> n + 1)
                .map(n -> new Pair(own.get(n), serdeJson.get(n)))
                .toList();
    }

    private static List<String> said(Run run, String start) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
    }

    private void assertRefused(Run run) {
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(file + ": line ").hasLineCount(1);
        assertThat(run.exit()).isEqualTo(1);
    }

    private static String written(Run run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).endsWith("\n");
        return run.out().substring(0, run.out().length() - 1);
    }

    private Run program(String document, String... options) throws Exception {
        Files.writeString(file, document);
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(options));
        command.add(file.toString());
        return run(directory, command.toArray(String[]::new));
    }

    /** Cargo in the repository, without a network and with a directory of its own for what it builds. */
    private Run cargo(String command, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of("cargo", command, "--offline"));
        line.addAll(List.of(arguments));
        return run(directory, line.toArray(String[]::new));
    }

    /** Gson in the form of the program: all characters as they are, and fields that are null. */
    private static GsonBuilder writer() {
        return new GsonBuilder().disableHtmlEscaping().serializeNulls();
    }

    private static Run run(Path directory, String... command) throws Exception {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(directory, "in", "").toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("CARGO_TARGET_DIR", directory.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(280, TimeUnit.SECONDS))
                    .as(String.join(" ", command))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Run(int exit, String out, String err) {}

    private record Pair(String own, String serdeJson) {}
}
