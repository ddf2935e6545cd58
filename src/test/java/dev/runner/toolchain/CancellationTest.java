package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> done = new ArrayList<>();

    @Test
    void nobodyHasAskedAtFirst() {
        assertThat(cancellation.isCancelled()).isFalse();
    }

    @Test
    void theRequestRunsWhatWasRegisteredInOrder() {
        cancellation.onCancel(() -> done.add("first"));
        cancellation.onCancel(() -> done.add("second"));
        cancellation.cancel();
        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void aSecondRequestDoesNothing() {
        cancellation.onCancel(() -> done.add("once"));
        cancellation.cancel();
        cancellation.cancel();
        assertThat(done).containsExactly("once");
    }

    @Test
    void registeringAfterTheRequestRunsTheActionAtOnce() {
        cancellation.cancel();
        cancellation.onCancel(() -> done.add("late")).close();
        assertThat(done).containsExactly("late");
    }

    @Test
    void whatWasTakenBackIsNotRun() {
        Cancellation.Registration registration = cancellation.onCancel(() -> done.add("never"));
        registration.close();
        registration.close();
        cancellation.cancel();
        assertThat(done).isEmpty();
    }

    @Test
    void anActionThatFailsKeepsNoOtherFromRunning() {
        cancellation.onCancel(() -> {
            throw new IllegalStateException("broken");
        });
        cancellation.onCancel(() -> done.add("still"));
        assertThatIllegalStateException().isThrownBy(cancellation::cancel).withMessage("broken");
        assertThat(done).containsExactly("still");
    }

    @Test
    void aChildIsCancelledWithItsParentAndNotTheOtherWay() {
        Cancellation first = cancellation.child();
        Cancellation second = cancellation.child();
        first.cancel();
        assertThat(cancellation.isCancelled()).isFalse();
        assertThat(second.isCancelled()).isFalse();
        cancellation.cancel();
        assertThat(second.isCancelled()).isTrue();
    }

    @Test
    void aChildOfACancelledParentIsCancelledFromTheStart() {
        cancellation.cancel();
        assertThat(cancellation.child().isCancelled()).isTrue();
    }

    @Test
    void aChildKnowsOfTheRequestBeforeItsTurnToBeTold() {
        Cancellation parent = new Cancellation();
        List<Boolean> known = new ArrayList<>();
        List<Cancellation> children = new ArrayList<>();
        parent.onCancel(() -> known.add(children.get(0).isCancelled()));
        children.add(parent.child());
        parent.cancel();
        assertThat(known).containsExactly(true);
    }

    @Test
    void aDetachedChildHearsNoMore() {
        Cancellation child = cancellation.child();
        child.detach();
        cancellation.cancel();
        assertThat(child.isCancelled()).isFalse();
    }

    @Test
    void anActionMayRegisterAnother() {
        cancellation.onCancel(() -> cancellation.onCancel(() -> done.add("inner")));
        cancellation.cancel();
        assertThat(done).containsExactly("inner");
    }

    @Test
    void everyActionRunsOnceHoweverManyThreadsRegisterAndAsk() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Thread thread = new Thread(() -> {
                awaitQuietly(start);
                for (int j = 0; j < 1000; j++) {
                    cancellation.onCancel(runs::incrementAndGet);
                }
                cancellation.cancel();
            });
            thread.start();
            threads.add(thread);
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(runs).hasValue(8000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
