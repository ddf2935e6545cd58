package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TomlTableTest {
    private final List<Finding> findings = new ArrayList<>();

    private TomlTable root(String text) {
        return TomlDocument.parse("it.toml", text).root(findings);
    }

    @Test
    void valuesOfTheRightTypeAreGiven() {
        TomlTable root = root("s = 'x'\nb = true\nn = 2.5\ni = 7\nl = ['a', 'b']");

        assertThat(root.string("s")).isEqualTo("x");
        assertThat(root.bool("b", false)).isTrue();
        assertThat(root.number("n")).isEqualTo(2.5);
        assertThat(root.number("i")).as("a whole number is a number").isEqualTo(7.0);
        assertThat(root.integer("i")).isEqualTo(7L);
        assertThat(root.strings("l")).containsExactly("a", "b");
        assertThat(findings).isEmpty();
    }

    @Test
    void whatIsAbsentIsNoFinding() {
        TomlTable root = root("");

        assertThat(root.has("s")).isFalse();
        assertThat(root.string("s")).isNull();
        assertThat(root.bool("b", true)).isTrue();
        assertThat(root.bool("b", false)).isFalse();
        assertThat(root.number("n")).isNull();
        assertThat(root.integer("i")).isNull();
        assertThat(root.strings("l")).isEmpty();
        assertThat(root.tables("t")).isNull();
        assertThat(root.table("t")).isNull();
        assertThat(findings).isEmpty();
    }

    @Test
    void whatHasTheWrongTypeIsAFindingAndCountsAsAbsent() {
        TomlTable root = root("""
                s = 1
                b = "true"
                n = "2"
                i = 2.5
                l = [[]]
                t = [1]
                d = 2026-11-24
                """);

        assertThat(root.string("s")).isNull();
        assertThat(root.bool("b", true)).isTrue();
        assertThat(root.number("n")).isNull();
        assertThat(root.integer("i")).isNull();
        assertThat(root.strings("l")).isEmpty();
        assertThat(root.tables("t")).isNull();
        assertThat(root.table("d")).isNull();
        assertThat(findings)
                .extracting(Finding::render)
                .containsExactly(
                        "it.toml:1: s: is an integer; expected a string",
                        "it.toml:2: b: is a string; expected true or false",
                        "it.toml:3: n: is a string; expected a number",
                        "it.toml:4: i: is a decimal number; expected an integer",
                        "it.toml:5: l: an array that holds an array; expected an array of strings",
                        "it.toml:6: t: an array that holds an integer; expected tables, each begun with [[t]]",
                        "it.toml:7: d: is a date; expected a table");
    }

    @Test
    void aFindingDeepInTheDocumentHasItsPathAndLine() {
        TomlTable root = root("[a.'b c']\n\n\nx = { y = 1 }\n");
        TomlTable deep =
                Objects.requireNonNull(Objects.requireNonNull(root.table("a")).table("b c"));

        assertThat(Objects.requireNonNull(deep.table("x")).string("y")).isNull();
        assertThat(findings)
                .extracting(Finding::render)
                .containsExactly("it.toml:4: a.\"b c\".x.y: is an integer; expected a string");
    }

    @Test
    void aKeyThatIsMissingIsReportedAtItsTable() {
        TomlTable second = Objects.requireNonNull(
                        root("[[t]]\nx = 1\n\n[[t]]\ny = 1\n").tables("t"))
                .get(1);

        second.report("x", "is missing", null);
        second.label("two");
        second.report("x", "is missing", "a number");
        assertThat(findings)
                .extracting(Finding::render)
                .containsExactly(
                        "it.toml:4: t[2].x: is missing", "it.toml:4: t[2] \"two\": x: is missing; expected a number");
    }

    @Test
    void whatCannotBeReadIsThereNevertheless() {
        TomlTable root = root("a = \nb = 1");

        assertThat(root.has("a")).isTrue();
        assertThat(root.get("a")).isNull();
        assertThat(root.lineOf("a")).isEqualTo(1);
    }
}
