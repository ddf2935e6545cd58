package dev.runner.verify;

import dev.runner.course.Exercise;
import dev.runner.course.Hint;
import dev.runner.course.Mode;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.LocalToolchain;
import dev.runner.toolchain.OutputListener;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Release;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Plans judged by the real toolchain both ways: the quick one for many, whose compilers stay loaded, and each by itself
 * with compilers that are started.
 */
final class BothWays implements AutoCloseable {
    /** A program whose threads race, or that prints the order of a hash map, does so when judged alone, too. */
    private static final int TRIES_ALONE = 8;

    private final Scratch scratch;
    private final LocalToolchain forking;
    private final Watched quick;
    private final Watched slow;

    BothWays(Path root, Path scratchPlace) throws InterruptedException {
        this.scratch = new Scratch(List.of(scratchPlace));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("XDG_CACHE_HOME", scratchPlace.resolve("cache").toString());
        LocalToolchain toolchain = LocalToolchain.locate(root, environment);
        this.forking = toolchain.forking(environment);
        this.quick = new Watched(forking);
        this.slow = new Watched(toolchain);
    }

    /** The verdicts of the quick way, by the plans' names. */
    Map<String, Verdict> together(Map<String, CheckPlan> plans) throws InterruptedException {
        return verdicts(Judges.forMany(quick, scratch), plans);
    }

    /** The verdicts of the slow way. */
    Map<String, Verdict> oneByOne(Map<String, CheckPlan> plans) throws InterruptedException {
        return verdicts(Judges.oneByOne(slow, scratch), plans);
    }

    /** What the two ways say differently of the plans; empty if they agree. */
    Map<String, List<Verdict>> differences(Map<String, CheckPlan> plans) throws InterruptedException {
        Map<String, List<Verdict>> differences = new TreeMap<>();
        Map<String, Verdict> slow = oneByOne(plans);
        Map<String, Verdict> quick = together(plans);
        for (String name : plans.keySet()) {
            Verdict expected = Objects.requireNonNull(slow.get(name));
            Verdict found = Objects.requireNonNull(quick.get(name));
            CheckPlan plan = Objects.requireNonNull(plans.get(name));
            if (!steady(expected).equals(steady(found))
                    && !isOtherEachTime(expected, found, plan)
                    && !isAlsoGivenAlone(found, plan)) {
                differences.put(name, List.of(expected, found));
            }
        }
        return differences;
    }

    /** As a text in which addresses, which are others each time, are all the same. */
    private static String steady(Verdict verdict) {
        return verdict.toString().replaceAll("\\b0x[0-9a-f]{6,16}\\b", "0x…");
    }

    /** What prints the time, the order of a hash map, or what its threads do in whichever order. */
    private static boolean isOtherEachTime(Verdict expected, Verdict found, CheckPlan plan) {
        try {
            RustCode code = RustCode.of(Files.readString(plan.root().resolve(plan.source())));
            return Outside.isLeftToChance(code) && withoutOutput(expected).equals(withoutOutput(found));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Verdict withoutOutput(Verdict verdict) {
        if (verdict instanceof Verdict.Passed passed) {
            return new Verdict.Passed(passed.warnings(), passed.tests(), Transcript.EMPTY);
        }
        if (verdict instanceof Verdict.Failed failed) {
            return new Verdict.Failed(
                    failed.check(), failed.reason(), failed.diagnostics(), TestReport.NONE, Transcript.EMPTY);
        }
        return verdict;
    }

    private boolean isAlsoGivenAlone(Verdict found, CheckPlan plan) throws InterruptedException {
        for (int attempt = 0; attempt < TRIES_ALONE; attempt++) {
            if (Judges.oneByOne(slow, scratch).judge(plan, new Cancellation()).equals(found)) {
                return true;
            }
        }
        return false;
    }

    /** How many modules of shared programs were run so far. */
    int modulesRun() {
        return quick.modules.size();
    }

    @Override
    public void close() {
        forking.close();
        scratch.close();
    }

    private static Map<String, Verdict> verdicts(Judge judge, Map<String, CheckPlan> plans)
            throws InterruptedException {
        Verification verification = new Verifier(
                        judge, Runtime.getRuntime().availableProcessors(), false, System::nanoTime)
                .verify(
                        plans.keySet().stream().map(BothWays::exercise).toList(),
                        exercise -> Objects.requireNonNull(plans.get(exercise.name())),
                        VerifyListener.NONE,
                        new Cancellation());
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Result result : verification.results()) {
            verdicts.put(result.exercise().name(), result.verdict());
        }
        return verdicts;
    }

    /** Nothing of it is asked but its name. */
    private static Exercise exercise(String name) {
        Path file = Path.of(name + ".rs");
        return new Exercise(
                name,
                "",
                file,
                file,
                Mode.STANDARD,
                true,
                false,
                false,
                new Hint(new ArrayList<>()),
                List.of(),
                null,
                List.of(),
                null,
                null,
                1,
                1);
    }

    /** Sees which modules of shared programs are run. */
    private static final class Watched implements Toolchain {
        private final Toolchain inner;
        private final Set<String> modules = ConcurrentHashMap.newKeySet();

        Watched(Toolchain inner) {
            this.inner = inner;
        }

        @Override
        public Release release() {
            return inner.release();
        }

        @Override
        public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
                throws InterruptedException {
            if (invocation.program() instanceof Program.Built built
                    && built.binary().endsWith("program")
                    && !invocation.arguments().isEmpty()) {
                modules.add(built.binary() + " " + invocation.arguments().get(0));
            }
            // Tests that run side by side end in another order each time, and that shows in what they print.
            return inner.run(invocation.withEnvironment(Map.of("RUST_TEST_THREADS", "1")), cancellation, listener);
        }
    }
}
