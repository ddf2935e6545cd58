package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ForeseenJudgeTest {
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Cancellation cancellation = new Cancellation();
    private Runnable judging = () -> {};

    private final ForeseenJudge judge = new ForeseenJudge(
            (plan, inner) -> {
                asked.add(plan.source().toString());
                judging.run();
                if (inner.isCancelled()) {
                    throw new CancellationException("cancelled");
                }
                return Verdicts.passed(plan.source().toString());
            },
            2);

    private static CheckPlan plan(String source) {
        CheckPlan plan = Plans.in(Path.of("course")).plan();
        return new CheckPlan(
                plan.target(),
                plan.root(),
                Path.of(source),
                plan.mode(),
                true,
                false,
                plan.manifest(),
                List.of(),
                plan.time(),
                null);
    }

    @Test
    void whatWasForeseenIsNotAskedAgain() throws InterruptedException {
        judge.foresee(List.of(plan("a.rs"), plan("b.rs")), cancellation);
        assertThat(asked).containsExactlyInAnyOrder("a.rs", "b.rs");
        assertThat(judge.judge(plan("b.rs"), cancellation)).isEqualTo(Verdicts.passed("b.rs"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatWasNotIsAskedThen() throws InterruptedException {
        judge.foresee(List.of(plan("a.rs")), cancellation);
        assertThat(judge.judge(plan("c.rs"), cancellation)).isEqualTo(Verdicts.passed("c.rs"));
        assertThat(asked).containsExactly("a.rs", "c.rs");
    }

    @Test
    void whoAsksTwiceWantsItTriedAgain() throws InterruptedException {
        judge.foresee(List.of(plan("a.rs")), cancellation);
        judge.judge(plan("a.rs"), cancellation);
        judge.judge(plan("a.rs"), cancellation);
        assertThat(asked).containsExactly("a.rs", "a.rs");
    }

    @Test
    void theSameIsForeseenOnce() throws InterruptedException {
        judge.foresee(List.of(plan("a.rs"), plan("a.rs")), cancellation);
        assertThat(asked).containsExactly("a.rs");
    }

    @Test
    void whatNobodyAskedForIsForgotten() throws InterruptedException {
        judge.foresee(List.of(plan("a.rs")), cancellation);
        judge.foresee(List.of(plan("b.rs")), cancellation);
        judge.judge(plan("a.rs"), cancellation);
        assertThat(asked).containsExactly("a.rs", "b.rs", "a.rs");
    }

    @Test
    void aRequestToStopEndsIt() {
        judging = cancellation::cancel;
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> judge.foresee(List.of(plan("a.rs"), plan("b.rs"), plan("c.rs")), cancellation));
        assertThat(asked).hasSizeLessThan(3);
    }
}
