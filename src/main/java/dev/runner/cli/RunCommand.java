package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.course.Finding;
import dev.runner.progress.Progress;
import dev.runner.verify.Judges;
import dev.runner.verify.Scratch;
import dev.runner.verify.Verdict;
import dev.runner.view.Line;
import dev.runner.view.ProblemView;
import dev.runner.view.Style;
import dev.runner.view.VerdictView;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code runner run}: one exercise, its output, its verdict and the next step. */
@CommandLine.Command(
        name = "run",
        description = "Check one exercise: its output, the verdict, the next step.",
        footer = {
            "",
            "Examples:",
            "  runner run              the current exercise",
            "  runner run variables2   that one, which becomes the current one"
        })
final class RunCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The exercise; default: the current.")
    @Nullable
    String name;

    @Mixin
    TimeLimit timeLimit = new TimeLimit();

    RunCommand(Context context) {
        super(context);
    }

    @Override
    boolean takesName(String exercise) {
        name = exercise;
        return true;
    }

    @Override
    ExitCode perform() throws InterruptedException {
        OpenCourse open = openCourse();
        Exercise exercise = open.exercise(name);
        List<Finding> missing = open.missingAmong(List.of(exercise));
        if (!missing.isEmpty()) {
            ProblemView.findings(missing).forEach(terminal()::remark);
            terminal().remark(Line.of("      or bring the file back with: runner reset " + exercise.name()));
            return ExitCode.COURSE_INVALID;
        }
        Verdict verdict = judge(open, exercise);
        terminal().print(new VerdictView(terminal().theme(), Integer.MAX_VALUE).lines(exercise.name(), verdict));
        if (verdict instanceof Verdict.NotRunnable) {
            open.keep(progress -> progress.at(exercise));
            return ExitCode.NOT_PASSED;
        }
        Progress progress = open.keep(before -> advance(open, before, exercise, verdict.passed()));
        nextStep(open, exercise, verdict, progress);
        return verdict.passed() ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }

    private Verdict judge(OpenCourse open, Exercise exercise) throws InterruptedException {
        try (Scratch scratch = scratch(open.workspace())) {
            return Judges.forOne(toolchain(open), scratch)
                    .judge(
                            open.planner(timeLimit.duration()).exercise(exercise),
                            context().interruption());
        }
    }

    /** A pass moves on to what is pending next; anything else stays. */
    private Progress advance(OpenCourse open, Progress before, Exercise exercise, boolean passed) {
        Progress after = before.attempted(exercise, passed, context().clock().instant());
        Exercise current = passed ? after.nextPending(open.course(), exercise).orElse(exercise) : exercise;
        return after.at(current);
    }

    private void nextStep(OpenCourse open, Exercise exercise, Verdict verdict, Progress progress) {
        terminal().print(Line.EMPTY);
        if (!verdict.passed()) {
            print("Edit " + open.workspace().source(exercise) + " and try again; a hint: runner hint "
                    + exercise.name());
            return;
        }
        Optional<Exercise> next = progress.nextPending(open.course(), exercise);
        if (next.isPresent()) {
            print("Next: " + next.get().name() + "  " + open.workspace().source(next.get()));
        } else {
            print("Everything is done.", Style.SUCCESS);
            Optional.ofNullable(open.course().finalMessage())
                    .ifPresent(message -> terminal().print(Line.lines(message.strip(), Style.PLAIN)));
        }
    }
}
