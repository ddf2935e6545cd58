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
import java.util.Optional;
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
    private final boolean apart;

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
        this(toolchain, crates, scratch, order, cache, steps, false);
    }

    private RustcJudge(
            Toolchain toolchain,
            Crates crates,
            Scratch scratch,
            Chains.Order order,
            @Nullable IncrementalCache cache,
            Consumer<Check> steps,
            boolean apart) {
        this.toolchain = toolchain;
        this.crates = crates;
        this.scratch = scratch;
        this.order = order;
        this.cache = cache;
        this.steps = steps;
        this.apart = apart;
    }

    /** The same, which has each check in a run of the compiler of its own, and with the course's settings only. */
    RustcJudge apart() {
        return new RustcJudge(toolchain, crates, scratch, order, cache, steps, true);
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        return judge(plan, null, null, cancellation);
    }

    /**
     * As the other.
     *
     * @param linted what {@link #lint} said of the plan, or null to ask now
     * @param tested what came of its tests, or null to have them built and run
     */
    Verdict judge(CheckPlan plan, @Nullable Outcome linted, @Nullable Outcome tested, Cancellation cancellation)
            throws InterruptedException {
        Crates.Resolution resolution = crates.resolve(plan, cancellation);
        if (resolution.obstacle() != null) {
            return resolution.obstacle();
        }
        Path directory = scratch.newDirectory();
        try (Chains chains = new Chains(order, cancellation)) {
            return new Judgement(plan, resolution, directory, chains, linted, tested).settle();
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
            return lint(plan, arguments.lint(directory.resolve(LINT_OUTPUT), directory), directory, cancellation);
        } finally {
            Scratch.delete(directory);
        }
    }

    private Outcome lint(CheckPlan plan, List<String> how, Path directory, Cancellation cancellation)
            throws InterruptedException {
        steps.accept(Check.LINT);
        // clippy-driver called by itself looks for a sysroot in the environment; ours is known.
        List<String> arguments =
                Chains.concat(List.of("--sysroot", toolchain.release().sysroot().toString()), how);
        Completion completion =
                toolchain.run(compiler(Tool.CLIPPY_DRIVER, arguments, plan).writing(directory), cancellation);
        return Readings.compiled(completion, completion.errors(), Check.LINT, Limits.COMPILER);
    }

    /** A macro of a dependency may start whatever it likes. */
    private static Invocation compiler(Tool tool, List<String> arguments, CheckPlan plan) {
        Invocation invocation = Invocation.of(tool, arguments, plan.root());
        return plan.crates().isEmpty() ? invocation.withoutOrphans() : invocation;
    }

    /** One exercise being judged. */
    private final class Judgement {
        private final CheckPlan plan;
        private final Path directory;
        private final Chains chains;
        private final Arguments forTests;
        private final Arguments forProgram;
        private final Limits limits;
        private final boolean unwinds;
        private final Chains.Chain lint;
        private final Chains.Chain tests;
        private final Chains.Chain build;
        private final Chains.Chain run;

        Judgement(
                CheckPlan plan,
                Crates.Resolution resolution,
                Path directory,
                Chains chains,
                @Nullable Outcome linted,
                @Nullable Outcome tested) {
            this.plan = plan;
            this.directory = directory;
            this.chains = chains;
            this.limits = Limits.PROGRAM.withTime(plan.time());
            this.forTests = arguments(resolution.forTests());
            this.forProgram = arguments(resolution.forProgram());
            Optional<RustCode> code = apart ? Optional.empty() : RustCode.whole(plan);
            this.unwinds = toolchain.release().dynamicStd()
                    && code.filter(all -> UnwindingBuild.isPossible(plan, all)).isPresent();
            boolean lints = plan.mode() == Mode.STANDARD || plan.mode() == Mode.CLIPPY;
            boolean programs = plan.mode() == Mode.STANDARD || plan.mode() == Mode.COMPILE;
            boolean asksClippy = lints && linted == null && toolchain.release().clippy();
            if (asksClippy
                    && code.filter(all -> LintedBuild.isPossible(plan, all)).isPresent()) {
                lint = chains.start(this::lintAndBuildTests);
                tests = chains.start(this::testWhatWasLinted);
            } else {
                lint = linted != null ? () -> linted : asksClippy ? chains.start(this::lint) : Chains.CONTENT;
                tests = tested != null ? () -> tested : plan.test() ? chains.start(this::test) : Chains.CONTENT;
            }
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
         * in the tests may hide it.
         */
        private Verdict refused(Verdict failure) throws InterruptedException {
            Verdict program = Refusals.touchesTests(plan, failure) ? refusedProgram() : null;
            return program == null ? Refusals.asBuild(failure) : program;
        }

        /** What the language's rules say of the program without its tests; null if they are content. */
        private @Nullable Verdict refusedProgram() throws InterruptedException {
            if (build == Chains.CONTENT) {
                return null;
            }
            // Side by side its build has begun already; it only says more than a check would.
            Verdict built = order == Chains.Order.SIDE_BY_SIDE ? build.await().failure() : null;
            return order == Chains.Order.IN_TURN || Refusals.mayBeLate(built)
                    ? chains.start(this::check).await().failure()
                    : built;
        }

        private Outcome check(Cancellation cancellation) throws InterruptedException {
            return compile(forProgram.check(directory.resolve("check.rmeta")), cancellation);
        }

        private Outcome lint(Cancellation cancellation) throws InterruptedException {
            List<String> how = forTests.lint(directory.resolve(LINT_OUTPUT), cacheOf("lint"));
            return RustcJudge.this.lint(plan, how, directory, cancellation);
        }

        private Outcome lintAndBuildTests(Cancellation cancellation) throws InterruptedException {
            List<String> how = forTests.lintAndTests(testProgram(), cacheOf("lint-and-tests"));
            return RustcJudge.this.lint(plan, how, directory, cancellation);
        }

        /** The tests as {@link #lintAndBuildTests} left them, or as rustc builds them where it left none. */
        private Outcome testWhatWasLinted(Cancellation cancellation) throws InterruptedException {
            Outcome linted = lint.await();
            if (linted.failure() != null) {
                // What only lints refuse may well compile; anything else settles the verdict.
                return Refusals.onlyLints(linted.failure()) ? test(cancellation) : linted;
            }
            Completion completion = runTests(cancellation);
            return LintedBuild.isTelling(completion)
                    ? Readings.tested(completion, limits, Refusals.compilersOwn(linted.warnings()))
                    : test(cancellation);
        }

        private Outcome test(Cancellation cancellation) throws InterruptedException {
            Outcome compiled = compile(forTests.tests(testProgram(), cacheOf("tests")), cancellation);
            return compiled.failure() != null
                    ? compiled
                    : Readings.tested(runTests(cancellation), limits, compiled.warnings());
        }

        private Completion runTests(Cancellation cancellation) throws InterruptedException {
            List<String> harness = plan.mode() == Mode.TEST
                    ? List.of("--color", "never", "--format", "pretty", "--show-output")
                    : List.of("--color", "never", "--format", "pretty");
            steps.accept(Check.TEST);
            return toolchain.run(
                    Invocation.of(testProgram(), harness, plan.place(), limits).writing(plan.writableWith()),
                    cancellation);
        }

        private Path testProgram() {
            return directory.resolve("tests" + EXECUTABLE_ENDING);
        }

        private Outcome build(Cancellation cancellation) throws InterruptedException {
            return compile(
                    unwinds
                            ? forProgram.unwindingProgram(program(), cacheOf("program"))
                            : forProgram.program(program(), cacheOf("program")),
                    cancellation);
        }

        private Outcome run(Cancellation cancellation, Outcome built) throws InterruptedException {
            Completion completion = runProgram(cancellation);
            if (unwinds && !UnwindingBuild.isTelling(completion)) {
                Outcome aborting = compile(forProgram.program(program(), cacheOf("aborting-program")), cancellation);
                return aborting.failure() != null
                        ? aborting
                        : Readings.ran(runProgram(cancellation), limits, aborting.warnings());
            }
            return Readings.ran(completion, limits, built.warnings());
        }

        private Completion runProgram(Cancellation cancellation) throws InterruptedException {
            steps.accept(Check.RUN);
            return toolchain.run(
                    Invocation.of(program(), List.of(), plan.place(), limits).writing(plan.writableWith()),
                    cancellation);
        }

        private Outcome compile(List<String> arguments, Cancellation cancellation) throws InterruptedException {
            steps.accept(Check.BUILD);
            Completion completion =
                    toolchain.run(compiler(Tool.RUSTC, arguments, plan).writing(directory), cancellation);
            return Readings.compiled(completion, completion.errors(), Check.BUILD, Limits.COMPILER);
        }

        private Path program() {
            return directory.resolve("program" + EXECUTABLE_ENDING);
        }

        private Path cacheOf(String kind) {
            return cache == null ? directory : cache.directory(plan, kind);
        }
    }

    private static final String LINT_OUTPUT = "lint.rmeta";
    private static final String EXECUTABLE_ENDING = java.io.File.separatorChar == '\\' ? ".exe" : "";
}
