package dev.runner.author;

import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Finding;
import dev.runner.course.Manifest;
import dev.runner.course.Workspace;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.ForeseenJudge;
import dev.runner.verify.Judge;
import dev.runner.verify.Planner;
import dev.runner.verify.Scratch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Checks a course. The rules of rustlings' own author check hold for every course; one that declares by {@code fails_with}
 * how its exercises fail is held to the rest of the rules too: stages of hints that tell no answer, wrong answers, tests
 * that can fail, changes only where a {@code TODO} stands.
 */
public final class CourseChecker {
    /**
     * What is checked beside the rules.
     *
     * @param requireSolutions whether every exercise must have a solution
     * @param mutants whether mutants of the solutions are tried, which takes most of the time
     * @param jobs how many exercises are tried at once, at least 1
     */
    public record Options(boolean requireSolutions, boolean mutants, int jobs) {}

    /** How many exercises are judged together: enough for a build to be worth it, and few enough to tell what is done. */
    private static final int TOGETHER = 30;

    private final Workspace workspace;
    private final Course course;
    private final Manifest manifest;
    private final Planner planner;
    private final Judge judge;
    private final Toolchain toolchain;
    private final Scratch scratch;
    private final Options options;

    /** @param scratch for files of a moment; open until the check is done */
    public CourseChecker(
            Workspace workspace,
            Course course,
            Manifest manifest,
            Planner planner,
            Judge judge,
            Toolchain toolchain,
            Scratch scratch,
            Options options) {
        this.workspace = workspace;
        this.course = course;
        this.manifest = manifest;
        this.planner = planner;
        this.judge = judge;
        this.toolchain = toolchain;
        this.scratch = scratch;
        this.options = options;
    }

    /**
     * Checks; blocks until it is done.
     *
     * @param listener hears each exercise's name when it has been tried, on any thread, one call at a time
     * @throws CancellationException if {@code cancellation} asks before that
     */
    public CourseReport check(Consumer<String> listener, Cancellation cancellation) throws InterruptedException {
        boolean ours = course.exercises().stream()
                .anyMatch(exercise -> !exercise.failsWith().isEmpty());
        List<Material> materials = course.exercises().stream()
                .map(exercise -> new Material(workspace, exercise))
                .toList();
        List<Proof> proofs = new ArrayList<>();
        Cancellation inner = cancellation.child();
        ExecutorService threads = Executors.newFixedThreadPool(options.jobs(), CourseChecker::daemon);
        ForeseenJudge foreseen = new ForeseenJudge(judge, options.jobs());
        try {
            for (int from = 0; from < materials.size(); from += TOGETHER) {
                List<Candidate> candidates =
                        materials.subList(from, Math.min(materials.size(), from + TOGETHER)).stream()
                                .map(material -> candidate(material, foreseen, inner))
                                .toList();
                foreseen.foresee(
                        candidates.stream()
                                .flatMap(candidate -> candidate.proof().plans(candidate.wrongAnswers()).stream())
                                .toList(),
                        inner);
                List<Future<Proof>> running = new ArrayList<>();
                for (Candidate candidate : candidates) {
                    running.add(threads.submit(() -> prove(candidate, ours, listener)));
                }
                for (Future<Proof> future : running) {
                    proofs.add(result(future));
                }
            }
        } finally {
            inner.cancel();
            inner.detach();
            threads.shutdownNow();
        }
        return report(materials, proofs);
    }

    /** An exercise, how it is tried, and with what. */
    private record Candidate(Material material, Proof proof, List<Path> wrongAnswers) {}

    private Candidate candidate(Material material, Judge foreseen, Cancellation cancellation) {
        return new Candidate(
                material,
                new Proof(planner, foreseen, toolchain, scratch, cancellation, material),
                CourseRules.wrongAnswers(workspace, course, material.exercise()));
    }

    private Proof prove(Candidate candidate, boolean ours, Consumer<String> listener) throws InterruptedException {
        Material material = candidate.material();
        TextRules.apply(material, ours, options.requireSolutions());
        if (ours) {
            TodoRule.apply(material);
        }
        Proof proof = candidate.proof();
        proof.unsolved(ours);
        proof.solution();
        proof.wrongAnswers(candidate.wrongAnswers(), ours);
        if (ours && options.mutants() && material.findings().isEmpty()) {
            proof.everyTestCanFail();
        }
        synchronized (listener) {
            listener.accept(material.exercise().name());
        }
        return proof;
    }

    private CourseReport report(List<Material> materials, List<Proof> proofs) {
        List<Finding> findings = new ArrayList<>(CourseReader.unknownKeys(workspace));
        materials.forEach(material -> findings.addAll(material.findings()));
        findings.addAll(CourseRules.check(workspace, course, manifest, materials));
        findings.sort(Finding.ORDER);
        return new CourseReport(
                findings,
                proofs.stream().flatMap(proof -> proof.survivors().stream()).toList(),
                proofs.stream().mapToInt(Proof::solutions).sum(),
                proofs.stream().mapToInt(Proof::wrongAnswers).sum(),
                proofs.stream().mapToInt(Proof::mutants).sum());
    }

    private static Proof result(Future<Proof> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (fault.getCause() instanceof Error error) {
                throw error;
            }
            throw new CancellationException("interrupted");
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "course-check");
        thread.setDaemon(true);
        return thread;
    }
}
