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
    private final Toolchain toolchain;
    private final Scratch scratch;
    private final Map<CheckPlan, Candidate> candidates = new ConcurrentHashMap<>();
    private final Map<CheckPlan, Built> built = new ConcurrentHashMap<>();
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

    /** A plan that the lints accepted, and the source that they looked at. */
    private record Candidate(CheckPlan plan, String source, Outcome linted) {}

    /** Where a candidate's programs are. */
    private record Built(SharedBuild build, String module) {}

    /** What must be the same for all in one crate. */
    private record Kind(Path root, Manifest manifest) {}

    @Override
    public Optional<Verdict> begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        candidates.remove(plan);
        built.remove(plan);
        Optional<String> source = source(plan);
        if (source.isEmpty() || !toolchain.release().clippy() || !Sharing.isPossible(plan, source.get())) {
            return Optional.of(alone.judge(plan, cancellation));
        }
        Outcome linted = rustc.lint(plan, Crates.Resolution.NONE, cancellation);
        if (linted.failure() != null) {
            return Optional.of(rustc.judge(plan, linted, cancellation));
        }
        candidates.put(plan, new Candidate(plan, source.get(), linted));
        return Optional.empty();
    }

    @Override
    public void build(Cancellation cancellation) throws InterruptedException {
        directories.forEach(Scratch::delete);
        directories.clear();
        built.clear();
        Map<Kind, List<CheckPlan>> kinds = new LinkedHashMap<>();
        candidates.keySet().stream()
                .sorted(Comparator.comparing(CheckPlan::source).thenComparing(CheckPlan::target))
                .forEach(
                        plan -> kinds.computeIfAbsent(new Kind(plan.root(), plan.manifest()), kind -> new ArrayList<>())
                                .add(plan));
        for (List<CheckPlan> plans : kinds.values()) {
            for (int from = 0; plans.size() - from >= FEWEST; from += MOST) {
                build(plans.subList(from, Math.min(plans.size(), from + MOST)), cancellation);
            }
        }
    }

    private void build(List<CheckPlan> together, Cancellation cancellation) throws InterruptedException {
        try {
            Path directory = scratch.newDirectory();
            directories.add(directory);
            SharedBuild build = new SharedBuild(toolchain, directory);
            build.build(together, cancellation).forEach((plan, module) -> built.put(plan, new Built(build, module)));
        } catch (ToolchainException | UncheckedIOException tooMuchForThisMachine) {
            // One by one they need less; if that fails too, it is told of then.
        }
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Candidate candidate = candidates.remove(plan);
        Built programs = built.remove(plan);
        if (candidate == null) {
            return alone.judge(plan, cancellation);
        }
        Verdict verdict = programs == null ? null : passed(candidate, programs, cancellation);
        if (!source(plan).filter(candidate.source()::equals).isPresent()) {
            // Saved in between: neither the lints nor the build need be of what is there now.
            return alone.judge(plan, cancellation);
        }
        return verdict == null ? rustc.judge(plan, candidate.linted(), cancellation) : verdict;
    }

    /** The pass, or null if it is none. */
    private @Nullable Verdict passed(Candidate candidate, Built programs, Cancellation cancellation)
            throws InterruptedException {
        CheckPlan plan = candidate.plan();
        Limits limits = Limits.PROGRAM.withTime(plan.time());
        TestReport tests = TestReport.NONE;
        if (plan.test()) {
            String prefix = programs.module() + "::";
            List<String> harness = List.of(prefix, "--color", "never", "--format", "pretty");
            Completion completion =
                    toolchain.run(Invocation.of(programs.build().tests(), harness, plan.root(), limits), cancellation);
            Outcome tested = Readings.tested(completion, limits, List.of());
            if (tested.failure() != null
                    || !tested.tests().results().stream()
                            .allMatch(result -> result.name().startsWith(prefix))) {
                return null;
            }
            tests = unprefixed(tested.tests(), prefix);
        }
        Completion completion = toolchain.run(
                Invocation.of(programs.build().program(), List.of(programs.module()), plan.root(), limits),
                cancellation);
        Outcome ran = Readings.ran(completion, limits, List.of());
        return ran.failure() == null ? new Verdict.Passed(candidate.linted().warnings(), tests, ran.output()) : null;
    }

    private static TestReport unprefixed(TestReport report, String prefix) {
        List<TestResult> results = report.results().stream()
                .map(result ->
                        new TestResult(result.name().substring(prefix.length()), result.status(), result.output()))
                .toList();
        return new TestReport(results, report.finished());
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
