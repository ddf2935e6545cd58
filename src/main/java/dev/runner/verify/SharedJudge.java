package dev.runner.verify;

import dev.runner.course.Manifest;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.ToolchainException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges many exercises by building them together. The front end of the compiler and the lints look at each by itself, for
 * exact diagnostics; those that {@link Sharing} allows share a build, and each then runs in processes of its own. Taken
 * from there are passes, tests that fail as tests do or don't end, and that a program whose tests don't compile does compile itself.
 * Whatever else happens, the exercise is judged by itself.
 */
final class SharedJudge implements BatchJudge {
    /** Two programs more or less are built as quickly alone. */
    private static final int FEWEST = 4;

    /** More at once needs more memory than time is gained. */
    private static final int MOST = 200;

    private static final int SIGNALS = 128;

    private final Judge alone;
    private final RustcJudge rustc;
    private final Toolchain toolchain;
    private final Scratch scratch;
    private final Map<CheckPlan, Candidate> candidates = new ConcurrentHashMap<>();
    private final Map<Part, Module> built = new ConcurrentHashMap<>();
    private final List<Path> directories = new ArrayList<>();

    /**
     * @param alone judges what can't share
     * @param rustc judges what could have shared
     */
    SharedJudge(Judge alone, RustcJudge rustc, Toolchain toolchain, Scratch scratch) {
        this.alone = alone;
        this.rustc = rustc;
        this.toolchain = toolchain;
        this.scratch = scratch;
    }

    /** A plan, the source that the lints looked at, and what they said. */
    private record Candidate(CheckPlan plan, String source, Outcome linted) {
        boolean wants(SharedBuild.Kind kind) {
            boolean accepted = linted.failure() == null;
            return switch (kind) {
                case TESTS -> accepted && plan.test();
                case PROGRAM -> accepted && !Sharing.isUnfinished(source);
                case CHECK -> !accepted;
            };
        }
    }

