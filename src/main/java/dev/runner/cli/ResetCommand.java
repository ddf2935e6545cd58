package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Backups;
import dev.runner.progress.Progress;
import dev.runner.view.Line;
import dev.runner.view.ProblemView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Originals originals = new Originals(open.workspace(), context().environment());
        Map<Path, byte[]> contents = new LinkedHashMap<>();
        List<Exercise> unknown = new ArrayList<>();
        for (Exercise exercise : selected) {
            Optional<byte[]> original = originals.of(exercise);
            original.ifPresentOrElse(bytes -> contents.put(exercise.source(), bytes), () -> unknown.add(exercise));
        }
        if (!contents.isEmpty()) {
            Path backup = new Backups(open.workspace()).replace(contents);
            open.keep(progress -> pending(progress, selected, unknown));
            print("Reset " + contents.size() + (contents.size() == 1 ? " exercise" : " exercises") + "; take it back"
                    + " with: runner undo");
            terminal().print(Line.of("What they held is in " + backup));
        }
        if (!unknown.isEmpty()) {
            String list = unknown.stream().map(Exercise::name).collect(Collectors.joining(", "));
            terminal()
                    .remark(ProblemView.warning("nobody knows what these were: " + list
                            + " (not from `runner init`, and not in a git repository)"));
            return ExitCode.NOT_PASSED;
        }
        return ExitCode.PASSED;
    }

    private static Progress pending(Progress before, List<Exercise> selected, List<Exercise> unknown) {
        Progress after = before;
        for (Exercise exercise : selected) {
            after = unknown.contains(exercise) ? after : after.pending(exercise);
        }
        return after;
    }
}
