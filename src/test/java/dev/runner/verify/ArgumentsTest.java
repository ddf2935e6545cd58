package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArgumentsTest {
    private static final Path OUT = Path.of("out");
    private static final Path CACHE = Path.of("cache");
    private static final Plans PLANS =
            Plans.in(Path.of("/course")).manifest(manifest("2024", false, "--allow=dead_code", "--deny=clippy::all"));

    @Test
    void aProgramIsBuiltAsCargoBuildWould() {
        assertThat(arguments(PLANS).program(OUT, CACHE)).containsExactly("""
                        a.rs
                        --crate-name
                        a
                        --crate-type
                        bin
                        --edition=2024
                        --error-format=json
                        --json=diagnostic-rendered-ansi
                        --check-cfg
                        cfg(docsrs,test)
                        --check-cfg
                        cfg(feature, values())
                        --allow=dead_code
                        --deny=clippy::all
                        -o
                        out""".split("\n"));
    }

    @Test
    void testsAreBuiltWithTheHarness() {
        assertThat(arguments(PLANS).tests(OUT, CACHE)).contains("--test");
        assertThat(arguments(PLANS).program(OUT, CACHE)).doesNotContain("--test");
    }

    @Test
    void lintsLookAtTheTestsTooAndBuildNothing() {
        assertThat(arguments(PLANS).lint(OUT, CACHE)).contains("--test").endsWith("--emit=metadata", "-o", "out");
    }

    @Test
    void warningsAreDeniedAfterTheCoursesOwnLints() {
        List<String> arguments = arguments(PLANS.strictly()).lint(OUT, CACHE);
        assertThat(arguments).endsWith("-D", "warnings");
        assertThat(arguments.indexOf("--allow=dead_code")).isLessThan(arguments.indexOf("-D"));
    }

    @Test
    void clippyModeDeniesWhatRustlingsDenied() {
        assertThat(arguments(PLANS.mode(Mode.CLIPPY)).lint(OUT, CACHE))
                .endsWith("-D", "warnings", "-D", "clippy::float_cmp")
                .doesNotContain("--test");
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"COMPILE", "TEST", "CLIPPY"})
    void bareRustcKnowsNothingOfCargo(Mode mode) {
        assertThat(arguments(PLANS.mode(mode)).program(OUT, CACHE)).containsExactly("""
                        a.rs
                        --crate-name
                        a
                        --crate-type
                        bin
                        --edition=2021
                        --error-format=json
                        --json=diagnostic-rendered-ansi
                        -o
                        out""".split("\n"));
    }

    @Test
    void aSharedStandardLibraryIsUsedAndFound() {
        Arguments arguments = new Arguments(PLANS.plan(), List.of(), true, false);
        assertThat(arguments.program(OUT, CACHE)).containsSequence("-C", "prefer-dynamic", "-C", "rpath=yes");
        assertThat(arguments.tests(OUT, CACHE)).containsSequence("-C", "prefer-dynamic", "-C", "rpath=yes");
    }

    @Test
    void aProgramThatAbortsIsLinkedStaticallyAndTestsUnwindAllTheSame() {
        CheckPlan plan = PLANS.manifest(manifest("2024", true)).plan();
        Arguments arguments = new Arguments(plan, List.of(), true, false);
        assertThat(arguments.program(OUT, CACHE)).contains("panic=abort").doesNotContain("prefer-dynamic");
        assertThat(arguments.tests(OUT, CACHE)).contains("prefer-dynamic").doesNotContain("panic=abort");
    }

    @Test
    void buildsOfAnExerciseThatIsWatchedKeepWhatTheyCanUseAgain() {
        Arguments arguments = new Arguments(PLANS.plan(), List.of(), false, true);
        assertThat(arguments.program(OUT, CACHE)).containsSequence("-C", "incremental=cache");
        assertThat(arguments.lint(OUT, CACHE)).containsSequence("-C", "incremental=cache");
    }

    @Test
    void cratesAreHandedToEveryTool() {
        List<String> externs = List.of("--extern", "serde=/t/libserde.rlib", "-L", "dependency=/t");
        Arguments arguments = new Arguments(PLANS.plan(), externs, false, false);
        assertThat(arguments.program(OUT, CACHE)).containsSequence(externs);
        assertThat(arguments.tests(OUT, CACHE)).containsSequence(externs);
        assertThat(arguments.lint(OUT, CACHE)).containsSequence(externs);
    }

    @Test
    void aDashInATargetsNameIsNoneInTheCrates() {
        CheckPlan plan = PLANS.plan();
        CheckPlan dashed = new CheckPlan(
                "my-a",
                plan.root(),
                plan.source(),
                plan.mode(),
                true,
                false,
                plan.manifest(),
                List.of(),
                plan.time(),
                null);
        assertThat(new Arguments(dashed, List.of(), false, false).program(OUT, CACHE))
                .containsSequence("--crate-name", "my_a");
    }

    private static Arguments arguments(Plans plans) {
        return new Arguments(plans.plan(), List.of(), false, false);
    }

    private static Manifest manifest(String edition, boolean panicAbort, String... lints) {
        return new Manifest(
                true, "exercises", edition, new Lints(List.of(lints)), panicAbort, Set.of(), Map.of(), null);
    }
}
