package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Courses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodoRuleTest {
    private static final String EXERCISE = """
            // A scene.

            fn one() -> i32 {
                // TODO: Give back 1.
                0
            }

            fn two() -> i32 {
                2
            }
            """;
    private static final String EXPECTED = "; expected a TODO beside each place that changes, and nothing else changed";

    @TempDir
    private Path root;

    @Test
    void aChangeBesideATodoIsAllowed() {
        assertThat(findings(EXERCISE.replace("    // TODO: Give back 1.\n    0\n", "    1\n")))
                .isEmpty();
    }

    @Test
    void nothingChangedIsAllowed() {
        assertThat(findings(EXERCISE)).isEmpty();
    }

    @Test
    void aChangeFarFromAnyTodoIsReportedWithItsLine() {
        assertThat(findings(EXERCISE.replace("    2\n", "    3\n")))
                .containsExactly("exercises/a.rs:9: has to change, but its paragraph holds no TODO" + EXPECTED);
    }

    @Test
    void codeThatOnlyComesFarFromAnyTodoIsReported() {
        assertThat(findings(EXERCISE.replace("    2\n", "    2\n        + 0\n")))
                .containsExactly("exercises/a.rs:10: the solution adds code here, far from any TODO" + EXPECTED);
        assertThat(findings(EXERCISE + "\nfn three() {}\n"))
                .containsExactly("exercises/a.rs:10: the solution adds code here, far from any TODO" + EXPECTED);
    }

    @Test
    void codeThatTouchesAParagraphWithATodoIsAllowed() {
        assertThat(findings(EXERCISE.replace("}\n\nfn two", "}\nfn helper() {}\n\nfn two")))
                .isEmpty();
    }

    @Test
    void whatComesMaySlideToATodoWhereTheSameLinesStandAroundIt() {
        assertThat(findings(EXERCISE.replace("}\n\nfn two", "}\n\nfn helper() {}\n\nfn two")))
                .isEmpty();
    }

    @Test
    void commentsMayComeAnywhere() {
        assertThat(findings(EXERCISE.replace("    2\n", "    // Why so?\n\n    2\n")))
                .isEmpty();
    }

    @Test
    void blankLinesMayGoAnywhere() {
        assertThat(findings(EXERCISE.replace("// A scene.\n\n", "// A scene.\n")))
                .isEmpty();
    }

    @Test
    void eachPlaceIsReportedOnce() {
        assertThat(findings(EXERCISE.replace("// A scene.", "// B scene.").replace("    2\n}", "    4\n}\n")))
                .containsExactly(
                        "exercises/a.rs:1: has to change, but its paragraph holds no TODO" + EXPECTED,
                        "exercises/a.rs:9: has to change, but its paragraph holds no TODO" + EXPECTED);
    }

    @Test
    void withoutASolutionThereIsNothingToCompare() {
        Courses course = course();
        Material material = Findings.material(course, "a");
        TodoRule.apply(material);
        assertThat(material.findings()).isEmpty();
    }

    private Courses course() {
        return Courses.in(root)
                .with("info.toml", "format_version = 1\n[[exercises]]\nname = \"a\"\nhint = \"\"\n")
                .with("exercises/a.rs", EXERCISE);
    }

    private List<String> findings(String solution) {
        Material material = Findings.material(course().with("solutions/a.rs", solution), "a");
        TodoRule.apply(material);
        return Findings.render(material.findings());
    }
}
