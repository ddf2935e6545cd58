package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.FixedClock;
import dev.runner.testing.Verdicts;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Release;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedJudgeTest {
    @TempDir
    private Path root;

    private final List<String> calls = new ArrayList<>();
    private Supplier<Verdict> answer = () -> Verdicts.passed("on");
    private boolean waits;

    @BeforeEach
    void writeTheExercise() throws IOException {
        write("fn main() {}\n");
    }

    private void write(String text) {
        try {
            Files.writeString(root.resolve("a.rs"), text);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** A new one, as another run of the program has it, over the same entries. */
    private CachedJudge judge() {
        BatchJudge inner = new BatchJudge() {
            @Override
            public Begun begin(CheckPlan plan, Cancellation cancellation) {
                calls.add("begin");
                return waits ? Begun.WAITS : Begun.judged(answer.get());
            }

            @Override
            public void build(Cancellation cancellation) {
                calls.add("build");
            }

            @Override
            public Verdict judge(CheckPlan plan, Cancellation cancellation) {
                calls.add("judge");
                return answer.get();
            }
        };
        return new CachedJudge(
                inner,
                new VerdictCache(root.resolve("cache"), new FixedClock()),
                new VerdictKeys("code", Map.of(), Confinement.USUAL),
                new Release(Path.of("/opt/sysroot"), "rustc 1", true, true));
    }

    private Verdict alone() throws InterruptedException {
        return judge().judge(plan(), new Cancellation());
    }

    private Optional<Verdict> begun() throws InterruptedException {
        return Optional.ofNullable(judge().begin(plan(), new Cancellation()).verdict());
    }

    private CheckPlan plan() {
        return Plans.in(root).plan();
    }

    @Test
    void theSecondTimeNobodyIsAsked() throws InterruptedException {
        assertThat(alone()).isEqualTo(Verdicts.passed("on"));
        assertThat(alone()).isEqualTo(Verdicts.passed("on"));
        assertThat(begun()).contains(Verdicts.passed("on"));
        assertThat(calls).containsExactly("judge");
    }

    @Test
    void aVerdictOfTheFirstRoundIsKept() throws InterruptedException {
        answer = () -> Verdicts.moved(1);
        assertThat(begun()).contains(Verdicts.moved(1));
        assertThat(begun()).contains(Verdicts.moved(1));
        assertThat(calls).containsExactly("begin");
    }

    @Test
    void aVerdictOfTheSecondRoundIsKept() throws InterruptedException {
        waits = true;
        CachedJudge judge = judge();
        assertThat(judge.begin(plan(), new Cancellation())).isEqualTo(BatchJudge.Begun.WAITS);
        judge.build(new Cancellation());
        assertThat(judge.judge(plan(), new Cancellation())).isEqualTo(Verdicts.passed("on"));
        assertThat(begun()).contains(Verdicts.passed("on"));
        assertThat(calls).containsExactly("begin", "build", "judge");
    }

    @Test
    void aFileThatIsSavedWhileItIsJudgedIsNotKept() throws InterruptedException {
        answer = () -> {
            write("fn main() { panic!() }\n");
            return Verdicts.passed("on");
        };
        alone();
        answer = () -> Verdicts.moved(0);
        assertThat(alone()).isEqualTo(Verdicts.moved(0));
        write("fn main() {}\n");
        answer = () -> Verdicts.moved(1);
        assertThat(alone()).isEqualTo(Verdicts.moved(1));
    }

    @Test
    void aFileThatIsSavedBetweenTheRoundsIsNotKept() throws InterruptedException {
        waits = true;
        CachedJudge judge = judge();
        judge.begin(plan(), new Cancellation());
        write("fn main() { panic!() }\n");
        judge.judge(plan(), new Cancellation());
        answer = () -> Verdicts.moved(0);
        assertThat(alone()).isEqualTo(Verdicts.moved(0));
        write("fn main() {}\n");
        answer = () -> Verdicts.moved(1);
        assertThat(alone()).isEqualTo(Verdicts.moved(1));
    }

    @Test
    void whatDependsOnTimeIsNeverKept() throws InterruptedException {
        answer = Verdicts::timedOut;
        alone();
        assertThat(alone()).isEqualTo(Verdicts.timedOut());
        assertThat(calls).containsExactly("judge", "judge");
    }

    @Test
    void aFailureByChanceIsNotKeptButAPassIs() throws InterruptedException {
        write("use std::collections::HashMap;\nfn main() {}\n");
        answer = Verdicts::testFailed;
        alone();
        answer = () -> Verdicts.passed("on");
        assertThat(alone()).isEqualTo(Verdicts.passed("on"));
        answer = Verdicts::testFailed;
        assertThat(alone()).isEqualTo(Verdicts.passed("on"));
        write("use std::collections::HashMap; fn main() {}\n");
        answer = () -> Verdicts.moved(0);
        alone();
        answer = Verdicts::testFailed;
        assertThat(alone()).as("that it does not compile is no chance").isEqualTo(Verdicts.moved(0));
    }

    @Test
    void whatNamesAPlaceOfThisMachineIsNotKept() throws InterruptedException {
        for (String place : List.of(root.resolve("a.rs").toString(), "/opt/sysroot/lib/rustlib/src")) {
            calls.clear();
            answer = () -> new Verdict.Passed(List.of(), TestReport.NONE, Transcript.of("see " + place));
            alone();
            alone();
            assertThat(calls).containsExactly("judge", "judge");
        }
    }

    @Test
    void whatHasNoKeyIsJudgedEachTime() throws InterruptedException {
        write("use std::fs;\nfn main() {}\n");
        alone();
        begun();
        alone();
        assertThat(calls).containsExactly("judge", "begin", "judge");
        assertThat(root.resolve("cache")).doesNotExist();
    }
}
