package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.calls;
import static dev.runner.testing.FakeToolchain.ended;
import static dev.runner.testing.FakeToolchain.exit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.testing.FakeToolchain;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Tool;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CratesTest {
    private static final Path ROOT = Path.of("/course");
    private static final String METADATA = """
            {"packages":[],"resolve":{"root":"exercises#0.0.0","nodes":[
            {"id":"serde#1.0.0","deps":[{"name":"serde_core","pkg":"serde_core#1.0.0"}]},
            {"id":"exercises#0.0.0","deps":[{"name":"serde","pkg":"serde#1.0.0"},{"name":"my_derive","pkg":"d#2.0.0"}]}
            ]}}""";
    private static final String BUILT = """
            {"reason":"compiler-artifact","package_id":"serde_core#1.0.0","filenames":["/t/deps/libcore.rlib"]}
            {"reason":"compiler-artifact","package_id":"serde#1.0.0","filenames":["/t/deps/libserde.rmeta",\
            "/t/deps/libserde.rlib"]}
            {"reason":"build-script-executed","package_id":"serde#1.0.0","linked_paths":["native=/t/out"]}
            {a macro may print anything
            {"reason":"compiler-artifact","package_id":"d#2.0.0","filenames":["/t/deps/libd.so"]}
            {"reason":"compiler-message","package_id":"exercises#0.0.0","message":{"level":"error","message":"m"}}
            {"reason":"compiler-artifact","package_id":"cut o
            """;

    private final FakeToolchain toolchain = new FakeToolchain()
            .on(Tool.CARGO, exit(0, METADATA), "metadata")
            .on(Tool.CARGO, exit(101, BUILT, "error: could not compile"), "build")
            .on(Tool.CARGO, exit(0, BUILT.replace("/t/", "/tests/")), "test");
    private final Crates crates = new Crates(toolchain);
    private final CheckPlan plan = plan(false);

    @Test
    void whoNeedsNoneCausesNothing() throws InterruptedException {
        assertThat(crates.resolve(Plans.in(ROOT).plan(), new Cancellation())).isEqualTo(Crates.Resolution.NONE);
        assertThat(toolchain.invocations()).isEmpty();
    }

    @Test
    void cargosMessagesTellWhereTheyLieEvenIfTheExerciseDoesNotCompile() throws InterruptedException {
        Crates.Resolution resolution = crates.resolve(plan, new Cancellation());
        assertThat(resolution.obstacle()).isNull();
        assertThat(resolution.forProgram())
                .containsExactly(
                        "--extern",
                        "serde=/t/deps/libserde.rlib",
                        "--extern",
                        "my_derive=/t/deps/libd.so",
                        "-L",
                        "dependency=/t/deps",
                        "-L",
                        "native=/t/out");
        assertThat(resolution.forTests()).isEqualTo(resolution.forProgram());
    }

    @Test
    void theyAreBuiltOnce() throws InterruptedException {
        crates.resolve(plan, new Cancellation());
        crates.resolve(plan, new Cancellation());
        assertThat(toolchain.invocations().stream().filter(calls(Tool.CARGO, "build")))
                .hasSize(1);
    }

    @Test
    void programsThatAbortNeedABuildOfTheirOwn() throws InterruptedException {
        Crates.Resolution resolution = crates.resolve(plan(true), new Cancellation());
        assertThat(resolution.forProgram()).contains("serde=/t/deps/libserde.rlib");
        assertThat(resolution.forTests()).contains("serde=/tests/deps/libserde.rlib");
    }

    @Test
    void whatIsNotThereIsFetched() throws InterruptedException {
        int[] asked = {0};
        toolchain.when(
                calls(Tool.CARGO, "metadata"),
                (invocation, cancellation) -> asked[0]++ == 0 ? exit(101, "") : exit(0, METADATA));
        assertThat(crates.resolve(plan, new Cancellation()).obstacle()).isNull();
        assertThat(toolchain.calls()).contains("cargo fetch -q");
    }

    @Test
    void withoutANetworkItSaysWhatToType() throws InterruptedException {
        toolchain
                .on(Tool.CARGO, exit(101, ""), "metadata")
                .on(Tool.CARGO, exit(101, "", "\n  error: failed to get `serde`\nCaused by: …\n"), "fetch");
        assertThat(crates.resolve(plan, new Cancellation()).obstacle())
                .isEqualTo(new Verdict.NotRunnable(
                        "it needs crates that are not on this machine (error: failed to get `serde`)",
                        "connect to the network and run: cargo fetch --manifest-path " + ROOT.resolve("Cargo.toml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "[]", "{\"cut\": o", "{}", "{\"resolve\":null}"})
    void anAnswerThatIsNoneIsAnObstacle(String answer) throws InterruptedException {
        toolchain.on(Tool.CARGO, exit(0, answer), "metadata");
        assertThat(crates.resolve(plan, new Cancellation()).obstacle())
                .isEqualTo(new Verdict.NotRunnable(
                        "cargo can't say which crates it needs (cargo ended with exit code 0)",
                        "run: cargo metadata --manifest-path " + ROOT.resolve("Cargo.toml")));
    }

    @Test
    void cratesThatDoNotBuildAreAnObstacle() throws InterruptedException {
        toolchain.on(Tool.CARGO, exit(101, "", "error: linker `cc` not found\n"), "build");
        assertThat(crates.resolve(plan, new Cancellation()).obstacle())
                .isEqualTo(new Verdict.NotRunnable(
                        "the crates it needs could not be built (error: linker `cc` not found)",
                        "run: cargo build --manifest-path " + ROOT.resolve("Cargo.toml")));
    }

    @Test
    void aRequestToStopIsNoObstacleThatIsRemembered() throws InterruptedException {
        toolchain.on(Tool.CARGO, ended(Completion.End.CANCELLED, ""), "build");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> crates.resolve(plan, new Cancellation()));
        toolchain.on(Tool.CARGO, exit(0, BUILT), "build");
        assertThat(crates.resolve(plan, new Cancellation()).obstacle()).isNull();
    }

    private static CheckPlan plan(boolean panicAbort) {
        Set<String> dependencies = Set.of("serde", "my_derive");
        Manifest manifest =
                new Manifest(true, "exercises", "2024", Lints.NONE, panicAbort, dependencies, Map.of(), null);
        return Plans.in(ROOT).manifest(manifest).crates("my_derive", "serde").plan();
    }
}
