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
import java.util.function.LongSupplier;

/**
 * Lets nothing pass whose tests are not the course's. A learner's file that is judged where it lies is compared with what
 * the course says once everything else is well. A submission is judged in a directory of ours: what stands in it is looked
 * at first, then it is built and run in a form in which each test and {@code main} prove that they came to their end.
 */
final class IntegrityJudge implements Judge {
    private static final int REASONS_SHOWN = 3;

    private final Judge inner;
    private final Scratch scratch;
    private final LongSupplier secrets;

    /** @param secrets gives numbers that nobody can guess */
    IntegrityJudge(Judge inner, Scratch scratch, LongSupplier secrets) {
        this.inner = inner;
        this.scratch = scratch;
        this.secrets = secrets;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Reference reference = plan.reference();
        if (reference == null) {
            return inner.judge(plan, cancellation);
        }
        Reference.Submission submission = reference.submission();
        return submission == null
                ? compared(plan, reference, cancellation)
                : against(plan, reference, submission, cancellation);
    }

    private Verdict compared(CheckPlan plan, Reference reference, Cancellation cancellation)
            throws InterruptedException {
        Verdict verdict = inner.judge(plan.withReference(null), cancellation);
        if (!isOpen(verdict)) {
            return verdict;
        }
        try {
            String text = Files.readString(plan.root().resolve(plan.source()));
            CourseText course = CourseText.of(reference.original(), reference.solution());
            List<String> changes = course.changedTests(text);
            boolean older = !reference.recorded().isEmpty() && course.has(text, reference.recorded());
            return changes.isEmpty() || older ? verdict : tampered(changes, output(verdict));
        } catch (IOException unreadable) {
            // The compiler could read it a moment ago; the next check will tell.
            return verdict;
        }
    }

    private Verdict against(
            CheckPlan plan, Reference reference, Reference.Submission submission, Cancellation cancellation)
            throws InterruptedException {
        SubmittedFile file = SubmittedFile.read(submission);
        if (file.refusal() != null) {
            return file.refusal();
        }
        CourseText course = CourseText.of(reference.original(), reference.solution());
        List<String> reasons = new ArrayList<>(course.changedTests(file.text()));
        reasons.addAll(course.suspicions(file.text(), reference.lints(), plan.strict()));
        if (!reasons.isEmpty()) {
            return tampered(reasons, Transcript.EMPTY);
        }
        Path directory = scratch.newDirectory();
        Path proofs = scratch.newDirectory();
        try {
            Path written = Files.createFile(proofs.resolve("p"));
            Instrumented proving = course.instrumented(file.text(), secrets, written.toString());
            CourseCopy.around(plan.root(), plan.source(), directory);
            Files.write(directory.resolve(plan.source()), proving.text().getBytes(StandardCharsets.UTF_8));
            Verdict verdict = inner.judge(plan.in(directory), cancellation);
            return isOpen(verdict) ? proved(verdict, plan, proving.proofs(), ProofFile.read(written)) : verdict;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } finally {
            Scratch.delete(directory);
            Scratch.delete(proofs);
        }
    }

    private static Verdict proved(Verdict verdict, CheckPlan plan, List<Proof> proofs, ProofFile given) {
        boolean program =
                plan.mode() == dev.runner.course.Mode.STANDARD || plan.mode() == dev.runner.course.Mode.COMPILE;
        List<String> missing = proofs.stream()
                .filter(proof -> proof.forTests() ? plan.test() : program && verdict.passed())
                .filter(proof -> !given.has(proof.token()))
                .map(proof -> "nothing proves that " + proof.what())
                .toList();
        return missing.isEmpty() ? verdict : tampered(missing, output(verdict));
    }

    /** Whether integrity still decides: nobody needs to hear of it while the code is wrong anyway. */
    private static boolean isOpen(Verdict verdict) {
        return verdict.passed() || verdict instanceof Verdict.Pending || verdict instanceof Verdict.Tampered;
    }

    private static Transcript output(Verdict verdict) {
        if (verdict instanceof Verdict.Passed passed) {
            return passed.output();
        }
        return verdict instanceof Verdict.Tampered tampered ? tampered.output() : Transcript.EMPTY;
    }

    private static Verdict tampered(List<String> reasons, Transcript output) {
        int more = reasons.size() - REASONS_SHOWN;
        String shown = String.join("; ", reasons.subList(0, Math.min(REASONS_SHOWN, reasons.size())));
        return new Verdict.Tampered(more > 0 ? shown + "; and " + more + " more" : shown, output);
    }
}
