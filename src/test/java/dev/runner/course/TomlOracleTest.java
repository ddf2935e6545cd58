package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our reading of TOML against tomlj: documents by hand, documents made at random, and documents broken at random. */
final class TomlOracleTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/dev/runner/course/toml");
    private static final String PARTING = "\n=====\n";
    private static final int MADE = 120;
    private static final int BROKEN = 1500;

    static Stream<Path> wholeDocuments() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.filter(file -> file.toString().endsWith(".toml")).sorted().toList().stream();
        }
    }

    static List<String> smallDocuments() throws IOException {
        return List.of(Files.readString(DOCUMENTS.resolve("valid.txt")).split(PARTING, -1));
    }

    static List<String> falseDocuments() throws IOException {
        return List.of(Files.readString(DOCUMENTS.resolve("invalid.txt")).split(PARTING, -1));
    }

    @ParameterizedTest
    @MethodSource("wholeDocuments")
    void aDocumentHasTheOraclesValues(Path file) throws IOException {
        assertSameValues(Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"info.toml", "Cargo.toml"})
    void theBundledCourseHasTheOraclesValues(String file) throws IOException {
        assertSameValues(Files.readString(Path.of(file)));
    }

    @ParameterizedTest
    @MethodSource("smallDocuments")
    void aSmallDocumentHasTheOraclesValues(String text) {
        assertSameValues(text);
    }

    @ParameterizedTest
    @MethodSource("wholeDocuments")
    void lineEndsOfWindowsChangeNothing(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(TomlOracle.ours(text.replace("\n", "\r\n"))).isEqualTo(TomlOracle.expected(text));
    }

    @ParameterizedTest
    @MethodSource("wholeDocuments")
    void aByteOrderMarkChangesNothing(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(TomlOracle.ours("\ufeff" + text)).isEqualTo(TomlOracle.expected(text));
    }

    @ParameterizedTest
    @MethodSource("wholeDocuments")
    void theLastLineNeedsNoEnd(Path file) throws IOException {
        String text = Files.readString(file).stripTrailing();
        assertThat(TomlOracle.ours(text)).isEqualTo(TomlOracle.expected(text)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("falseDocuments")
    void whatIsNoTomlIsRefusedWithALine(String text) {
        assertThat(TomlOracle.expected(text)).as("the oracle's values").isEmpty();
        assertThat(TomlDocument.parse("it.toml", text).syntaxErrors())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.line())
                        .isBetween(1, (int) text.lines().count() + 1));
    }

    @Test
    void documentsMadeAtRandomHaveTheOraclesValues() {
        IntStream.range(0, MADE).forEach(seed -> assertSameValues(new TomlDocuments(new Random(seed)).next()));
    }

    /** We may refuse more than the oracle does, but never accept what it refuses, and never read another value. */
    @Test
    void documentsBrokenAtRandomAreRefusedOrHaveTheOraclesValues() throws IOException {
        List<String> documents = new ArrayList<>(smallDocuments());
        for (Path file : wholeDocuments().toList()) {
            documents.add(Files.readString(file));
        }
        Random random = new Random(20261124);
        int accepted = 0;
        for (int i = 0; i < BROKEN; i++) {
            String text = TomlDocuments.broken(documents.get(random.nextInt(documents.size())), random);
            Optional<Map<String, Object>> ours = TomlOracle.ours(text);
            if (ours.isPresent()) {
                accepted++;
                assertThat(ours).as(text).isEqualTo(TomlOracle.expected(text));
            }
        }
        assertThat(accepted).as("documents that are TOML nevertheless").isBetween(BROKEN / 10, BROKEN);
    }

    private static void assertSameValues(String text) {
        Optional<Map<String, Object>> expected = TomlOracle.expected(text);
        assertThat(expected).as("the oracle accepts %s", text).isPresent();
        assertThat(TomlOracle.ours(text)).as(text).isEqualTo(expected);
    }
}
