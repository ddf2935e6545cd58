package dev.runner.verify;

import static dev.runner.testing.FakeToolchain.calls;
import static dev.runner.testing.FakeToolchain.exit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Mode;
import dev.runner.testing.FakeToolchain;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgesTest {
    @TempDir
    private Path root;

    private final FakeToolchain toolchain =
            new FakeToolchain().on(Tool.CARGO, exit(0, FakeToolchain.ONE_TEST_PASSED), "test");
    private Scratch scratch = new Scratch(List.of());

    @BeforeEach
    void writeTheExercise() throws IOException {
        Files.writeString(root.resolve("a.rs"), "// I AM NOT DONE\nfn main() {}\n");
        scratch = new Scratch(List.of(root.resolve("scratch")));
    }

    @AfterEach
    void closeTheScratch() {
        scratch.close();
    }

    @Test
    void theQuickWayIsTakenWhereItIsRight() throws InterruptedException {
        assertThat(judge(Judges.forMany(toolchain, scratch), null).passed()).isTrue();
        assertThat(toolchain.invocations()).anyMatch(calls(Tool.RUSTC)).noneMatch(calls(Tool.CARGO));
    }

    @Test
    void cargoIsAskedWhereItIsNot() throws InterruptedException {
        assertThat(judge(Judges.forOne(toolchain, scratch), "it has a library").passed())
                .isTrue();
        assertThat(toolchain.invocations()).anyMatch(calls(Tool.CARGO)).noneMatch(calls(Tool.RUSTC));
    }

    @Test
    void theMarkOfVersionFiveIsSeen() throws InterruptedException {
        CheckPlan plan = Plans.in(root).mode(Mode.COMPILE).plan();
        assertThat(Judges.forOne(toolchain, scratch).judge(plan, new Cancellation()))
                .isInstanceOf(Verdict.Pending.class);
    }

    @Test
    void watchingTellsItsStepsAndKeepsItsBuilds() throws InterruptedException {
        List<Check> steps = Collections.synchronizedList(new ArrayList<>());
        judge(Judges.forWatching(toolchain, scratch, steps::add), null);
        assertThat(steps).contains(Check.LINT, Check.BUILD, Check.TEST, Check.RUN);
        assertThat(toolchain.calls()).anyMatch(call -> call.contains("-C incremental="));
    }

    private Verdict judge(Judge judge, @org.jspecify.annotations.Nullable String viaCargo) throws InterruptedException {
        CheckPlan plan = Plans.in(root).plan();
        return judge.judge(
                new CheckPlan(
                        plan.target(),
                        plan.root(),
                        plan.source(),
                        plan.mode(),
                        plan.test(),
                        plan.strict(),
                        plan.manifest(),
                        plan.crates(),
                        plan.time(),
                        viaCargo),
                new Cancellation());
    }
}
