package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.view.HintView;
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
    ExitCode perform() {
        OpenCourse open = openCourse();
        Progress before = open.store().load();
        Exercise exercise = name == null ? before.currentIn(open.course()) : open.named(name);
        int stages = exercise.hint().size();
        if (stages == 0) {
            print("The course gives no hint for " + exercise.name() + ".");
            return ExitCode.PASSED;
        }
        int last = last(before.of(exercise).hints(), stages);
        terminal().print(new HintView(terminal().theme(), terminal().columns()).lines(exercise, all ? 1 : last, last));
        if (last > before.of(exercise).hints()) {
            open.keep(progress -> progress.revealed(exercise, last));
        }
        return ExitCode.PASSED;
    }

    private int last(int revealed, int stages) {
        if (level == null) {
            return all ? stages : Math.min(revealed + 1, stages);
        }
        if (all) {
            throw new UsageException("--level and --all exclude each other", "give one of them");
        }
        if (level < 1 || level > stages) {
            throw new UsageException("there is no stage " + level, "give one from 1 to " + stages);
        }
        return level;
    }
}
