package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.CargoMessages;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges by asking cargo for every step, as rustlings does: slower, but right also where a package has a library, a build
 * script, features or settings of its own. Gives the checks the same precedence as {@link RustcJudge}.
 */
final class CargoJudge implements Judge {
    private static final String JSON = "--message-format=json-diagnostic-rendered-ansi";

    private static final Pattern SIGNAL =
            Pattern.compile("process didn't exit successfully: .*\\(signal: (\\d{1,2})\\b");

    private final Toolchain toolchain;
    private final Crates crates;
    private final Scratch scratch;

    CargoJudge(Toolchain toolchain, Crates crates, Scratch scratch) {
        this.toolchain = toolchain;
        this.crates = crates;
        this.scratch = scratch;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        if (plan.mode() == Mode.BUILDSCRIPT) {
            return judgeBuildScript(plan, cancellation);
        }
        if (!plan.manifest().dependencies().isEmpty()) {
            Optional<Verdict> obstacle = crates.fetch(plan, cancellation);
            if (obstacle.isPresent()) {
                return obstacle.get();
            }
        }
        return new Judgement(plan, plan.root(), List.of("--bin", plan.target()), Map.of(), cancellation).settle();
    }

    /** Where cargo writes; a sandbox can only let it write to what is there. */
    static Path madeTarget(Path directory) {
        Path target = directory.resolve("target");
        try {
            Files.createDirectories(target);
        } catch (IOException notWritable) {
            // cargo says so better.
        }
        return target;
    }

    /** rustlings' class forks give such an exercise a package of its own; ours lies aside and points at the files. */
    private Verdict judgeBuildScript(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Path directory = scratch.newDirectory();
        try {
            Files.writeString(directory.resolve("Cargo.toml"), packageFor(plan));
            Map<String, String> environment =
                    Map.of("CARGO_TARGET_DIR", directory.resolve("target").toString());
            return new Judgement(plan, directory, List.of(), environment, cancellation).settle();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            Scratch.delete(directory);
        }
    }

    private static String packageFor(CheckPlan plan) {
        Path source = plan.root().resolve(plan.source());
        Path script = source.resolveSibling("build.rs");
        return """
                [package]
                name = "%s"
                version = "0.0.1"
                edition = "%s"
                build = %s

                [[bin]]
                name = "%s"
                path = %s

                [workspace]
                """.formatted(
                        plan.target(),
                        plan.manifest().edition(),
                        Files.exists(script) ? quoted(script) : "false",
                        plan.target(),
                        quoted(source));
    }

