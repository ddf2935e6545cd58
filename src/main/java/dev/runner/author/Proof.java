package dev.runner.author;

import dev.runner.course.Exercise;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Check;
import dev.runner.verify.CheckPlan;
import dev.runner.verify.Judge;
import dev.runner.verify.Planner;
import dev.runner.verify.Scratch;
import dev.runner.verify.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tries one exercise: the untouched file, its solution, its wrong answers, and mutants of the solution. */
final class Proof {
    private static final Pattern TEST_NAME = Pattern.compile("#\\[test](?:\\s*#\\[[^\\]]*])*\\s*(?:pub )?fn (\\w+)");

    private final Planner planner;
    private final Judge judge;
    private final Toolchain toolchain;
    private final Scratch scratch;
    private final Cancellation cancellation;
    private final Material material;
    private final Exercise exercise;
    private final Set<String> failedOnce = new TreeSet<>();
    private final List<String> survivors = new ArrayList<>();
    private int solutions;
    private int wrongAnswers;
    private int mutants;

    Proof(
            Planner planner,
            Judge judge,
            Toolchain toolchain,
            Scratch scratch,
            Cancellation cancellation,
            Material material) {
        this.planner = planner;
        this.judge = judge;
        this.toolchain = toolchain;
        this.scratch = scratch;
        this.cancellation = cancellation;
        this.material = material;
        this.exercise = material.exercise();
    }

    int solutions() {
        return solutions;
    }

    int wrongAnswers() {
        return wrongAnswers;
    }

    int mutants() {
        return mutants;
    }

    List<String> survivors() {
        return survivors;
    }

    /**
     * The untouched file fails, and as declared.
     *
     * @param ours whether it has to declare how
     */
    void unsolved(boolean ours) throws InterruptedException {
        if (isSkipped() || material.source().isEmpty()) {
            return;
        }
        Verdict verdict = judge(planner.exercise(exercise));
        if (verdict.passed()) {
            material.wrongFile(exercise.source(), 0, "passes unsolved", "a failure, or skip_check_unsolved = true");
            return;
        }
        if (verdict instanceof Verdict.NotRunnable notRunnable) {
            notRunnable("can't be tried here: ", notRunnable);
            return;
        }
        Failures failures = Failures.of(verdict);
        failedOnce.addAll(failures.tests());
        if (exercise.failsWith().isEmpty()) {
            if (ours) {
                material.wrongKey("fails_with", "is missing", "how it fails: " + failures);
            }
            return;
        }
        compare(failures, "untouched");
        if (replaceable()) {
            withoutTodos();
        }
    }

    /** Whether another file can be tried in its place: what only cargo can judge is judged where Cargo.toml says. */
    private boolean replaceable() {
        return planner.exercise(exercise).viaCargo() == null
                && (material.solution().isEmpty() || planner.solution(exercise).viaCargo() == null);
    }

    private void withoutTodos() throws InterruptedException {
        StringBuilder text = new StringBuilder();
        material.source()
                .orElse("")
                .lines()
                .filter(line -> !line.contains("TODO"))
                .forEach(line -> text.append(line).append('\n'));
        compare(Failures.of(judgeText(text.toString())), "without its lines with TODO");
    }

    private void compare(Failures failures, String which) {
        List<String> declared = exercise.failsWith();
        if (!failures.missing(declared).isEmpty()
                || !failures.undeclared(declared).isEmpty()) {
            String found = failures.toString();
            material.wrongKey(
                    "fails_with",
                    which + " it fails with " + (found.isEmpty() ? "nothing" : found),
                    String.join(", ", declared));
        }
    }

    /** The solution passes with every warning denied, and is formatted. */
    void solution() throws InterruptedException {
        if (material.solution().isEmpty()) {
            return;
        }
        Verdict verdict = judge(planner.solution(exercise));
        if (verdict instanceof Verdict.NotRunnable notRunnable) {
            notRunnable("its solution can't be tried here: ", notRunnable);
        } else if (verdict.passed()) {
            solutions++;
        } else {
            int line = verdict instanceof Verdict.Failed failed
                    ? failed.diagnostics().stream()
                            .filter(Diagnostic::isError)
                            .findFirst()
                            .map(Diagnostic::line)
                            .orElse(0)
                    : 0;
            material.wrongFile(exercise.solution(), line, "does not pass: " + verdict.reason(), null);
        }
        formatted(exercise.solution());
    }

