package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a document that is no TOML is refused: in words, by line, and going on after each fault. */
final class TomlSyntaxTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("a = \"x", "1: a: a string is not closed on its line; expected a closing \""),
                arguments("a = 'x\n'", "1: a: a string is not closed on its line; expected a closing '"),
                arguments("\na = '''x", "2: a: a string that begins here is not closed; expected a closing '''"),
                arguments("a = \"\\u12x4\"", "1: a: an incomplete \\u escape; expected 4 hexadecimal digits"),
                arguments("a = \"\\U0011", "1: a: an incomplete \\u escape; expected 8 hexadecimal digits"),
                arguments(
                        "a = \"\\uDFFF\"",
                        "1: a: an escape that is no Unicode character; expected a Unicode scalar value"),
                arguments(
                        "a = \"\\\u0007\"",
                        "1: a: an unknown escape \\ in a string; expected \\\\ for a backslash, or a string in ''' quotes,"
                                + " where nothing is an escape"),
                arguments("a 1", "1: a: \"1\" after a key; expected = and a value"),
                arguments("a", "1: a: the end of the file after a key; expected = and a value"),
                arguments("a\nb = 1", "1: a: the end of the line after a key; expected = and a value"),
                arguments("a = yes", "1: a: \"yes\" is no value; expected a string in quotes, true, false or a number"),
                arguments("a = 1e999", "1: a: the number 1e999 is too large; expected a decimal number of 64 bits"),
                arguments(
                        "a = 0xFFFFFFFFFFFFFFFF",
                        "1: a: the number 0xFFFFFFFFFFFFFFFF is too large; expected an integer of 64 bits"),
                arguments(
                        "a = 2026-02-30",
                        "1: a: 2026-02-30 is no date or time that there is; expected such as 2026-11-24 or 08:30:00"),
                arguments(
                        "a = { b = 1",
                        "1: a: an inline table is not closed: the end of the file after a value;" + " expected , or }"),
                arguments(
                        "a = { b = 1, b = 2 }",
                        "1: a: an inline table names a.b twice;" + " expected one key that holds a table of its own"),
                arguments("a = [1", "1: a: an array is not closed: the end of the file after a value; expected , or ]"),
                arguments(
                        "a = 1 b = 2", "1: \"b\" after the end of a value or table name; expected the end of the line"),
                arguments("[a] b = 2", "1: \"b\" after the end of a value or table name; expected the end of the line"),
                arguments("[a", "1: a table name is not closed; expected ]"),
                arguments("[[a]", "1: a table name is not closed; expected ]]"),
                arguments("= 1", "1: \"=\" where a key or a table should begin; expected a key such as name"),
                arguments("a.  = 1", "1: \"=\" where a key or a table should begin; expected a key such as name"),
                arguments("clé = 1", "1: cl: \"é\" after a key; expected = and a value"),
                arguments("# \u0001", "1: a control character in a comment; expected text"),
                arguments("a = 1 # \u007f", "1: a control character in a comment; expected text"),
                arguments(
                        "a = 1\rb = 2",
                        "1: \"\\u000D\" after the end of a value or table name;" + " expected the end of the line"),
                arguments("a = 1\n\na = 2", "3: a: is there already, on line 1; expected each key once"),
                arguments("[a]\n[b]\n[a]", "3: a: is there already, on line 1; expected each table once"),
                arguments("a.b = 1\n[a]", "2: a: is there already, on line 1; expected each table once"),
                arguments(
                        "\"a b\".c = 1\n'a b'.c = 2",
                        "2: \"a b\".c: is there already, on line 1; expected each key once"),
                arguments(
                        "\"a\\n\\\"\" = 1\n\"a\\n\\\"\" = 2",
                        "2: \"a\\u000A\\\"\": is there already, on line 1;" + " expected each key once"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldWithItsLineKeyAndWhatWasExpected(String text, String finding) {
        assertThat(findings(text)).containsExactly("it.toml:" + finding);
    }

    @Test
    void everyFaultOfADocumentIsTold() {
        assertThat(findings("""
                        a = "open
                        b = 1
                        c = [1
                        d = 2
                        [e
                        f = nothing
                        [g]
                        h = 3
                        h = 4
                        """))
                .containsExactly(
                        "it.toml:1: a: a string is not closed on its line; expected a closing \"",
                        "it.toml:4: c: an array is not closed: \"d\" after a value; expected , or ]",
                        "it.toml:5: a table name is not closed; expected ]",
                        "it.toml:6: \"nothing\" is no value; expected a string in quotes, true, false or a number",
                        "it.toml:9: g.h: is there already, on line 8; expected each key once");
    }

    @Test
    void whatIsRightIsReadBesideTheFaults() {
        TomlDocument document = TomlDocument.parse("it.toml", "a = \nb = 1\nc = [1\nd = 2\n[e\nb = 3\n[g]\nh = 4");
        TomlTable root = document.root(List.of());

        assertThat(root.keys()).containsExactlyInAnyOrder("b", "d", "g");
        assertThat(root.get("b")).isEqualTo(1L);
        assertThat(root.get("d")).isEqualTo(2L);
    }

    @Test
    void linesOfABrokenStringAreNotTakenForStatements() {
        assertThat(findings("a = \"\"\"\n\\d\nb = 1\nb = 2\n[c\n\"\"\"\nd = 1"))
                .singleElement()
                .asString()
                .startsWith("it.toml:2: a: an unknown escape \\d");
    }

    @Test
    void keysBelowAHeaderThatCannotBeReadBelongNowhere() {
        assertThat(findings("[[a]]\nname = 1\n[[a]\nname = 2\n[[a]]\nname = 3"))
                .containsExactly("it.toml:3: a table name is not closed; expected ]]");
    }

    @Test
    void linesAreCountedRightAfterLineEndsOfWindows() {
        assertThat(findings("a = '''\r\n\r\n'''\r\n\r\nb =\r\n"))
                .singleElement()
                .asString()
                .startsWith("it.toml:5: b: ");
    }

    @Test
    void valuesThatLieTooDeepAreAFindingAndNoStackOverflow() {
        assertThat(findings("a = " + "[".repeat(100_000)))
                .containsExactly("it.toml:1: a: values lie more than 100 deep in each other; expected fewer");
        assertThat(findings("a" + ".a".repeat(100_000) + " = 1"))
                .containsExactly("it.toml:1: a key of more than 100 parts; expected fewer");
    }

    @Test
    void aFileThatIsNoUtf8IsRefusedWithTheLineOfTheByte(@TempDir Path directory) throws IOException {
        Path file = Files.write(
                directory.resolve("it.toml"), new byte[] {'a', '=', '1', '\n', '\n', '"', (byte) 0xe9, '"'});

        assertThatExceptionOfType(CourseException.class)
                .isThrownBy(() -> TomlDocument.read(file, "it.toml"))
                .withMessage("it.toml:3: a byte that is no UTF-8; expected a text file in UTF-8");
    }

    @Test
    void aDirectoryInAFilesPlaceIsRefused(@TempDir Path directory) {
        assertThatExceptionOfType(CourseException.class)
                .isThrownBy(() -> TomlDocument.read(directory, "it.toml"))
                .withMessage("it.toml: is a directory; expected a readable text file");
    }

    @Test
    void aFileThatIsMissingIsRefused(@TempDir Path directory) {
        assertThatExceptionOfType(CourseException.class)
                .isThrownBy(() -> TomlDocument.read(directory.resolve("none"), "it.toml"))
                .withMessage("it.toml: can't be read (NoSuchFileException); expected a readable text file");
    }

    private static List<String> findings(String text) {
        return TomlDocument.parse("it.toml", text).syntaxErrors().stream()
                .map(Finding::render)
                .toList();
    }
}
