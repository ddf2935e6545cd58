package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class LintArgumentsTest {
    private final LintArguments arguments = new LintArguments();

    private boolean add(String tool, String levels) {
        TomlTable root = TomlDocument.parse("Cargo.toml", "[t]\n" + levels).root(new ArrayList<>());
        return arguments.add(tool, Objects.requireNonNull(root.table("t")));
    }

    private List<String> result() {
        return arguments.lints().arguments();
    }

    @Test
    void eachLevelIsAnOption() {
        assertThat(add("rust", "a = 'allow'\nb = 'warn'\nc = 'deny'\nd = 'forbid'"))
                .isTrue();
        assertThat(result()).containsExactly("--forbid=d", "--deny=c", "--warn=b", "--allow=a");
    }

    @Test
    void aToolsLintsBearItsName() {
        assertThat(add("clippy", "todo = 'deny'")).isTrue();
        assertThat(add("rustdoc", "all = 'warn'")).isTrue();
        assertThat(result()).containsExactly("--deny=clippy::todo", "--warn=rustdoc::all");
    }

    @Test
    void lowPrioritiesComeFirstSoThatHighOnesPrevail() {
        assertThat(add("rust", """
                a = { level = "warn", priority = 1 }
                b = { level = "warn", priority = -10 }
                c = { level = "warn" }
                d = { level = "warn", priority = -2 }
                """)).isTrue();
        assertThat(result()).containsExactly("--warn=b", "--warn=d", "--warn=c", "--warn=a");
    }

    @Test
    void namesOfOnePriorityComeInReverse() {
        assertThat(add("rust", "beta = 'warn'\ngamma = 'warn'")).isTrue();
        assertThat(add("clippy", "all = 'deny'\ndelta = 'warn'")).isTrue();
        assertThat(result())
                .containsExactly("--warn=gamma", "--warn=clippy::delta", "--warn=beta", "--deny=clippy::all");
    }

    @Test
    void oneNameOfTwoToolsComesInTheOrderOfTheOptions() {
        assertThat(add("rustdoc", "all = 'warn'")).isTrue();
        assertThat(add("clippy", "all = 'warn'")).isTrue();
        assertThat(result()).containsExactly("--warn=clippy::all", "--warn=rustdoc::all");
    }

    @Test
    void cargosOwnLintsAreNoneOfRustcs() {
        assertThat(add("cargo", "im_a_teapot = 'warn'")).isTrue();
        assertThat(result()).isEmpty();
    }

    @Test
    void whatOnlyCargoUnderstandsIsSaidAndTheRestIsKept() {
        assertThat(add("rust", "a = 'warn'\nb = { level = 'warn', check-cfg = [] }"))
                .isFalse();
        assertThat(result()).containsExactly("--warn=a");
    }
}
