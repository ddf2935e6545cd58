package dev.runner.verify;

import dev.runner.testing.Courses;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.LocalToolchain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Judges a course's exercises as the program does, with the toolchain of this machine. */
final class RealJudge implements AutoCloseable {
    private final Courses course;
    private final Scratch scratch;
    private final Judge judge;

    RealJudge(Courses course, Path scratchPlace) throws InterruptedException {
        this.course = course;
        this.scratch = new Scratch(List.of(scratchPlace));
        LocalToolchain toolchain = LocalToolchain.locate(course.workspace().root(), System.getenv());
        this.judge = Judges.forMany(toolchain, scratch);
    }

    CheckPlan plan(String name) {
        // A busy machine is slow to start a program.
        return new Planner(course.workspace(), course.course(), course.manifest(), Duration.ofMinutes(1))
                .exercise(course.exercise(name));
    }

    Verdict verdict(String name) throws InterruptedException {
        return judge.judge(plan(name), new Cancellation());
    }

    @Override
    public void close() {
        scratch.close();
    }
}
