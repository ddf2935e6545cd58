package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.view.ProblemView;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner reset}: exercises as they were; what they held is kept. */
@CommandLine.Command(
        name = "reset",
        description = "Bring exercises back to what they were; `runner undo` takes it back.",
        footer = {"", "Examples:", "  runner reset vecs2", "  runner reset 05_vecs", "  runner reset --all --yes"})
final class ResetCommand extends Command {
    @Parameters(arity = "0..*", paramLabel = "NAME|CHAPTER", description = "What to reset.")
    List<String> names = new ArrayList<>();

    @Option(names = "--all", description = "Reset the whole course.")
    boolean all;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    boolean yes;

    ResetCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        if (names.isEmpty() != all) {
            throw new UsageException(
                    all ? "--all and names exclude each other" : "nothing to reset is named",
                    "give an exercise, a chapter, or --all");
        }
        OpenCourse open = openCourse();
        List<Exercise> selected = Selection.of(open, names);
        if (selected.size() > 1 && !yes && !confirmed(selected.size())) {
            print("Nothing was reset.");
            return ExitCode.NOT_PASSED;
        }
        return reset(open, selected);
    }

    private boolean confirmed(int count) {
        if (!context().keyboard().attended()) {
            throw new UsageException("nobody is here to confirm the reset of " + count + " exercises", "add --yes");
        }
        return context().keyboard().confirm("Reset " + count + " exercises? What they hold is kept. [y/N] ");
    }

    private ExitCode reset(OpenCourse open, List<Exercise> selected) throws InterruptedException {
        Resetting.Outcome outcome = new Resetting(open.workspace(), context().environment()).reset(selected);
        int count = outcome.reset().size();
        if (count > 0) {
            open.keep(progress -> pending(progress, outcome.reset()));
            print("Reset " + count + (count == 1 ? " exercise" : " exercises") + "; take it back with: runner undo");
            print("What they held is in " + outcome.backup());
        }
        if (!outcome.unknown().isEmpty()) {
            String list = outcome.unknown().stream().map(Exercise::name).collect(Collectors.joining(", "));
            terminal()
                    .remark(ProblemView.warning("nobody knows what these were: " + list
                            + " (not from `runner init`, and not in a git repository)"));
            return ExitCode.NOT_PASSED;
        }
        return ExitCode.PASSED;
    }

    private static Progress pending(Progress before, List<Exercise> reset) {
        Progress after = before;
        for (Exercise exercise : reset) {
            after = after.pending(exercise);
        }
        return after;
    }
}
