package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Courses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    private static final String SOURCE = "// TODO: Do it.\nfn main() {}\n\n#[test]\nfn t() {}\n";
    private static final String SOLUTION = "fn main() {\n    println!(\"done\");\n}\n";
    private static final String STAGES = "hint = \"\"\"\none\n---\ntwo\n---\nthree\"\"\"\n";

    @TempDir
    private Path root;

    @Test
    void anExerciseAsItShouldBeHasNoFindings() {
        assertThat(findings(course("a", STAGES), true)).isEmpty();
    }

    @Test
    void aNameMayHaveThirtyTwoCharacters() {
        assertThat(findings(course("a".repeat(32), STAGES), true)).isEmpty();
        assertThat(findings(course("a".repeat(33), STAGES), true))
                .containsExactly(about("a".repeat(33), "name", "is longer than 32 characters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-b", "a b", "a.b", "a+b"})
    void anUnusualCharacterInANameIsReported(String name) {
        assertThat(findings(course(name, STAGES), true))
                .containsExactly(about(name, "name", "holds an unusual character; expected letters, digits and _"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1_first", "größe", "_x"})
    void lettersOfAnyScriptAndDigitsAreUsual(String name) {
        assertThat(findings(course(name, STAGES), true)).isEmpty();
    }

    @Test
    void anUnusualCharacterInADirectoryIsReported() {
        Courses course = course("a", "dir = \"01 first\"\n" + STAGES)
                .with("exercises/01 first/a.rs", SOURCE)
                .with("solutions/01 first/a.rs", SOLUTION);
        assertThat(findings(course, true))
                .containsExactly(
                        about("a", "dir", "\"01 first\" holds an unusual character; expected letters, digits and _"));
    }

    @Test
    void anEmptyHintIsReportedInEveryCourse() {
        String finding = about("a", "hint", "is empty; expected a text that helps");
        assertThat(findings(course("a", "hint = \"\"\n"), false)).containsExactly(finding);
        assertThat(findings(course("a", "hint = \"\"\n"), true)).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({"one, 1 stage", "one\\n---\\ntwo, 2 stages"})
    void threeStagesAreWantedInACourseOfOurs(String hint, String count) {
        Courses course = course("a", "hint = \"" + hint + "\"\n");
        assertThat(findings(course, true))
                .containsExactly(
                        about("a", "hint", "has " + count + "; expected three at least, parted by a line ---"));
        assertThat(findings(course, false)).isEmpty();
    }

    @Test
    void aStageThatHoldsALineOfTheSolutionGivesItAway() {
        String hint = "hint = '''\none\n---\nType println!(\"done\"); and save\n---\nthree'''\n";
        assertThat(findings(course("a", hint), true))
                .containsExactly(about("a", "hint", "stage 2 holds a line of the solution: println!(\"done\");"));
        assertThat(findings(course("a", hint), false)).isEmpty();
    }

    @Test
    void linesThatTheExerciseShowsOrThatSayLittleAreNoSecret() {
        Courses course = course("a", "hint = '''\nfn main() {}\n---\n.collect() }\n---\nthree'''\n")
                .with("solutions/a.rs", "fn main() {}\n.collect()\n}\n// fn secret(of) {}\n");
        assertThat(findings(course, true)).isEmpty();
    }

    @Test
    void aMissingFileIsReported() {
        assertThat(findings(Courses.in(root).with("info.toml", info("a", STAGES)), false))
                .containsExactly("exercises/a.rs: is missing or can't be read", withoutSolution("a"));
    }

    @Test
    void everyExerciseHasAMain() {
        Courses course = course("a", STAGES).with("exercises/a.rs", "// TODO\n#[test]\nfn remain() {}\n");
        assertThat(findings(course, false))
                .containsExactly("exercises/a.rs: has no fn main(); expected one, empty if need be");
    }

    @Test
    void everyExerciseHasATodoUnlessItMayPassUnsolved() {
        String finished = SOURCE.replace("TODO", "DONE");
        assertThat(findings(course("a", STAGES).with("exercises/a.rs", finished), false))
                .containsExactly("exercises/a.rs: has no TODO comment; expected one at each place to change");
        assertThat(findings(
                        course("a", "skip_check_unsolved = true\n" + STAGES).with("exercises/a.rs", finished), false))
                .isEmpty();
    }

    @Test
    void whetherThereAreTestsIsSaidTruly() {
        assertThat(findings(course("a", "test = false\n" + STAGES), false))
                .containsExactly(about("a", "test", "is false, but the file holds a #[test]; expected test = true"));
        assertThat(findings(course("a", STAGES).with("exercises/a.rs", "// TODO\nfn main() {}\n"), false))
                .containsExactly(about("a", "test", "is true, but the file holds no #[test]; expected test = false"));
    }

    @Test
    void aSolutionIsWantedUnlessTheAuthorSaysOtherwise() {
        Courses course = Courses.in(root).with("info.toml", info("a", STAGES)).with("exercises/a.rs", SOURCE);
        assertThat(findings(course, false)).containsExactly(withoutSolution("a"));
        Material material = Findings.material(course, "a");
        TextRules.apply(material, false, false);
        assertThat(material.findings()).isEmpty();
    }

    @Test
    void aSolutionHoldsNoTodoInACourseOfOurs() {
        Courses course = course("a", STAGES).with("solutions/a.rs", "// TODO\n");
        assertThat(findings(course, true)).containsExactly("solutions/a.rs: holds a TODO");
        assertThat(findings(course, false)).isEmpty();
    }

    @Test
    void versionFiveHasItsOwnMarkAndFreeNames() {
        Courses course = Courses.in(root)
                .with("info.toml", """
                [[exercises]]
                name = "free-name"
                path = "exercises/a.rs"
                mode = "compile"
                hint = "h"
                """)
                .with("exercises/a.rs", "fn f() {}\n")
                .with("solutions/a.rs", "");
        Material material = Findings.material(course, "free-name");
        TextRules.apply(material, false, true);
        assertThat(Findings.render(material.findings()))
                .containsExactly("exercises/a.rs: has no comment I AM NOT DONE");
    }

    private Courses course(String name, String keys) {
        return Courses.in(root)
                .with("info.toml", info(name, keys))
                .with("exercises/" + name + ".rs", SOURCE)
                .with("solutions/" + name + ".rs", SOLUTION);
    }

    private static String info(String name, String keys) {
        // The last exercise's stages make it a course that parts its hints itself.
        return "format_version = 1\n[[exercises]]\nname = \"" + name + "\"\n" + keys + "[[exercises]]\nname = \"zz\"\n"
                + STAGES;
    }

    private static String about(String name, String key, String problem) {
        return "info.toml:2: exercise \"" + name + "\": " + key + ": " + problem;
    }

    private static String withoutSolution(String name) {
        return "solutions/" + name + ".rs: is missing; expected a solution; or check with --no-require-solutions";
    }

    private static List<String> findings(Courses course, boolean ours) {
        Material material =
                new Material(course.workspace(), course.course().exercises().get(0));
        TextRules.apply(material, ours, true);
        return Findings.render(material.findings());
    }
}
