package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedVerdictsTest {
    private static final Verdict PASSED = Verdicts.passed("on");

    @TempDir
    Path machine;

    private final AtomicInteger asked = new AtomicInteger();

    private CheckPlan handedIn(String who, String text) throws IOException {
        Path root = Files.createDirectories(machine.resolve(who));
        Path file = Files.writeString(root.resolve("a.rs"), text);
        return plan(root, file);
    }

    private CheckPlan plan(Path root, Path file) {
        Reference.Submission submission = new Reference.Submission(root, file);
        return Plans.in(machine.resolve("course"))
                .plan()
                .withReference(new Reference("fn main() {}", null, List.of(), List.of(), submission));
    }

    /** Answers with what the function gives for the number of the question, from 1. */
    private Judge answering(IntFunction<Verdict> answers) {
        return (plan, cancellation) -> answers.apply(asked.incrementAndGet());
    }

    private static Verdict judge(SharedVerdicts shared, CheckPlan plan) throws InterruptedException {
        return shared.judge(plan, new Cancellation());
    }

    @Test
    void theSameTextIsJudgedOnceWhoeverHandedItIn() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> PASSED));
        assertThat(judge(shared, handedIn("ada", "one"))).isEqualTo(PASSED);
        assertThat(judge(shared, handedIn("grace", "one"))).isEqualTo(PASSED);
        assertThat(judge(shared, handedIn("linus", "other"))).isEqualTo(PASSED);
        assertThat(asked).hasValue(2);
        assertThat(shared.judged()).isEqualTo(2);
        assertThat(shared.shared()).isEqualTo(1);
    }

    @Test
    void theSameTextUnderAnotherPlanIsAnother() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> PASSED));
        CheckPlan plan = handedIn("ada", "one");
        judge(shared, plan);
        judge(shared, Plans.in(machine.resolve("course")).strictly().plan().withReference(plan.reference()));
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsJudgedRightNowIsWaitedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        SharedVerdicts shared = new SharedVerdicts((plan, cancellation) -> {
            asked.incrementAndGet();
            begun.countDown();
            go.await();
            return PASSED;
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<Verdict>> verdicts = new ArrayList<>();
            for (String who : List.of("ada", "grace", "linus")) {
                CheckPlan plan = handedIn(who, "one");
                verdicts.add(threads.submit(() -> judge(shared, plan)));
            }
            begun.await();
            go.countDown();
            for (Future<Verdict> verdict : verdicts) {
                assertThat(verdict.get()).isEqualTo(PASSED);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTimeOutIsJudgedOnceMoreAndThenHoldsForAll() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> question == 1 ? Verdicts.timedOut() : PASSED));
        assertThat(judge(shared, handedIn("ada", "slow"))).isEqualTo(PASSED);
        assertThat(judge(shared, handedIn("grace", "slow"))).isEqualTo(PASSED);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatCantBeJudgedHereIsTriedTwiceAndNotForEverybody() throws Exception {
        Verdict not = new Verdict.NotRunnable("serde is not on this machine", "cargo fetch");
        SharedVerdicts shared = new SharedVerdicts(answering(question -> not));
        assertThat(judge(shared, handedIn("ada", "crate"))).isEqualTo(not);
        assertThat(judge(shared, handedIn("grace", "crate"))).isEqualTo(not);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aFileThatIsNotEvenReadIsNotAskedFor() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> PASSED));
        Path root = Files.createDirectories(machine.resolve("ada"));
        assertThat(judge(shared, plan(root, root.resolve("a.rs"))).reason()).isEqualTo("a.rs is missing");
        Files.createSymbolicLink(root.resolve("a.rs"), Path.of("/dev/zero"));
        assertThat(judge(shared, plan(root, root.resolve("a.rs")))).isInstanceOf(Verdict.Tampered.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFileThatChangesWhileItIsJudgedTellsNothingOfOthers() throws Exception {
        Path file = machine.resolve("ada").resolve("a.rs");
        SharedVerdicts shared = new SharedVerdicts((plan, cancellation) -> {
            write(file, "changed " + asked.incrementAndGet());
            return PASSED;
        });
        judge(shared, handedIn("ada", "one"));
        judge(shared, handedIn("grace", "one"));
        assertThat(asked).hasValue(2);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void onlySoMuchIsKeptAndWhatWasAskedForLastStays() throws Exception {
        Verdict large = new Verdict.Tampered("no", Transcript.of("x".repeat(1000)));
        SharedVerdicts shared = new SharedVerdicts(answering(question -> large), 2500);
        for (String text : List.of("one", "two", "one", "three", "one", "two")) {
            judge(shared, handedIn("ada", text));
        }
        assertThat(asked).hasValue(4);
        assertThat(shared.shared()).isEqualTo(2);
    }

    @Test
    void whatAnEarlierRunFoundHolds() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> Verdicts.timedOut()));
        CheckPlan plan = handedIn("ada", "one");
        shared.learn(plan, SubmissionDigests.of(machine.resolve("ada"), Path.of("a.rs")), PASSED);
        assertThat(judge(shared, handedIn("grace", "one"))).isEqualTo(PASSED);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aFaultIsNobodysVerdict() throws Exception {
        SharedVerdicts shared = new SharedVerdicts(answering(question -> {
            if (question == 1) {
                throw new IllegalStateException("a fault of ours");
            }
            return PASSED;
        }));
        CheckPlan plan = handedIn("ada", "one");
        assertThatThrownBy(() -> judge(shared, plan)).hasMessage("a fault of ours");
        assertThat(judge(shared, handedIn("grace", "one"))).isEqualTo(PASSED);
    }
}
