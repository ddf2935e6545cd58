package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.Courses;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseRulesTest {
    private static final String INFO = """
            format_version = 1
            [[exercises]]
            name = "a"
            dir = "d"
            hint = "h"
            [[exercises]]
            name = "a_b"
            hint = "h"
            """;
    private static final String BINS = """
              { name = "a", path = "exercises/d/a.rs" },
              { name = "a_sol", path = "solutions/d/a.rs" },
              { name = "a_b", path = "exercises/a_b.rs" },
            """;
    private static final String EXPECTED = "; expected no such file, or an exercise in info.toml";

    @TempDir
    private Path root;

    private Courses course = Courses.in(Path.of("nowhere"));

    @BeforeEach
    void writeTheCourse() {
        course = Courses.in(root)
                .with("info.toml", INFO)
                .with("exercises/README.md", "")
                .with("exercises/d/README.md", "")
                .with("exercises/d/a.rs", "// The ferry takes seven cars aboard.\nfn main() {}\n")
                .with("exercises/a_b.rs", "// A baker counts loaves.\nfn main() {}\n")
                .with("solutions/d/a.rs", "")
                .with("wrong/a_first.rs", "")
                .with("wrong/a_b_first.rs", "");
        manifest(BINS);
    }

    @Test
    void aCourseInOrderHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void filesThatBelongToNoExerciseAreAstray() {
        course.with("exercises/d/draft.rs", "")
                .with("exercises/d/notes.txt", "")
                .with("solutions/a_c.rs", "")
                .with("solutions/README.md", "")
                .with("wrong/b_x.rs", "")
                .with("wrong/a_x.txt", "");
        assertThat(findings())
                .containsExactly(
                        "exercises/d/draft.rs: belongs to no exercise" + EXPECTED,
                        "exercises/d/notes.txt: belongs to no exercise" + EXPECTED,
                        "solutions/README.md: belongs to no exercise" + EXPECTED,
                        "solutions/a_c.rs: belongs to no exercise" + EXPECTED,
                        "wrong/a_x.txt: belongs to no exercise" + EXPECTED,
                        "wrong/b_x.rs: belongs to no exercise" + EXPECTED);
    }

    @Test
    void aWrongAnswerBelongsToTheLongestNameThatItBeginsWith() {
        assertThat(CourseRules.wrongAnswers(course.workspace(), course.course(), course.exercise("a")))
                .containsExactly(Path.of("wrong", "a_first.rs"));
        assertThat(CourseRules.wrongAnswers(course.workspace(), course.course(), course.exercise("a_b")))
                .containsExactly(Path.of("wrong", "a_b_first.rs"));
    }

    @Test
    void withoutWrongAnswersThereAreNone() {
        Courses empty = Courses.in(root.resolve("other")).with("info.toml", INFO);
        assertThat(CourseRules.wrongAnswers(empty.workspace(), empty.course(), empty.exercise("a")))
                .isEmpty();
    }

    @Test
    void cargoTomlListsExactlyWhatThereIs() {
        manifest(BINS.replace("exercises/a_b.rs", "exercises/d/a_b.rs") + "  { name = \"old\", path = \"old.rs\" },\n");
        String expected = "; expected every exercise and, as NAME_sol, every solution";
        assertThat(findings())
                .containsExactly(
                        "Cargo.toml: bin: does not list { name = \"a_b\", path = \"exercises/a_b.rs\" }" + expected,
                        "Cargo.toml: bin: lists \"old\", which is no exercise and no solution" + expected);
    }

    @Test
    void withoutACargoTomlNothingIsListed() throws java.io.IOException {
        java.nio.file.Files.delete(root.resolve("Cargo.toml"));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aSceneThatWasToldIsNotToldAgain() {
        course.with("exercises/a_b.rs", "// The ferry takes eight cars aboard.\nfn main() {}\n");
        assertThat(findings())
                .containsExactly("exercises/a_b.rs:1: tells the scene of a again; expected a scene of its own");
    }

    @Test
    void scenesThatShareSomeWordsAreTwo() {
        course.with("exercises/a_b.rs", "// The ferry leaves when seven lorries wait.\nfn main() {}\n");
        assertThat(findings()).isEmpty();
    }

    @Test
    void tooFewWordsAreNoScene() {
        course.with("exercises/d/a.rs", "// Say hello.\n").with("exercises/a_b.rs", "// Say hello.\n");
        assertThat(findings()).isEmpty();
    }

    @Test
    void versionFiveHasFreePlaces() {
        course.with("info.toml", """
                [[exercises]]
                name = "a"
                path = "exercises/d/a.rs"
                mode = "test"
                hint = ""
                """);
        assertThat(findings()).isEmpty();
    }

    private void manifest(String bins) {
        course.with("Cargo.toml", "bin = [\n" + bins + "]\n[package]\nname = \"exercises\"\nedition = \"2024\"\n");
    }

    private List<String> findings() {
        List<Material> materials = course.course().exercises().stream()
                .map(exercise -> new Material(course.workspace(), exercise))
                .toList();
        return Findings.render(CourseRules.check(course.workspace(), course.course(), course.manifest(), materials));
    }
}
