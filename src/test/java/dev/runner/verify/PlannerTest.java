package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Mode;
import dev.runner.testing.Courses;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
    private static final String INFO = """
            format_version = 1
            [[exercises]]
            name = "a"
            dir = "d"
            hint = ""
            """;
    private static final Path SOURCE = Path.of("exercises", "d", "a.rs");
    private static final Path SOLUTION = Path.of("solutions", "d", "a.rs");

    @TempDir
    private Path root;

    private Courses course = Courses.in(Path.of("nowhere"));

    @org.junit.jupiter.api.BeforeEach
    void writeTheCourse() {
        course = Courses.in(root)
                .with("info.toml", INFO)
                .with("exercises/d/a.rs", "fn main() {}\n")
                .with("solutions/d/a.rs", "fn main() {}\n");
    }

    @Test
    void theLearnersFileIsPlannedAsItsExerciseSays() {
        assertThat(plan())
                .isEqualTo(new CheckPlan(
                        "a",
                        root.toAbsolutePath().normalize(),
                        SOURCE,
                        Mode.STANDARD,
                        true,
                        false,
                        course.manifest(),
                        List.of(),
                        Duration.ofSeconds(10),
                        null));
    }

    @Test
    void aSolutionIsAnotherTargetWithEveryWarningDenied() {
        CheckPlan plan = course.planner().solution(course.exercise("a"));
        assertThat(plan.target()).isEqualTo("a_sol");
        assertThat(plan.source()).isEqualTo(SOLUTION);
        assertThat(plan.strict()).isTrue();
    }

    @Test
    void anotherFileCanStandInItsPlace() {
        Path other = root.resolve("other.rs");
        CheckPlan plan = course.planner().substitute(course.exercise("a"), other);
        assertThat(plan.source()).isEqualTo(other);
        assertThat(plan.target()).isEqualTo("a");
        assertThat(plan.mode()).isEqualTo(Mode.STANDARD);
    }

    @Test
    void orOnlyItsTestsAreAskedAndForAShortTime() {
        CheckPlan plan = course.planner().testsOnly(course.exercise("a"), SOLUTION);
        assertThat(plan.mode()).isEqualTo(Mode.TEST);
        assertThat(plan.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-,-,10", "-,4,4", "2,-,2", "2,4,2"})
    void anExercisesOwnTimeComesBeforeTheUsualOne(@Nullable String own, @Nullable Integer usual, int seconds) {
        if (own != null) {
            course.with("info.toml", INFO + "timeout = " + own + "\n");
        }
        Duration usualTime = usual == null ? null : Duration.ofSeconds(usual);
        Planner planner = new Planner(course.workspace(), course.course(), course.manifest(), usualTime);
        assertThat(planner.exercise(course.exercise("a")).time()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aCourseThatDeclaresNoCratesIsReadForTheirNames() {
        manifest("[dependencies]\nserde = \"1\"\nserde-json = \"1\"\nrand = \"0.8\"\n");
        course.with("exercises/d/a.rs", "use serde_json::Value; // serde, but no brand, rand_core or operand\n");
        assertThat(plan().crates()).containsExactly("serde", "serde_json");
    }

    @Test
    void inACourseThatDeclaresThemNothingIsGuessed() {
        course.with(
                        "info.toml",
                        INFO + "crates = [\"serde-json\"]\n"
                                + INFO.substring(19).replace("\"a\"", "\"b\""))
                .with("exercises/d/b.rs", "use bytes::Bytes;\n");
        manifest("[dependencies]\nserde-json = \"1\"\nbytes = \"1\"\n");
        assertThat(plan().crates()).containsExactly("serde_json");
        assertThat(course.planner().exercise(course.exercise("b")).crates()).isEmpty();
    }

    @Test
    void aCrateThatCargoTomlDoesNotHaveIsNoCrate() {
        course.with("info.toml", INFO + "crates = [\"tokio\"]\n");
        manifest("");
        assertThat(plan().crates()).isEmpty();
    }

    @Test
    void rustcJudgesWhatCargoTomlListsPlainly() {
        manifest("");
        assertThat(plan().viaCargo()).isNull();
        assertThat(course.planner().solution(course.exercise("a")).viaCargo()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[features]\\nx = [] | Cargo.toml has [features]",
                "[dev-dependencies] | Cargo.toml has [dev-dependencies]",
                "[profile.test]\\nopt-level = 1 | Cargo.toml has a test profile",
            })
    void aManifestThatOnlyCargoUnderstandsNeedsIt(String more, String reason) {
        manifest(more.replace("\\n", "\n"));
        assertThat(plan().viaCargo()).isEqualTo(reason);
    }

    @Test
    void whatCargoTomlDoesNotListIsCargosToRefuse() {
        course.with("Cargo.toml", "bin = []\n[package]\nname = \"x\"\nedition = \"2024\"\n");
        assertThat(plan().viaCargo()).isEqualTo("Cargo.toml does not list it");
    }

    @Test
    void whatItListsElsewhereIsWhatCargoWouldBuild() {
        course.with("Cargo.toml", """
                bin = [{ name = "a", path = "exercises/elsewhere.rs" }]
                [package]
                name = "x"
                edition = "2024"
                """);
        assertThat(plan().viaCargo()).isEqualTo("Cargo.toml lists another path for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"env!(\"CARGO_BIN_NAME\")", "include!(concat!(env!(\"OUT_DIR\"), \"/x.rs\"))"})
    void whoReadsCargosVariablesNeedsCargo(String code) {
        manifest("");
        course.with("exercises/d/a.rs", "fn main() { " + code + "; }\n");
        assertThat(plan().viaCargo()).isEqualTo("it reads cargo's variables");
        assertThat(course.planner().solution(course.exercise("a")).viaCargo()).isNull();
    }

    @Test
    void withoutACargoTomlThereIsNothingThatCargoCouldJudge() {
        course.with("exercises/d/a.rs", "fn main() { env!(\"CARGO_BIN_NAME\"); }\n");
        assertThat(plan().viaCargo()).isNull();
    }

    @Test
    void versionFiveIsBareRustcsButForABuildScript() {
        course.with("info.toml", """
                [[exercises]]
                name = "a"
                path = "exercises/d/a.rs"
                mode = "clippy"
                hint = ""
                [[exercises]]
                name = "b"
                path = "exercises/d/b.rs"
                mode = "buildscript"
                hint = ""
                """).with("Cargo.toml", "[features]\n");
        assertThat(plan()).returns(null, CheckPlan::viaCargo).returns(Mode.CLIPPY, CheckPlan::mode);
        assertThat(course.planner().exercise(course.exercise("b")).viaCargo()).isEqualTo("it has a build script");
    }

    @Test
    void aFileThatIsMissingIsPlannedAllTheSame() {
        course.with("info.toml", INFO.replace("\"a\"", "\"gone\""));
        assertThat(course.planner().exercise(course.exercise("gone")).source())
                .isEqualTo(Path.of("exercises", "d", "gone.rs"));
    }

    private CheckPlan plan() {
        return course.planner().exercise(course.exercise("a"));
    }

    private void manifest(String more) {
        course.with("Cargo.toml", """
                bin = [
                  { name = "a", path = "./exercises/d/a.rs" },
                  { name = "a_sol", path = "solutions/d/a.rs" },
                  { name = "b", path = "exercises/d/b.rs" },
                ]
                [package]
                name = "exercises"
                edition = "2024"
                """ + more);
    }
}
