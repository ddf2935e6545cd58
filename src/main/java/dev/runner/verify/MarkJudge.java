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
        // Before its code runs, which could make something else of the file.
        OptionalInt mark = plan.mode() == Mode.STANDARD ? OptionalInt.empty() : mark(plan);
        Verdict verdict = inner.judge(plan, cancellation);
        return mark.isPresent() && verdict instanceof Verdict.Passed passed
                ? new Verdict.Pending(passed, mark.getAsInt())
                : verdict;
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