    /** What must be the same for all in one crate. */
    private record Crate(SharedBuild.Kind kind, Path root, Manifest manifest) {
        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + root.hashCode();
        }
    }

    /** What a plan may have a share in. */
    private record Part(SharedBuild.Kind kind, CheckPlan plan) {
        @Override
        public int hashCode() {
            return 31 * kind.hashCode() + plan.hashCode();
        }
    }

    /** Where it is. */
    private record Module(SharedBuild build, String name) {}

    @Override
    public Begun begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        candidates.remove(plan);
        for (SharedBuild.Kind kind : SharedBuild.Kind.values()) {
            built.remove(new Part(kind, plan));
        }
        Optional<String> source = source(plan);
        if (source.isPresent() && mayWait(source.get())) {
            return Begun.ASIDE;
        }
        if (source.isEmpty() || !toolchain.release().clippy() || !Sharing.isPossible(plan, source.get())) {
            return Begun.judged(alone.judge(plan, cancellation));
        }
        Outcome linted = rustc.lint(plan, Crates.Resolution.NONE, cancellation);
        Candidate candidate = new Candidate(plan, source.get(), linted);
        if (linted.failure() == null
                ? plan.test() || candidate.wants(SharedBuild.Kind.PROGRAM)
                : !Refusals.onlyLints(linted.failure()) && Refusals.touchesTests(plan, linted.failure())) {
            candidates.put(plan, candidate);
            return Begun.WAITS;
        }
        return Begun.judged(rustc.judge(plan, linted, null, cancellation));
    }

    private static boolean mayWait(String source) {
        return Outside.waits(RustCode.of(source));
    }

    @Override
    public void build(Cancellation cancellation) throws InterruptedException {
        directories.forEach(Scratch::delete);
        directories.clear();
        built.clear();
        try (Chains chains = new Chains(Chains.Order.SIDE_BY_SIDE, cancellation)) {
            List<Chains.Chain> builds = new ArrayList<>();
            crates().forEach((crate, plans) -> {
                for (int from = 0; plans.size() - from >= FEWEST; from += MOST) {
                    List<CheckPlan> together = plans.subList(from, Math.min(plans.size(), from + MOST));
                    Path directory = scratch.newDirectory();
                    directories.add(directory);
                    builds.add(chains.start(inner -> build(crate.kind(), together, directory, inner)));
                }
            });
            for (Chains.Chain build : builds) {
                build.await();
            }
        }
    }

    private Map<Crate, List<CheckPlan>> crates() {
        Map<Crate, List<CheckPlan>> crates = new LinkedHashMap<>();
        candidates.values().stream()
                .sorted(Comparator.comparing(
                                (Candidate candidate) -> candidate.plan().source())
                        .thenComparing(candidate -> candidate.plan().target()))
                .forEach(candidate -> {
                    for (SharedBuild.Kind kind : SharedBuild.Kind.values()) {
                        if (candidate.wants(kind)) {
                            CheckPlan plan = candidate.plan();
                            crates.computeIfAbsent(
                                            new Crate(kind, plan.root(), plan.manifest()), crate -> new ArrayList<>())
                                    .add(plan);
                        }
                    }
                });
        return crates;
    }

    private Outcome build(SharedBuild.Kind kind, List<CheckPlan> together, Path directory, Cancellation cancellation)
            throws InterruptedException {
        try {
            SharedBuild build = new SharedBuild(toolchain, directory, kind);
            build.build(together, cancellation)
                    .forEach((plan, module) -> built.put(new Part(kind, plan), new Module(build, module)));
        } catch (ToolchainException | UncheckedIOException tooMuchForThisMachine) {
            // One by one they need less; if that fails too, it is told of then.
        }
        return Outcome.CONTENT;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Candidate candidate = candidates.remove(plan);
        if (candidate == null) {
            return alone.judge(plan, cancellation);
        }
        Verdict verdict = judge(candidate, cancellation);
        // Saved in the meantime: neither the lints nor the build need be of what is there now.
        return source(plan).filter(candidate.source()::equals).isPresent() ? verdict : alone.judge(plan, cancellation);
    }

    private Verdict judge(Candidate candidate, Cancellation cancellation) throws InterruptedException {
        CheckPlan plan = candidate.plan();
        Outcome linted = candidate.linted();
        if (linted.failure() != null) {
            return built.remove(new Part(SharedBuild.Kind.CHECK, plan)) == null
                    ? rustc.judge(plan, linted, null, cancellation)
                    : Refusals.asBuild(linted.failure());
        }
        Outcome tested = plan.test() ? tested(candidate, cancellation) : Outcome.CONTENT;
        if (tested == null) {
            return rustc.judge(plan, linted, null, cancellation);
        }
        if (tested.failure() != null) {
            return tested.failure();
        }
        Outcome ran = ran(plan, cancellation);
        return ran == null
                ? rustc.judge(plan, linted, tested, cancellation)
                : new Verdict.Passed(linted.warnings(), tested.tests(), ran.output());
    }

    /** What came of the tests, or null if that can't be told from here. */
    private @Nullable Outcome tested(Candidate candidate, Cancellation cancellation) throws InterruptedException {
        CheckPlan plan = candidate.plan();
        Module module = built.remove(new Part(SharedBuild.Kind.TESTS, plan));
        if (module == null) {
            return null;
        }
        Limits limits = Limits.PROGRAM.withTime(plan.time());
        String prefix = module.name() + "::";
        List<String> harness = List.of(prefix, "--color", "never", "--format", "pretty");
        Completion completion =
                toolchain.run(Invocation.of(module.build().program(), harness, plan.root(), limits), cancellation);
        if (completion.end() == Completion.End.TIME_LIMIT) {
            // What it has said by then is another thing each time.
            return Readings.tested(SharedTranscript.unnamed(completion, prefix), limits, List.of());
        }
        if (completion.end() != Completion.End.EXITED || completion.exitCode() >= SIGNALS) {
            Readings.stopIfCancelled(completion);
            return null;
        }
        Optional<Completion> own = SharedTranscript.unprefixed(completion, prefix);
        if (own.isEmpty()) {
            return null;
        }
        Outcome tested = Readings.tested(
                own.get(), limits, Refusals.compilersOwn(candidate.linted().warnings()));
        boolean telling = tested.failure() == null
                || tested.failure() instanceof Verdict.Failed failed
                        && failed.tests().finished()
                        && !failed.tests().failed().isEmpty();
        return telling ? tested : null;
    }

    /** What came of the program, or null if it did not end as it should. */
    private @Nullable Outcome ran(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Module module = built.remove(new Part(SharedBuild.Kind.PROGRAM, plan));
        if (module == null) {
            return null;
        }
        Limits limits = Limits.PROGRAM.withTime(plan.time());
        Completion completion = toolchain.run(
                Invocation.of(module.build().program(), List.of(module.name()), plan.root(), limits), cancellation);
        Outcome ran = Readings.ran(completion, limits, List.of());
        return ran.failure() == null ? ran : null;
    }

    private static Optional<String> source(CheckPlan plan) {
        try {
            byte[] bytes = Files.readAllBytes(plan.root().resolve(plan.source()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
