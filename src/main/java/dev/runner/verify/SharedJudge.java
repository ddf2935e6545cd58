package dev.runner.verify;

import dev.runner.course.Manifest;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Toolchain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges many exercises by building them together. The front end of the compiler and the lints look at each by itself, for
 * exact diagnostics; those that they accept and that {@link Sharing} allows share a build, and each then runs in processes
 * of its own. Only a pass is taken from there: whatever else happens, the exercise is judged by itself.
 */
final class SharedJudge implements BatchJudge {
    /** Two programs more or less are built as quickly alone. */
    private static final int FEWEST = 4;

    /** More at once needs more memory than time is gained. */
    private static final int MOST = 200;

    private final Judge alone;
    private final RustcJudge rustc;
    private final Crates crates;
    private final Toolchain toolchain;
    private final Scratch scratch;
    private final Map<CheckPlan, Candidate> candidates = new ConcurrentHashMap<>();
    private final Map<CheckPlan, Built> built = new HashMap<>();

    /**
     * @param alone judges what can't share
     * @param rustc judges what could have shared
     */
    SharedJudge(Judge alone, RustcJudge rustc, Crates crates, Toolchain toolchain, Scratch scratch) {
        this.alone = alone;
        this.rustc = rustc;
        this.crates = crates;
        this.toolchain = toolchain;
        this.scratch = scratch;
    }

    /** A plan that the lints accepted. */
    private record Candidate(CheckPlan plan, Outcome linted, List<String> externs) {}

    /** Where a plan's programs are. */
    private record Built(SharedBuild build, String module) {}

    /** What must be the same for all in one crate. */
    private record Kind(Path root, Manifest manifest, List<String> externs) {}

    @Override
    public Optional<Verdict> begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        if (!toolchain.release().clippy() || !Sharing.isPossible(plan, source(plan))) {
            return Optional.of(alone.judge(plan, cancellation));
        }
        Crates.Resolution resolution = crates.resolve(plan, cancellation);
        if (resolution.obstacle() != null) {
            return Optional.of(resolution.obstacle());
        }
        Outcome linted = rustc.lint(plan, resolution, cancellation);
        if (linted.failure() != null || !resolution.forTests().equals(resolution.forProgram())) {
            return Optional.of(rustc.judge(plan, linted, cancellation));
        }
        candidates.put(plan, new Candidate(plan, linted, resolution.forTests()));
        return Optional.empty();
    }

    @Override
    public void build(Cancellation cancellation) throws InterruptedException {
        Map<Kind, List<CheckPlan>> kinds = new LinkedHashMap<>();
        for (Candidate candidate : candidates.values()) {
            CheckPlan plan = candidate.plan();
            kinds.computeIfAbsent(
                            new Kind(plan.root(), plan.manifest(), candidate.externs()), kind -> new ArrayList<>())
                    .add(plan);
        }
        for (Map.Entry<Kind, List<CheckPlan>> kind : kinds.entrySet()) {
            List<CheckPlan> plans = kind.getValue();
            for (int from = 0; plans.size() - from >= FEWEST; from += MOST) {
                List<CheckPlan> together = plans.subList(from, Math.min(plans.size(), from + MOST));
                SharedBuild build = new SharedBuild(
                        toolchain, scratch.newDirectory(), kind.getKey().externs());
                build.build(together, cancellation)
                        .forEach((plan, module) -> built.put(plan, new Built(build, module)));
            }
        }
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Candidate candidate = candidates.get(plan);
        if (candidate == null) {
            return alone.judge(plan, cancellation);
        }
        Built programs = built.get(plan);
        Verdict verdict = programs == null ? null : passed(candidate, programs, cancellation);
        return verdict == null ? rustc.judge(plan, candidate.linted(), cancellation) : verdict;
    }

    /** The pass, or null if it is none. */
    private @Nullable Verdict passed(Candidate candidate, Built programs, Cancellation cancellation)
            throws InterruptedException {
        CheckPlan plan = candidate.plan();
        Limits limits = Limits.PROGRAM.withTime(plan.time());
        TestReport tests = TestReport.NONE;
        if (plan.test()) {
            List<String> harness = List.of(programs.module() + "::", "--color", "never", "--format", "pretty");
            Completion completion =
                    toolchain.run(Invocation.of(programs.build().tests(), harness, plan.root(), limits), cancellation);
            Outcome tested = Readings.tested(completion, limits, List.of());
            if (tested.failure() != null) {
                return null;
            }
            tests = unprefixed(tested.tests(), programs.module() + "::");
        }
        Completion completion = toolchain.run(
                Invocation.of(programs.build().program(), List.of(programs.module()), plan.root(), limits),
                cancellation);
        Outcome ran = Readings.ran(completion, limits, List.of());
        return ran.failure() == null ? new Verdict.Passed(candidate.linted().warnings(), tests, ran.output()) : null;
    }

    private static TestReport unprefixed(TestReport report, String prefix) {
        List<TestResult> results = report.results().stream()
                .map(result -> new TestResult(
                        result.name().startsWith(prefix) ? result.name().substring(prefix.length()) : result.name(),
                        result.status(),
                        result.output()))
                .toList();
        return new TestReport(results, report.finished());
    }

    private static String source(CheckPlan plan) {
        try {
            return new String(Files.readAllBytes(plan.root().resolve(plan.source())), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "TODO";
        }
    }
}
