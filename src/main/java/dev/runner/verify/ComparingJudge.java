package dev.runner.verify;

import dev.runner.integrity.CourseText;
import dev.runner.toolchain.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Lets nothing pass whose tests are not the course's, where the course is known. The file is judged where it lies, and
 * compared once everything else is well: it costs a save nothing before that, and about a millisecond then.
 */
final class ComparingJudge implements Judge {
    private final Judge inner;

    private ComparingJudge(Judge inner) {
        this.inner = inner;
    }

    static Judge around(Judge inner) {
        return inner instanceof BatchJudge batch ? new Batch(batch) : new ComparingJudge(inner);
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        return compared(plan, inner.judge(plan.withReference(null), cancellation));
    }

    private static Verdict compared(CheckPlan plan, Verdict verdict) {
        Reference reference = plan.reference();
        if (reference == null || !Tampering.isOpen(verdict)) {
            return verdict;
        }
        try {
            String text = Files.readString(plan.root().resolve(plan.source()));
            CourseText course = CourseText.of(reference.original(), reference.solution());
            List<String> changes = course.changedTests(text);
            boolean older = !reference.recorded().isEmpty() && course.has(text, reference.recorded());
            return changes.isEmpty() || older ? verdict : Tampering.verdict(changes, Tampering.output(verdict));
        } catch (IOException unreadable) {
            // The compiler could read it a moment ago; the next check will tell.
            return verdict;
        }
    }

    /** The same for many exercises. */
    private static final class Batch implements BatchJudge {
        private final BatchJudge inner;

        Batch(BatchJudge inner) {
            this.inner = inner;
        }

        @Override
        public Begun begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
            return inner.begin(plan.withReference(null), cancellation).map(verdict -> compared(plan, verdict));
        }

        @Override
        public void build(Cancellation cancellation) throws InterruptedException {
            inner.build(cancellation);
        }

        @Override
        public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
            return compared(plan, inner.judge(plan.withReference(null), cancellation));
        }
    }
}