    /** A TOML literal string; a path with an apostrophe needs the basic kind. */
    private static String quoted(Path path) {
        String text = path.toString();
        return text.indexOf('\'') < 0
                ? "'" + text + "'"
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** One exercise being judged, step by step: cargo locks its target directory, so nothing would run side by side. */
    private final class Judgement {
        private final CheckPlan plan;
        private final Path directory;
        private final List<String> selection;
        private final Map<String, String> environment;
        private final Cancellation cancellation;
        private final Limits limits;
        private final MadeSource source;

        Judgement(
                CheckPlan plan,
                Path directory,
                List<String> selection,
                Map<String, String> environment,
                Cancellation cancellation) {
            this.plan = plan;
            this.directory = directory;
            this.selection = selection;
            this.environment = environment;
            this.cancellation = cancellation;
            this.limits = Limits.PROGRAM.withTime(plan.time());
            this.source = MadeSource.of(plan);
        }

        Verdict settle() throws InterruptedException {
            boolean standard = plan.mode() == Mode.STANDARD;
            boolean asked = plan.asksTests();
            Outcome compiled = asked ? compileTests() : Outcome.CONTENT;
            if (compiled.failure() != null) {
                return standard && compiled.failedAt(Check.BUILD) ? refused(compiled.failure()) : compiled.failure();
            }
            // Strangers' code runs when nothing is left to build: it could change what is built, and read it.
            Outcome tested = asked && !source.isMade() ? test(compiled) : Outcome.CONTENT;
            if (tested.failure() != null) {
                return tested.failure();
            }
            Built built = standard ? build() : new Built(Outcome.CONTENT, Optional.empty());
            boolean lints = standard
                    && built.outcome().failure() == null
                    && toolchain.release().clippy();
            Outcome linted = lints ? lint() : Outcome.CONTENT;
            if (source.isMade()) {
                hide(asked);
                tested = asked ? test(compiled) : Outcome.CONTENT;
            }
            return settled(tested, built, linted);
        }

        private Verdict settled(Outcome tested, Built built, Outcome linted) throws InterruptedException {
            if (tested.failure() != null) {
                return tested.failure();
            }
            if (built.outcome().failure() != null) {
                return built.outcome().failure();
            }
            if (linted.failure() != null) {
                return Refusals.onlyLints(linted.failure()) ? linted.failure() : Refusals.asBuild(linted.failure());
            }
            Outcome ran = built.program().isPresent() ? run(built.program().get()) : Outcome.CONTENT;
            return ran.failure() != null
                    ? ran.failure()
                    : new Verdict.Passed(linted.warnings(), tested.tests(), ran.output());
        }

        /** What is wrong with the program itself comes first, and an error in the tests may hide it. */
        private Verdict refused(Verdict failure) throws InterruptedException {
            if (!Refusals.onlyLints(failure) && Refusals.touchesTests(plan, failure)) {
                Verdict program = build().outcome().failure();
                return program == null ? failure : program;
            }
            return failure;
        }

        private Outcome compileTests() throws InterruptedException {
            return compiled(cargo("test", List.of("--no-run", JSON)), Check.BUILD);
        }

        /** cargo has to start the tests, and must not build them again from what it sees then. */
        private void hide(boolean asked) throws InterruptedException {
            boolean fresh = !asked
                    || CargoMessages.isFresh(
                            cargo("test", List.of("--no-run", JSON)).output().text());
            if (fresh) {
                source.hide();
            }
        }

        private Outcome test(Outcome compiled) throws InterruptedException {
            List<String> arguments = arguments("test", List.of());
            arguments.addAll(List.of("--", "--color", "never", "--format", "pretty"));
            Completion completion = toolchain.run(
                    Invocation.of(Tool.CARGO, arguments, directory)
                            .withEnvironment(environment)
                            .withLimits(limits)
                            .reading(plan.root())
                            .writing(free()),
                    cancellation);
            return Readings.tested(source.named(withSignal(completion)), limits, compiled.warnings());
        }

        private Built build() throws InterruptedException {
            Completion completion = cargo("build", List.of(JSON));
            Outcome outcome = compiled(completion, Check.BUILD);
            Optional<Path> program =
                    CargoMessages.executable(completion.output().text());
            return new Built(outcome, outcome.failure() == null ? program : Optional.empty());
        }

        private Outcome lint() throws InterruptedException {
            List<String> arguments = new ArrayList<>(List.of("--profile", "test", JSON));
            if (plan.strict()) {
                arguments.addAll(List.of("--", "-D", "warnings"));
            }
            return compiled(cargo("clippy", arguments), Check.LINT);
        }

        private Outcome run(Path program) throws InterruptedException {
            Completion completion = toolchain.run(
                    Invocation.of(program, List.of(), directory, limits).writing(plan.writableWith()), cancellation);
            return Readings.ran(completion, limits, List.of());
        }

        private Completion cargo(String command, List<String> more) throws InterruptedException {
            return toolchain.run(
                    Invocation.of(Tool.CARGO, arguments(command, more), directory)
                            .withEnvironment(environment)
                            .reading(plan.root())
                            .writing(free()),
                    cancellation);
        }

        /** Where cargo may write: in a directory of ours Cargo.lock, too. */
        private Path[] free() {
            return directory.equals(plan.place())
                    ? plan.writableWith(madeTarget(directory))
                    : plan.writableWith(madeTarget(directory), directory);
        }

        private List<String> arguments(String command, List<String> more) {
            List<String> arguments = new ArrayList<>(List.of(command, "-q"));
            arguments.addAll(selection);
            arguments.addAll(more);
            return arguments;
        }

        private Outcome compiled(Completion completion, Check check) {
            Completion said = source.named(completion);
            return Readings.compiled(said, said.output(), check, Limits.COMPILER);
        }
    }

    /** cargo's own exit code does not tell that a signal ended the tests; what it says does. */
    private static Completion withSignal(Completion completion) {
        Matcher signal = SIGNAL.matcher(completion.errors().text());
        return !completion.succeeded() && signal.find()
                ? new Completion(
                        completion.end(),
                        128 + Integer.parseInt(signal.group(1)),
                        completion.output(),
                        completion.errors(),
                        completion.duration())
                : completion;
    }

    /** A build and the program that it made. */
    private record Built(Outcome outcome, Optional<Path> program) {}
}
