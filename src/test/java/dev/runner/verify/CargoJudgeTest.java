package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.calls;
import static dev.runner.testing.FakeToolchain.ended;
import static dev.runner.testing.FakeToolchain.exit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import dev.runner.testing.FakeToolchain;
import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CargoJudgeTest {
    private static final String BUILT =
            "{\"reason\":\"compiler-artifact\",\"filenames\":[\"/t/program\"],\"executable\":\"/t/program\"}\n";
    private static final Completion TYPE_ERROR = refused(RustcJson.error("E0308", "mismatched types", 1));
    private static final Completion ERROR_IN_TESTS = refused(RustcJson.error("E0425", "unknown name", 4));
    private static final Completion LINT = refused(RustcJson.error("clippy::needless_return", "needless", 1));

    @TempDir
    private Path directory;

    private final FakeToolchain toolchain = new FakeToolchain();
    private Scratch scratch = new Scratch(List.of());
    private Plans plans = Plans.in(Path.of("course"));

    @BeforeEach
    void writeTheExercise() throws IOException {
        Files.writeString(directory.resolve("a.rs"), "fn main() {}\n\n#[cfg(test)]\nmod tests {}\n");
        scratch = new Scratch(List.of(directory.resolve("scratch")));
        plans = Plans.in(directory);
        toolchain
                .on(Tool.CARGO, exit(0, BUILT), "build")
                .on(Tool.CARGO, exit(0, FakeToolchain.ONE_TEST_PASSED), "test")
                .on(Tool.CARGO, exit(0, ""), "test", "--no-run");
    }

    @AfterEach
    void closeTheScratch() {
        scratch.close();
    }

    @Test
    void cargoIsAskedForEveryStepAndTheProgramIsStartedDirectly() throws InterruptedException {
        assertThat(judge(plans.strictly().plan()).passed()).isTrue();
        assertThat(toolchain.calls())
                .containsExactly(
                        "cargo test -q --bin a --no-run --message-format=json-diagnostic-rendered-ansi",
                        "cargo test -q --bin a -- --color never --format pretty",
                        "cargo build -q --bin a --message-format=json-diagnostic-rendered-ansi",
                        "cargo clippy -q --bin a --profile test --message-format=json-diagnostic-rendered-ansi"
                                + " -- -D warnings",
                        "program");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("an error", Check.BUILD, "E0308: mismatched types", t -> t.on(Tool.CARGO, TYPE_ERROR)),
                fault("an error in the tests", Check.BUILD, "E0425: unknown name", t -> {
                    t.on(Tool.CARGO, ERROR_IN_TESTS, "test").on(Tool.CARGO, ERROR_IN_TESTS, "clippy");
                }),
                fault("one in the tests that hides the program's", Check.BUILD, "E0308: mismatched types", t -> {
                    t.on(Tool.CARGO, TYPE_ERROR)
                            .on(Tool.CARGO, ERROR_IN_TESTS, "test")
                            .on(Tool.CARGO, ERROR_IN_TESTS, "clippy");
                }),
                fault("an error only the program has", Check.BUILD, "E0308: mismatched types", t -> {
                    t.on(Tool.CARGO, TYPE_ERROR, "build").on(Tool.CARGO, LINT, "clippy");
                }),
                fault("a failing test and a lint", Check.TEST, "1 of 1 test failed", t -> {
                    t.on(Tool.CARGO, exit(101, "test a ... FAILED\n"), "test", "--")
                            .on(Tool.CARGO, LINT, "clippy");
                }),
                fault("a lint and a panic", Check.LINT, "clippy::needless_return: needless", t -> {
                    t.on(Tool.CARGO, LINT, "clippy").onProgram("program", exit(101, ""));
                }),
                fault("a panic", Check.RUN, "the program panicked (exit code 101)", t -> {
                    t.onProgram("program", exit(101, ""));
                }),
                fault("a target that cargo does not know", Check.BUILD, "error: no bin target named `a`", t -> {
                    t.on(Tool.CARGO, exit(101, "", "error: no bin target named `a`\nhelp: …\n"));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theFirstFaultInTheSameOrderIsTheVerdict(String name, Check check, String reason, Consumer<FakeToolchain> fault)
            throws InterruptedException {
        fault.accept(toolchain);
        Verdict verdict = judge(plans.plan());
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(((Verdict.Failed) verdict).check()).isEqualTo(check);
    }

    @Test
    void withoutClippyNothingIsLinted() throws InterruptedException {
        toolchain.withoutClippy();
        assertThat(judge(plans.plan()).passed()).isTrue();
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.CARGO, "clippy"));
    }

    @Test
    void anExerciseWithoutTestsIsAskedNone() throws InterruptedException {
        assertThat(judge(plans.withoutTests().plan()).passed()).isTrue();
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.CARGO, "--no-run"));
    }

    @Test
    void testsThatRunTooLongTimeOut() throws InterruptedException {
        toolchain.on(Tool.CARGO, ended(Completion.End.TIME_LIMIT, ""), "test", "--");
        assertThat(judge(plans.plan()))
                .isEqualTo(new Verdict.TimedOut(Check.TEST, plans.plan().time(), Transcript.EMPTY));
    }

    @Test
    void aSignalThatEndedTheTestsIsReadFromWhatCargoSays() throws InterruptedException {
        String said = """
                error: test failed, to rerun pass `--bin a`

                Caused by:
                  process didn't exit successfully: `/t/a-1 --color never` (signal: 6, SIGABRT: process abort signal)
                """;
        toolchain.on(Tool.CARGO, exit(101, "running 1 test\n", said), "test", "--");
        assertThat(judge(plans.plan()).reason())
                .isEqualTo("the tests did not come to their end: the program was ended by signal 6");
    }

    @Test
    void dependenciesThatCannotBeHadAreNobodysFailure() throws InterruptedException {
        toolchain
                .on(Tool.CARGO, exit(101, "", "error: no matching package\n"), "metadata")
                .on(Tool.CARGO, exit(101, "", "error: failed to get `serde`\n"), "fetch");
        Manifest manifest =
                new Manifest(true, "x", "2024", Lints.NONE, false, Set.of("serde"), Map.of(), "it has a library");
        assertThat(judge(plans.manifest(manifest).plan()))
                .isInstanceOf(Verdict.NotRunnable.class)
                .extracting(Verdict::reason)
                .isEqualTo("it needs crates that are not on this machine (error: failed to get `serde`)");
    }

    @Test
    void aBuildScriptGetsAPackageOfItsOwnThatIsGoneAfterwards() throws IOException, InterruptedException {
        Files.writeString(directory.resolve("build.rs"), "fn main() {}\n");
        StringBuilder manifest = new StringBuilder();
        toolchain.when(calls(Tool.CARGO, "test", "--no-run"), (invocation, cancellation) -> {
            manifest.append(text(invocation.directory().resolve("Cargo.toml")));
            assertThat(invocation.environment())
                    .containsEntry(
                            "CARGO_TARGET_DIR",
                            invocation.directory().resolve("target").toString());
            return exit(0, "");
        });
        assertThat(judge(plans.mode(Mode.BUILDSCRIPT).plan()).passed()).isTrue();
        assertThat(manifest).hasToString("""
                [package]
                name = "a"
                version = "0.0.1"
                edition = "2021"
                build = '%1$s/build.rs'

                [[bin]]
                name = "a"
                path = '%1$s/a.rs'

                [workspace]
                """.formatted(directory));
        assertThat(toolchain.invocations()).noneMatch(calls(Tool.CARGO, "build"));
        assertThat(toolchain.invocations().get(0).directory()).doesNotExist();
    }

    @Test
    void withoutAScriptThereIsNoneToBuild() throws InterruptedException {
        toolchain.when(calls(Tool.CARGO, "test", "--no-run"), (invocation, cancellation) -> {
            assertThat(text(invocation.directory().resolve("Cargo.toml"))).contains("build = false");
            return exit(0, "");
        });
        assertThat(judge(plans.mode(Mode.BUILDSCRIPT).plan()).passed()).isTrue();
    }

    @Test
    void aRequestToStopEndsTheJudgement() {
        toolchain.on(Tool.CARGO, ended(Completion.End.CANCELLED, ""), "clippy");
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> judge(plans.plan()));
    }

    /** What a stranger handed in finds neither what is built of it nor anything that is still to be built. */
    @ParameterizedTest
    @CsvSource({"true,own", "false,made"})
    void codeOfAStrangerRunsLastAndBesideItsOwnSource(boolean fresh, String seenThere)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(directory.resolve("own"));
        Files.writeString(own.resolve("a.rs"), "own");
        Files.writeString(directory.resolve("a.rs"), "made");
        FileTime time = Files.getLastModifiedTime(directory.resolve("a.rs"));
        List<String> seen = new ArrayList<>();
        toolchain
                .on(
                        Tool.CARGO,
                        exit(0, BUILT.replace("\"executable\"", "\"fresh\":" + fresh + ",\"executable\"")),
                        "test")
                .when(calls(Tool.CARGO, "test", "--color"), (invocation, cancellation) -> {
                    seen.add(text(directory.resolve("a.rs")));
                    return exit(0, FakeToolchain.ONE_TEST_PASSED);
                })
                .when(call -> call.program() instanceof Program.Built, (invocation, cancellation) -> {
                    seen.add(text(directory.resolve("a.rs")));
                    return exit(0, "");
                });
        assertThat(judge(plans.plan().in(directory, own)).passed()).isTrue();
        assertThat(seen).containsExactly(seenThere, seenThere);
        assertThat(Files.getLastModifiedTime(directory.resolve("a.rs"))).isEqualTo(time);
        assertThat(toolchain.calls())
                .extracting(call -> call.replaceFirst(" -q --bin a", "").replaceFirst(" --(message|color).*", ""))
                .containsExactly(
                        "cargo test --no-run",
                        "cargo build",
                        "cargo clippy --profile test",
                        "cargo test --no-run",
                        "cargo test --",
                        "program");
    }

    private Verdict judge(CheckPlan plan) throws InterruptedException {
        return new CargoJudge(toolchain, new Crates(toolchain), scratch).judge(plan, new Cancellation());
    }

    private static Arguments fault(String name, Check check, String reason, Consumer<FakeToolchain> fault) {
        return Arguments.of(name, check, reason, fault);
    }

    private static Completion refused(String json) {
        return exit(101, envelope(json), "");
    }

    /** cargo's envelope around rustc's own line. */
    private static String envelope(String json) {
        return "{\"reason\":\"compiler-message\",\"message\":" + json.strip() + "}\n";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
