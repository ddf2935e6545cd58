package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.moandjiezana.toml.Toml;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that toml4j is known to get wrong, and what becomes of it with us. Each row shows the fault first. */
final class Toml4jFaultsTest {
    /** Documents that are TOML, and the value of their key {@code k}. */
    static Stream<Arguments> misread() {
        return Stream.of(
                arguments("an escaped backslash before n", "k = \"a\\\\nb\"", "a\\nb"),
                arguments("an escaped backslash before t", "k = \"\\\\t\"", "\\t"),
                arguments("an escaped backslash in lines", "k = \"\"\"C:\\\\work\\\\new\"\"\"", "C:\\work\\new"),
                arguments("a backslash at the end of a line", "k = \"\"\"x\\\\\ny\"\"\"", "x\\\ny"),
                arguments("the first line end of Windows", "k = \"\"\"\r\ntext\"\"\"", "text"),
                arguments("two quotes at the end", "k = \"\"\"\"ends\"\" \"\"\"\"\"", "\"ends\"\" \"\""),
                arguments("an apostrophe at the end", "k = '''it's''''", "it's'"),
                arguments("three quotes of which one is escaped", "k = \"\"\"a \\\"\"\" b\"\"\"", "a \"\"\" b"),
                arguments("a quote escaped before the closing ones", "k = \"\"\"a \\\"\"\"\"", "a \""),
                arguments("a key in quotes", "\"k\" = 1", 1L),
                arguments("a key in apostrophes", "'k' = 1", 1L),
                arguments("a dotted key", "k.b = 1", Map.of("b", 1L)),
                arguments("a dotted key in braces", "k = { a.b = 1 }", Map.of("a", Map.of("b", 1L))),
                arguments("an array of a number and a text", "k = [1, \"a\"]", List.of(1L, "a")),
                arguments("an array of two kinds of numbers", "k = [1, 2.0]", List.of(1L, 2.0)),
                arguments("a hexadecimal number", "k = 0xFF", 255L),
                arguments("an octal number", "k = 0o17", 15L),
                arguments("a binary number", "k = 0b1", 1L),
                arguments("infinity", "k = inf", Double.POSITIVE_INFINITY),
                arguments("no number", "k = nan", Double.NaN),
                arguments("a date without a zone", "k = 2026-11-24T08:30:00", new TomlDate("2026-11-24T08:30:00")),
                arguments("a day", "k = 2026-11-24", new TomlDate("2026-11-24")),
                arguments("an hour", "k = 08:30:00", new TomlDate("08:30:00")),
                arguments("a byte order mark", "\ufeffk = 1", 1L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misread")
    void whatToml4jMisreadsIsReadRightly(String fault, String text, Object value) {
        assertThat(alone(text)).as("toml4j alone on %s", fault).isNotEqualTo(Map.of("k", value));
        assertThat(TomlOracle.ours(text)).isEqualTo(TomlOracle.expected(text.replace("\ufeff", "")));
        assertThat(TomlDocument.parse("it.toml", text).root(List.of()).get("k")).isEqualTo(value);
    }

    /** Documents that are no TOML, and our finding about them. */
    static Stream<Arguments> accepted() {
        return Stream.of(
                arguments(
                        "k = \"\"\"\n\\d\"\"\"",
                        "2: k: an unknown escape \\d in a string; expected \\\\ for a backslash, or a string in ''' quotes,"
                                + " where nothing is an escape"),
                arguments("k =\nl = 1", "1: k: a key without a value; expected a value after the ="),
                arguments("k = # none", "1: k: a key without a value; expected a value after the ="),
                arguments("k = [1,,2]", "1: k: a key without a value; expected a value after the ="),
                arguments("k = [1 2]", "1: k: an array is not closed: \"2\" after a value; expected , or ]"),
                arguments(
                        "k = { a = 1, }",
                        "1: k: a comma before the } of an inline table; expected another key, or no comma"),
                arguments("k = 007", "1: k: \"007\" is no value; expected a string in quotes, true, false or a number"),
                arguments(
                        "k = \"\u0001\"",
                        "1: k: a control character (U+0001) in a string; expected the escape \\u0001"),
                arguments(
                        "k = {}\n[k.l]",
                        "2: k.l: the table k is closed by its braces, on line 1; expected all of its keys inside the"
                                + " braces"));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatToml4jAcceptsOrDropsIsRefused(String text, String finding) {
        assertThat(alone(text)).as("toml4j alone").isNotNull();
        assertThat(TomlOracle.expected(text)).isEmpty();
        assertThat(findings(text)).containsExactly("it.toml:" + finding);
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void theKeyThatToml4jDropsIsKnownToBeThere(String text, String finding) {
        TomlDocument document = TomlDocument.parse("it.toml", text);

        assertThat(document.root(List.of()).has("k")).as(finding).isTrue();
    }

    @Test
    void aNumberThatToml4jStumblesOverIsAFinding() {
        assertThat(findings("k = 9223372036854775808"))
                .containsExactly(
                        "it.toml:1: k: the number 9223372036854775808 is too large; expected an integer of 64 bits");
    }

    @Test
    void anArrayThatToml4jCannotReadIsNamed() {
        assertThat(findings("a = 1\nk = [\n  1,\n  [2],\n]"))
                .containsExactly(
                        "it.toml:2: k: an array of values of different kinds; expected an array of one kind of values");
    }

    @Test
    void aTableThatToml4jCannotReadIsNamedByItsLine() {
        String text = "\n[[a.b]]\n\n[a]\nx = 1";

        assertThat(TomlOracle.expected(text)).as("it is TOML").isPresent();
        assertThat(findings(text))
                .containsExactly(
                        "it.toml:4: a table or key that does not fit the ones before it; expected each table and"
                                + " key once");
    }

    private static @Nullable Map<String, Object> alone(String text) {
        try {
            return new Toml().read(text).toMap();
        } catch (IllegalStateException refused) {
            return null;
        }
    }

    private static List<String> findings(String text) {
        return TomlDocument.parse("it.toml", text).syntaxErrors().stream()
                .map(Finding::render)
                .toList();
    }
}
