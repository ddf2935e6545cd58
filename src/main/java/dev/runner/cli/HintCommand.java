package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.view.HintView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner hint}: the next stage of a hint on each call. */
@CommandLine.Command(
        name = "hint",
        description = "Reveal the next stage of an exercise's hint.",
        footer = {
            "",
            "Examples:",
            "  runner hint            the next stage for the current exercise",
            "  runner hint vecs2 --level 1",
            "  runner hint --all"
        })
final class HintCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The exercise; default: the current.")
    @Nullable
    String name;

    @Option(names = "--level", paramLabel = "N", description = "Show stage N instead of the next one.")
    @Nullable
    Integer level;

    @Option(names = "--all", description = "Show all stages.")
    boolean all;

    HintCommand(Context context) {
        super(context);
    }

    @Override
    boolean takesName(String exercise) {
        name = exercise;
        return true;
    }

    @Override
    ExitCode perform() {
        OpenCourse open = openCourse();
        Progress before = open.store().load();
        Exercise exercise = name == null ? before.currentIn(open.course()) : open.named(name);
        int stages = exercise.hint().size();
        if (stages == 0) {
            print("The course gives no hint for " + exercise.name() + ".");
            return ExitCode.PASSED;
        }
        List<Integer> chosen = chosen(before.of(exercise).hints(), stages);
        terminal().print(new HintView(terminal().theme(), terminal().columns()).lines(exercise, chosen));
        Progress after = revealed(before, exercise, chosen);
        terminal().print(HintView.left(stages - after.of(exercise).hints().size()));
        if (!before.of(exercise).hints().containsAll(chosen)) {
            open.keep(progress -> revealed(progress, exercise, chosen));
        }
        return ExitCode.PASSED;
    }

    private static Progress revealed(Progress before, Exercise exercise, List<Integer> chosen) {
        Progress after = before;
        for (int stage : chosen) {
            after = after.revealed(exercise, stage);
        }
        return after;
    }

    /** The stages to show: the named one, all, or the first that is not revealed; when all are, the last. */
    private List<Integer> chosen(List<Integer> revealed, int stages) {
        if (level != null) {
            return List.of(checked(level, stages));
        }
        List<Integer> pending = new ArrayList<>();
        for (int stage = 1; stage <= stages; stage++) {
            if (all || !revealed.contains(stage)) {
                pending.add(stage);
            }
        }
        return all ? pending : List.of(pending.isEmpty() ? stages : pending.get(0));
    }

    private int checked(int stage, int stages) {
        if (all) {
            throw new UsageException("--level and --all exclude each other", "give one of them");
        }
        if (stage < 1 || stage > stages) {
            throw new UsageException("there is no stage " + stage, "give one from 1 to " + stages);
        }
        return stage;
    }
}
