package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.report.ListJson;
import dev.runner.view.ListView;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code runner list}: the exercises and what is done. */
@CommandLine.Command(
        name = "list",
        description = "List the exercises by chapter, with what is done.",
        footer = {"", "Examples:", "  runner list --pending --chapter 05_vecs", "  runner list --json"})
final class ListCommand extends Command {
    @Option(names = "--done", description = "Only what is done.")
    boolean done;

    @Option(names = "--pending", description = "Only what is pending.")
    boolean pending;

    @Option(names = "--chapter", paramLabel = "C", description = "Only this chapter.")
    @Nullable
    String chapter;

    @Option(names = "--json", description = "As JSON, for other programs.")
    boolean json;

    ListCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        if (done && pending) {
            throw new UsageException("--done and --pending exclude each other", "give one of them, or none");
        }
        OpenCourse open = openCourse();
        Progress progress = open.store().load();
        Predicate<Exercise> shown = shown(open, progress);
        if (json) {
            terminal().raw(ListJson.write(open.course(), progress, shown));
        } else {
            terminal()
                    .print(new ListView(terminal().theme(), terminal().columns())
                            .lines(open.course(), progress, shown));
        }
        return ExitCode.PASSED;
    }

    private Predicate<Exercise> shown(OpenCourse open, Progress progress) {
        String wanted = chapter;
        if (wanted != null
                && open.course().chapters().stream()
                        .noneMatch(known -> known.name().equals(wanted))) {
            throw new UsageException("there is no chapter \"" + wanted + "\"", "list them with: runner list");
        }
        return exercise -> (wanted == null || exercise.chapter().equals(wanted))
                && (!done || progress.isDone(exercise))
                && (!pending || !progress.isDone(exercise));
    }
}
