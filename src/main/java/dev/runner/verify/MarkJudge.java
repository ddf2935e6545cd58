package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.course.NotDoneMarker;
import dev.runner.toolchain.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.OptionalInt;

/** Lets no rustlings v5 exercise pass that still carries the mark {@code I AM NOT DONE}. */
final class MarkJudge implements Judge {
    private final Judge inner;

    MarkJudge(Judge inner) {
        this.inner = inner;
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Verdict verdict = inner.judge(plan, cancellation);
        if (plan.mode() != Mode.STANDARD && verdict instanceof Verdict.Passed passed) {
            OptionalInt mark = mark(plan);
            if (mark.isPresent()) {
                return new Verdict.Pending(passed, mark.getAsInt());
            }
        }
        return verdict;
    }

    private static OptionalInt mark(CheckPlan plan) {
        try {
            byte[] bytes = Files.readAllBytes(plan.root().resolve(plan.source()));
            return NotDoneMarker.line(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }
}