    private void formatted(Path file) throws InterruptedException {
        CheckPlan plan = planner.solution(exercise);
        Completion completion = toolchain.run(
                Invocation.of(
                        Tool.RUSTFMT,
                        List.of("--check", "--edition", plan.manifest().edition(), file.toString()),
                        plan.root()),
                cancellation);
        if (completion.end() == Completion.End.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        if (!completion.succeeded()) {
            material.wrongFile(file, 0, "is not formatted", "what rustfmt makes of it");
        }
    }

    /** What will be judged for sure, apart from mutants. */
    List<CheckPlan> plans(List<Path> wrongAnswers) {
        List<CheckPlan> plans = new ArrayList<>();
        if (!isSkipped() && material.source().isPresent()) {
            plans.add(planner.exercise(exercise));
        }
        if (material.solution().isPresent()) {
            plans.add(planner.solution(exercise));
        }
        for (Path file : replaceable() ? wrongAnswers : List.<Path>of()) {
            CheckPlan plan = planner.wrongAnswer(exercise, file);
            if (plan.crates().isEmpty()) {
                plans.add(plan);
            }
        }
        return plans;
    }

    /** Who says how it fails wants that to be proved, though rustlings, which never ends a loop, must skip it. */
    private boolean isSkipped() {
        return exercise.skipCheckUnsolved() && exercise.failsWith().isEmpty();
    }

    /** Each wrong answer fails, as far as it can be tried. */
    void wrongAnswers(List<Path> files, boolean ours) throws InterruptedException {
        if (ours && exercise.test() && files.isEmpty()) {
            material.wrongFile(
                    exercise.source(),
                    0,
                    "has tests, but no wrong answer tries them",
                    "wrong/" + exercise.name() + "_….rs");
        }
        for (Path file : replaceable() ? files : List.<Path>of()) {
            Verdict verdict = judgeWrong(file);
            if (verdict.passed()) {
                material.wrongFile(file, 0, "passes, but is a wrong answer", "a failure");
            }
            failedOnce.addAll(Failures.of(verdict).tests());
            wrongAnswers++;
        }
    }

    /** Most wrong answers fail their tests, and then the rest is not asked. */
    private Verdict judgeWrong(Path file) throws InterruptedException {
        CheckPlan quick = planner.wrongAnswer(exercise, file);
        CheckPlan whole = planner.substitute(exercise, file);
        if (exercise.test() && !quick.crates().isEmpty()) {
            // With dependencies it is built by itself: then as little as possible.
            Verdict tested = judge(planner.testsOnly(exercise, file));
            return tested.passed() ? judge(whole) : tested;
        }
        Verdict verdict = judge(quick);
        boolean wasHurried = verdict instanceof Verdict.TimedOut timedOut && timedOut.check() == Check.RUN;
        return wasHurried && !quick.equals(whole) ? judge(whole) : verdict;
    }

    /** Every test fails for something: for a file tried before, or for a mutant of the solution. */
    void everyTestCanFail() throws InterruptedException {
        if (!exercise.test() || material.solution().isEmpty() || !replaceable()) {
            return;
        }
        for (Mutants.Mutant mutant : Mutants.of(material.solution().get())) {
            mutants++;
            Verdict verdict = judgeMutant(mutant);
            if (verdict.passed()) {
                survivors.add(material.shown(exercise.solution()) + ":" + mutant.line() + ": no test notices "
                        + mutant.change());
            }
            failedOnce.addAll(Failures.of(verdict).tests());
        }
        Matcher tests = TEST_NAME.matcher(material.source().orElse(""));
        while (tests.find()) {
            if (!failedOnce.contains(tests.group(1))) {
                int line = (int) material.source()
                        .orElse("")
                        .substring(0, tests.start(1))
                        .lines()
                        .count();
                material.wrongFile(
                        exercise.source(),
                        line,
                        "the test " + tests.group(1) + " fails for nothing that was tried",
                        "a wrong answer that it refuses");
            }
        }
    }

    private Verdict judgeMutant(Mutants.Mutant mutant) throws InterruptedException {
        return inScratch(mutant.text(), file -> judge(planner.testsOnly(exercise, file)));
    }

    private Verdict judgeText(String text) throws InterruptedException {
        return inScratch(text, file -> judge(planner.substitute(exercise, file)));
    }

    /** What is done with a file that is there for a moment. */
    private interface Use {
        Verdict of(Path file) throws InterruptedException;
    }

    private Verdict inScratch(String text, Use use) throws InterruptedException {
        Path directory = scratch.newDirectory();
        try {
            return use.of(Files.writeString(directory.resolve(exercise.name() + ".rs"), text));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            Scratch.delete(directory);
        }
    }

    private Verdict judge(CheckPlan plan) throws InterruptedException {
        return judge.judge(plan, cancellation);
    }

    private void notRunnable(String prefix, Verdict.NotRunnable verdict) {
        material.wrongFile(exercise.source(), 0, prefix + verdict.reason(), verdict.help());
    }
}
