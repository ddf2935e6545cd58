package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.course.Finding;
import dev.runner.progress.AtomicFile;
import dev.runner.progress.Progress;
import dev.runner.report.CourseIdentity;
import dev.runner.report.ExerciseReport;
import dev.runner.report.HintCost;
import dev.runner.report.Report;
import dev.runner.report.Timings;
import dev.runner.verify.Result;
import dev.runner.verify.Shard;
import dev.runner.verify.Verification;
import dev.runner.view.Line;
import dev.runner.view.ProblemView;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What stands around a verification: which part of it is ours, and what is told of it in the end. */
final class VerifyReports {
    private static final String DURATIONS = "durations.json";

    private final Context context;
    private final OpenCourse open;
    private final boolean solutions;
    private final HintCost hintCost;
    private final ReportTargets targets;
    private final Timings timings;
    private final Shard shard;
    private final List<Exercise> selection;
    private final List<Exercise> part;
    private final Progress progress;
    private final Terminal terminal;
    private final Instant started;

    /**
     * Makes sure of everything that can be made sure of beforehand.
     *
     * @param selection all exercises of the whole run
     * @param done tells which hints were revealed; asked only where they cost something
     * @throws UsageException if an option makes no sense or a report can't be written
     */
    VerifyReports(
            Command command,
            OpenCourse open,
            ReportOptions reports,
            HintCost hintCost,
            ShardOptions shards,
            boolean solutions,
            List<Exercise> selection,
            Supplier<Progress> done) {
        this.context = command.context();
        this.open = open;
        this.solutions = solutions;
        this.hintCost = hintCost;
        this.selection = selection;
        this.shard = shards.shard(context.environment());
        this.timings = shards.timings(context.directory(), durationsFile());
        this.part = ShardOptions.part(selection, Exercise::name, timings, shard);
        this.targets = reports.targets(
                context.environment(), context.directory(), open.workspace().root());
        this.progress = hintCost.isFree() || solutions ? Progress.NONE : done.get();
        this.terminal = targets.claimStandardOutput() ? new RemarkTerminal(command.terminal()) : command.terminal();
        this.started = context.clock().instant();
        if (!shard.isWhole()) {
            String size = part.isEmpty() ? "no exercises" : part.size() + " of " + selection.size() + " exercises";
            command.terminal().remark(Line.of("Shard " + shard + ": " + size, Style.FAINT));
        }
    }

    /** The exercises that are ours. */
    List<Exercise> part() {
        return part;
    }

    /** Where the usual text goes. */
    Terminal terminal() {
        return terminal;
    }

    /**
     * Shows the summary and writes the reports.
     *
     * @param missing the selected exercises' files that are not there
     */
    ExitCode finish(Verification verification, List<Finding> missing) {
        Report report = report(verification, missing);
        terminal.print(TextReport.summary(report, terminal.theme()));
        if (!missing.isEmpty()) {
            ProblemView.findings(missing).forEach(terminal::remark);
        }
        // The command's own terminal: a report that has standard output is what was kept free for it.
        boolean written = targets.write(
                report, context.terminals().apply(context.options().colour()));
        if (shard.isWhole() && !solutions) {
            keepDurations(report);
        }
        return exitCode(report, written);
    }

    /** A lost report must not look like success, and must not hide what was found. */
    static ExitCode exitCode(Report report, boolean written) {
        if (report.broken()) {
            return ExitCode.COURSE_INVALID;
        }
        if (!report.passed()) {
            return ExitCode.NOT_PASSED;
        }
        return written ? ExitCode.PASSED : ExitCode.INTERNAL_ERROR;
    }

    private Report report(Verification verification, List<Finding> missing) {
        Map<Exercise, Result> results =
                verification.results().stream().collect(Collectors.toMap(Result::exercise, Function.identity()));
        Map<Integer, String> defects =
                missing.stream().collect(Collectors.toMap(Finding::line, Finding::render, (first, second) -> first));
        List<ExerciseReport> exercises = part.stream()
                .map(exercise -> {
                    Path file = solutions ? exercise.solution() : exercise.source();
                    Result result = results.get(exercise);
                    return result == null
                            ? ExerciseReport.notJudged(exercise, file, hints(exercise))
                            : ExerciseReport.judged(result, file, hints(exercise), defects.get(exercise.line()));
                })
                .toList();
        return new Report(
                context.version(),
                CourseIdentity.of(open.course()),
                directory(),
                solutions,
                hintCost,
                shard,
                shard.isWhole() ? null : timings.basis(names(selection)),
                names(selection),
                exercises,
                started,
                verification.duration());
    }

    private int hints(Exercise exercise) {
        return progress.of(exercise).hints().size();
    }

    private static List<String> names(List<Exercise> exercises) {
        return exercises.stream().map(Exercise::name).toList();
    }

    /** The course's place in the repository that GitHub checked out: annotations are relative to that. */
    private String directory() {
        String repository = context.environment().getOrDefault("GITHUB_WORKSPACE", "");
        Path root = open.workspace().root();
        if (repository.isBlank()) {
            return "";
        }
        Path base = Path.of(repository).toAbsolutePath().normalize();
        return root.startsWith(base) ? base.relativize(root).toString().replace('\\', '/') : "";
    }

    private Path durationsFile() {
        return open.workspace().stateDirectory().resolve(DURATIONS);
    }

    /** What exercises took, for the next that splits them. A disk that takes nothing is no reason to say anything. */
    private void keepDurations(Report report) {
        try {
            if (Files.isDirectory(open.workspace().stateDirectory())) {
                AtomicFile.write(
                        durationsFile(), timings.with(Timings.of(report)).write());
            }
        } catch (IOException notKept) {
            // The next will know less.
        }
    }
}
