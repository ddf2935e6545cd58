package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges by calling rustc and clippy-driver directly. Its three chains, lint, tests and program, run side by side or in
 * turn; either way the verdict is the same, because they are asked in one order and the first that failed settles it:
 *
 * <ol>
 *   <li>what does not compile, as tests or as a program: {@link Check#BUILD};
 *   <li>a test that fails, hangs or does not run: {@link Check#TEST};
 *   <li>what clippy refuses: {@link Check#LINT};
 *   <li>a program that fails or hangs: {@link Check#RUN}.
 * </ol>
 *
 * <p>As soon as it is settled, what still runs is stopped.
 */
final class RustcJudge implements Judge {
    private final Toolchain toolchain;
    private final Crates crates;
    private final Scratch scratch;
    private final Chains.Order order;
    private final @Nullable IncrementalCache cache;
    private final Consumer<Check> steps;

    /**
     * @param cache where builds keep what the next one can use again; null to build anew each time
     * @param steps hears each check when it begins
     */
    RustcJudge(
            Toolchain toolchain,
            Crates crates,
            Scratch scratch,
            Chains.Order order,
            @Nullable IncrementalCache cache,
            Consumer<Check> steps) {
        this.toolchain = toolchain;
        this.crates = crates;
        this.scratch = scratch;
        this.order = order;
        this.cache = cache;
        this.steps = steps;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        return judge(plan, null, cancellation);
    }

    /**
     * As the other.
     *
     * @param linted what {@link #lint} said of the plan, or null to ask now
     */
    Verdict judge(CheckPlan plan, @Nullable Outcome linted, Cancellation cancellation) throws InterruptedException {
        Crates.Resolution resolution = crates.resolve(plan, cancellation);
        if (resolution.obstacle() != null) {
            return resolution.obstacle();
        }
        Path directory = scratch.newDirectory();
        try (Chains chains = new Chains(order, cancellation)) {
            return new Judgement(plan, resolution, directory, chains, linted).settle();
        } finally {
            Scratch.delete(directory);
        }
    }

    /** The lint chain alone, of a plan whose crates are at hand. */
    Outcome lint(CheckPlan plan, Crates.Resolution resolution, Cancellation cancellation) throws InterruptedException {
        Path directory = scratch.newDirectory();
        try {
            Arguments arguments = new Arguments(
                    plan, resolution.forTests(), toolchain.release().dynamicStd(), false);
            return lint(plan, arguments, directory, directory, cancellation);
        } finally {
            Scratch.delete(directory);
        }
    }

    private Outcome lint(
            CheckPlan plan, Arguments forTests, Path directory, Path incremental, Cancellation cancellation)
            throws InterruptedException {
        steps.accept(Check.LINT);
        // clippy-driver called by itself looks for a sysroot in the environment; ours is known.
        List<String> arguments = Chains.concat(
                List.of("--sysroot", toolchain.release().sysroot().toString()),
                forTests.lint(directory.resolve("lint.rmeta"), incremental));
        Completion completion = toolchain.run(
                Invocation.of(Tool.CLIPPY_DRIVER, arguments, plan.root()).writing(directory), cancellation);
        return Readings.compiled(completion, completion.errors(), Check.LINT, Limits.COMPILER);
    }

    /** One exercise being judged. */
    private final class Judgement {
        private final CheckPlan plan;
        private final Path directory;
        private final Arguments forTests;
        private final Arguments forProgram;
        private final Limits limits;
        private final Chains.Chain lint;
        private final Chains.Chain tests;
        private final Chains.Chain build;
        private final Chains.Chain run;

        Judgement(
                CheckPlan plan, Crates.Resolution resolution, Path directory, Chains chains, @Nullable Outcome linted) {
            this.plan = plan;
            this.directory = directory;
            this.limits = Limits.PROGRAM.withTime(plan.time());
            this.forTests = arguments(resolution.forTests());
            this.forProgram = arguments(resolution.forProgram());
            boolean lints = plan.mode() == Mode.STANDARD || plan.mode() == Mode.CLIPPY;
            boolean programs = plan.mode() == Mode.STANDARD || plan.mode() == Mode.COMPILE;
            if (linted != null) {
                lint = () -> linted;
            } else {
                lint = lints && toolchain.release().clippy() ? chains.start(this::lint) : Chains.CONTENT;
            }
            tests = plan.test() ? chains.start(this::test) : Chains.CONTENT;
            build = programs ? chains.start(this::build) : Chains.CONTENT;
            run = programs ? chains.after(build, this::run) : Chains.CONTENT;
        }

        private Arguments arguments(List<String> externs) {
            return new Arguments(plan, externs, toolchain.release().dynamicStd(), cache != null);
        }

        Verdict settle() throws InterruptedException {
            Outcome linted = lint.await();
            if (linted.failure() != null && !Refusals.onlyLints(linted.failure())) {
                return refused(linted.failure());
            }
            Outcome tested = tests.await();
            if (tested.failure() != null) {
                return tested.failure();
            }
            Outcome built = build.await();
            if (built.failure() != null) {
                return built.failure();
            }
            if (linted.failure() != null) {
                return linted.failure();
            }
            Outcome ran = run.await();
            if (ran.failure() != null) {
                return ran.failure();
            }
            // clippy repeats what rustc remarks, and adds its own.
            Outcome remarks = lint == Chains.CONTENT ? (plan.test() ? tested : built) : linted;
            return new Verdict.Passed(remarks.warnings(), tested.tests(), ran.output());
        }

        /**
         * The lint chain looks at the tests too. What is wrong with the program itself comes before that, and an error
         * in the tests may hide it; then the program's own build tells.
         */
        private Verdict refused(Verdict failure) throws InterruptedException {
            if (Refusals.touchesTests(plan, failure)) {
                Outcome built = build.await();
                if (built.failure() != null) {
                    return built.failure();
                }
            }
            return Refusals.asBuild(failure);
        }

        private Outcome lint(Cancellation cancellation) throws InterruptedException {
            return RustcJudge.this.lint(plan, forTests, directory, cacheOf("lint"), cancellation);
        }

        private Outcome test(Cancellation cancellation) throws InterruptedException {
            Path binary = directory.resolve("tests" + EXECUTABLE_ENDING);
            Outcome compiled = compile(forTests.tests(binary, cacheOf("tests")), cancellation);
            if (compiled.failure() != null) {
                return compiled;
            }
            List<String> harness = plan.mode() == Mode.TEST
                    ? List.of("--color", "never", "--format", "pretty", "--show-output")
                    : List.of("--color", "never", "--format", "pretty");
            steps.accept(Check.TEST);
            Completion completion = toolchain.run(
                    Invocation.of(binary, harness, plan.place(), limits).writing(plan.writableWith()), cancellation);
            return Readings.tested(completion, limits, compiled.warnings());
        }

        private Outcome build(Cancellation cancellation) throws InterruptedException {
            return compile(forProgram.program(program(), cacheOf("program")), cancellation);
        }

        private Outcome run(Cancellation cancellation, Outcome built) throws InterruptedException {
            steps.accept(Check.RUN);
            Completion completion = toolchain.run(
                    Invocation.of(program(), List.of(), plan.place(), limits).writing(plan.writableWith()),
                    cancellation);
            return Readings.ran(completion, limits, built.warnings());
        }

        private Outcome compile(List<String> arguments, Cancellation cancellation) throws InterruptedException {
            steps.accept(Check.BUILD);
            Completion completion = toolchain.run(
                    Invocation.of(Tool.RUSTC, arguments, plan.root()).writing(directory), cancellation);
            return Readings.compiled(completion, completion.errors(), Check.BUILD, Limits.COMPILER);
        }

        private Path program() {
            return directory.resolve("program" + EXECUTABLE_ENDING);
        }

        private Path cacheOf(String kind) {
            return cache == null ? directory : cache.directory(plan, kind);
        }
    }

    private static final String EXECUTABLE_ENDING = java.io.File.separatorChar == '\\' ? ".exe" : "";
}
