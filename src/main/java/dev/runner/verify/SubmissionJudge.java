package dev.runner.verify;

import dev.runner.integrity.CourseText;
import dev.runner.integrity.Instrumented;
import dev.runner.integrity.Proof;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Judges what strangers handed in, in a directory of ours: what stands in the file is looked at first, then it is built and
 * run in a form in which each test and {@code main} prove that they came to their end.
 */
final class SubmissionJudge implements Judge {
    private final Judge inner;
    private final Scratch scratch;
    private final LongSupplier secrets;

    /** @param secrets gives numbers that nobody can guess */
    SubmissionJudge(Judge inner, Scratch scratch, LongSupplier secrets) {
        this.inner = inner;
        this.scratch = scratch;
        this.secrets = secrets;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Reference reference = Objects.requireNonNull(plan.reference(), "a plan made by Planner.against");
        SubmittedFile file = SubmittedFile.read(SubmittedFile.of(plan));
        if (file.refusal() != null) {
            return file.refusal();
        }
        CourseText course = CourseText.of(reference.original(), reference.solution());
        List<String> reasons = new ArrayList<>(course.changedTests(file.text()));
        reasons.addAll(course.suspicions(file.text(), reference.lints(), plan.strict()));
        if (!reasons.isEmpty()) {
            return Tampering.verdict(reasons, Transcript.EMPTY);
        }
        Optional<Verdict> obstacle = BuildScripts.obstacle(plan);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Rooms rooms = Rooms.in(scratch);
        try {
            Path written = Files.createFile(rooms.proofs().resolve("p"));
            Instrumented proving = course.instrumented(file.text(), secrets, written.toString());
            place(plan, rooms.build(), proving.text());
            place(plan, rooms.run(), file.text());
            Verdict verdict = inner.judge(plan.in(rooms.build(), rooms.run(), rooms.proofs()), cancellation);
            return Tampering.isOpen(verdict)
                    ? proved(verdict, plan, proving.proofs(), ProofFile.read(written), file.text())
                    : BuildScripts.judged(plan, file.script(), verdict);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            rooms.delete();
        }
    }

    private static void place(CheckPlan plan, Path directory, String text) throws IOException {
        CourseCopy.around(plan.root(), plan.source(), directory);
        Files.write(directory.resolve(plan.source()), text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The directories of one judgement.
     *
     * @param build where it is built: the source there holds the secrets
     * @param run where it runs: beside the learner's own file
     * @param proofs where the secrets are handed over
     */
    private record Rooms(Path build, Path run, Path proofs) {
        static Rooms in(Scratch scratch) {
            return new Rooms(scratch.newDirectory(), scratch.newDirectory(), scratch.newDirectory());
        }

        void delete() {
            Scratch.delete(build);
            Scratch.delete(run);
            Scratch.delete(proofs);
        }
    }

    private static Verdict proved(Verdict verdict, CheckPlan plan, List<Proof> proofs, ProofFile given, String text) {
        boolean program =
                plan.mode() == dev.runner.course.Mode.STANDARD || plan.mode() == dev.runner.course.Mode.COMPILE;
        List<String> missing = proofs.stream()
                .filter(proof -> proof.forTests() ? plan.asksTests() : program && verdict.passed())
                .filter(proof -> !given.has(proof.token()))
                .map(proof -> "nothing proves that " + proof.what())
                .toList();
        if (!missing.isEmpty()) {
            List<String> endings = CourseText.endings(text);
            String first = missing.get(0) + (endings.isEmpty() ? "" : " (the file " + endings.get(0) + ")");
            missing = Stream.concat(Stream.of(first), missing.stream().skip(1)).toList();
        }
        return missing.isEmpty() ? verdict : Tampering.verdict(missing, Tampering.output(verdict));
    }
}
