package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Mode;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MarkJudgeTest {
    private static final Verdict.Passed PASSED = new Verdict.Passed(List.of(), TestReport.NONE, Transcript.of("hello"));

    @TempDir
    private Path root;

    @ParameterizedTest
    @EnumSource(value = Mode.class, mode = EnumSource.Mode.EXCLUDE, names = "STANDARD")
    void aMarkedExerciseThatPassesIsPending(Mode mode) throws IOException, InterruptedException {
        assertThat(verdict("// one\n\n// I AM NOT DONE\n", Plans.in(root).mode(mode), PASSED))
                .isEqualTo(new Verdict.Pending(PASSED, 3));
    }

    @Test
    void withoutTheMarkItPasses() throws IOException, InterruptedException {
        assertThat(verdict("// I AM DONE\n", Plans.in(root).mode(Mode.COMPILE), PASSED))
                .isEqualTo(PASSED);
    }

    @Test
    void laterFormatsKnowNoMark() throws IOException, InterruptedException {
        assertThat(verdict("// I AM NOT DONE\n", Plans.in(root), PASSED)).isEqualTo(PASSED);
    }

    @Test
    void aMarkedExerciseThatFailsFails() throws IOException, InterruptedException {
        Verdict failed = new Verdict.Failed(Check.RUN, "no", List.of(), TestReport.NONE, Transcript.EMPTY);
        assertThat(verdict("// I AM NOT DONE\n", Plans.in(root).mode(Mode.COMPILE), failed))
                .isEqualTo(failed);
    }

    @Test
    void aFileThatIsGoneCarriesNoMark() throws InterruptedException {
        CheckPlan plan = Plans.in(root.resolve("nowhere")).mode(Mode.COMPILE).plan();
        assertThat(new MarkJudge((p, c) -> PASSED).judge(plan, new Cancellation()))
                .isEqualTo(PASSED);
    }

    private Verdict verdict(String source, Plans plans, Verdict inner) throws IOException, InterruptedException {
        Files.writeString(root.resolve("a.rs"), source);
        return new MarkJudge((plan, cancellation) -> inner).judge(plans.plan(), new Cancellation());
    }
}
