package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Chains.Order;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChainsTest {
    private static final Outcome FAILURE = Outcome.failed(new Verdict.Tampered("no", Transcript.EMPTY));

    private final Cancellation outer = new Cancellation();

    @ParameterizedTest
    @EnumSource
    void aChainEndsInItsWorksOutcome(Order order) throws InterruptedException {
        try (Chains chains = new Chains(order, outer)) {
            assertThat(chains.start(cancellation -> FAILURE).await()).isEqualTo(FAILURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void howeverOftenItIsAskedItsWorkIsDoneOnce(Order order) throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain chain = chains.start(cancellation -> {
                times.incrementAndGet();
                return Outcome.CONTENT;
            });
            chain.await();
            chain.await();
        }
        assertThat(times).hasValue(1);
    }

    @Test
    void inTurnNothingIsDoneThatNobodyAsksFor() {
        AtomicBoolean done = new AtomicBoolean();
        try (Chains chains = new Chains(Order.IN_TURN, outer)) {
            chains.start(cancellation -> {
                done.set(true);
                return Outcome.CONTENT;
            });
        }
        assertThat(done).isFalse();
    }

    @Test
    void sideBySideAllRunAtOnce() throws InterruptedException {
        CyclicBarrier all = new CyclicBarrier(3);
        Chains.Work meeting = cancellation -> {
            try {
                all.await();
            } catch (java.util.concurrent.BrokenBarrierException broken) {
                return FAILURE;
            }
            return Outcome.CONTENT;
        };
        try (Chains chains = new Chains(Order.SIDE_BY_SIDE, outer)) {
            List<Chains.Chain> started = List.of(chains.start(meeting), chains.start(meeting), chains.start(meeting));
            for (Chains.Chain chain : started) {
                assertThat(chain.await()).isEqualTo(Outcome.CONTENT);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsHearsWhatWasBefore(Order order) throws InterruptedException {
        Outcome before = new Outcome(null, List.of(), TestReport.NONE, Transcript.of("before"));
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain first = chains.start(cancellation -> before);
            assertThat(chains.after(first, (cancellation, outcome) -> outcome).await())
                    .isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingFollowsAFailure(Order order) throws InterruptedException {
        AtomicBoolean followed = new AtomicBoolean();
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain first = chains.start(cancellation -> FAILURE);
            Chains.Chain second = chains.after(first, (cancellation, outcome) -> {
                followed.set(true);
                return Outcome.CONTENT;
            });
            assertThat(second.await()).isEqualTo(FAILURE);
        }
        assertThat(followed).isFalse();
    }

    @Test
    void closingStopsWhatRunsAndWaitsForItsEnd() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (Chains chains = new Chains(Order.SIDE_BY_SIDE, outer)) {
            chains.start(cancellation -> {
                CountDownLatch stopped = new CountDownLatch(1);
                cancellation.onCancel(stopped::countDown);
                running.countDown();
                stopped.await();
                ended.set(true);
                return Outcome.CONTENT;
            });
            running.await();
        }
        assertThat(ended).isTrue();
        assertThat(outer.isCancelled()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aRequestFromOutsideReachesTheWork(Order order) throws InterruptedException {
        outer.cancel();
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain chain = chains.start(cancellation -> cancellation.isCancelled() ? FAILURE : Outcome.CONTENT);
            assertThat(chain.await()).isEqualTo(FAILURE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFaultIsThrownWhereItIsAskedFor(Order order) {
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain chain = chains.start(cancellation -> {
                throw new IllegalStateException("broken");
            });
            assertThatIllegalStateException().isThrownBy(chain::await).withMessage("broken");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheMachineStaysAnError(Order order) {
        try (Chains chains = new Chains(order, outer)) {
            Chains.Chain chain = chains.start(cancellation -> {
                throw new OutOfMemoryError("not really");
            });
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(chain::await);
        }
    }

    @Test
    void aFaultThatNobodyAsksForIsNoHindranceToTheEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        try (Chains chains = new Chains(Order.SIDE_BY_SIDE, outer)) {
            chains.start(cancellation -> {
                begun.countDown();
                throw new IllegalStateException("broken");
            });
            begun.await();
        }
        assertThat(outer.isCancelled()).isFalse();
    }
}
