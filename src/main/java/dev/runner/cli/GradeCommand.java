package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.grade.Assignment;
import dev.runner.grade.Grader;
import dev.runner.grade.Grades;
import dev.runner.grade.Submission;
import dev.runner.grade.Submissions;
import dev.runner.report.GradeSheet;
import dev.runner.report.Timings;
import dev.runner.toolchain.CleanToolchain;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Judges;
import dev.runner.verify.JudgingIdentity;
import dev.runner.verify.Planner;
import dev.runner.verify.Scratch;
import dev.runner.verify.Shard;
import dev.runner.verify.SharedVerdicts;
import dev.runner.view.Line;
import dev.runner.view.ProblemView;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner grade}: many submissions, one table. */
@CommandLine.Command(
        name = "grade",
        description =
                "Grade what a class handed in: each directory a submission, judged by a course that nobody touched.",
        footer = {
            "",
            "A directory without exercises whose sub-directories have some is a directory of submissions.",
            "",
            "Exit code: 0 all submissions were graded, whatever their marks; 1 some were not, or not wholly; 2 usage,"
                    + " 3 course invalid, 4 no usable toolchain, 70 a report could not be written.",
            "",
            "Examples:",
            "  runner grade submissions/                a class, by the bundled course",
            "  runner grade ada grace --against my-course --only 05_vecs",
            "  runner grade submissions/ --output out --csv marks.csv --html marks.html",
            "  runner grade submissions/ --output out --shard 1/4",
            "      on each of four machines; then, with all that is in out:",
            "  runner grade submissions/ --output out --csv marks.csv"
        })
final class GradeCommand extends Command {
    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Submissions, or directories of submissions.")
    List<Path> directories = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "COURSE",
            description = "The course to grade by: a directory, or the word \"bundled\". Default: bundled.")
    String course = AgainstCourse.BUNDLED;

    @Option(names = "--only", paramLabel = "NAME|CHAPTER|GLOB", description = "Grade these exercises only. Repeatable.")
    List<String> only = new ArrayList<>();

    @Mixin
    GradeFiles files = new GradeFiles();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many exercises are checked at once. Default: as many as there are cores.")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Mixin
    ReportOptions.Price price = new ReportOptions.Price();

    @Mixin
    ShardOptions shards = new ShardOptions();

    @Mixin
    TimeLimit timeLimit = new TimeLimit();

    @Mixin
    ConfinementOptions confinement = new ConfinementOptions();

    GradeCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        if (jobs < 1) {
            throw new UsageException("--jobs " + jobs + " is too few", "give at least 1");
        }
        if (common.directory() != null) {
            throw new UsageException("grade takes no -C", "name the submissions: runner grade DIR...");
        }
        Path directory = context().directory();
        List<Submission> all = Submissions.find(directories, directory);
        if (all.stream().allMatch(submission -> submission.problem() != null)) {
            Submission first = all.get(0);
            throw new UsageException(
                    "there is no submission in " + first.root() + ": " + first.problem(),
                    "name directories that hold exercises/, or one whose sub-directories do");
        }
        files.prepare(all, directory);
        Shard shard = shards.shard(context().environment());
        List<Submission> part = part(all, shard);
        try (Scratch scratch = temporary()) {
            AgainstCourse against = AgainstCourse.open(course, this, scratch);
            List<Exercise> exercises = Selection.of(against.course(), only);
            checkFits(all, exercises);
            return grade(part, shard, against, exercises, scratch);
        }
    }

    private List<Submission> part(List<Submission> all, Shard shard) {
        Timings timings = shards.timings == null
                ? Timings.NONE
                : shards.timings(context().directory(), context().directory());
        List<Submission> part = ShardOptions.part(all, Submission::id, timings, shard);
        if (!shard.isWhole()) {
            String size = part.isEmpty() ? "no submissions" : part.size() + " of " + all.size() + " submissions";
            terminal().remark(Line.of("Shard " + shard + ": " + size, Style.FAINT));
        }
        return part;
    }

    /** Submissions of another course would all get nothing; that is a slip of who types, not of a class. */
    private void checkFits(List<Submission> all, List<Exercise> exercises) {
        boolean fits = all.stream()
                .filter(submission -> submission.problem() == null)
                .anyMatch(submission -> exercises.stream()
                        .anyMatch(exercise ->
                                Files.exists(submission.root().resolve(exercise.source()), LinkOption.NOFOLLOW_LINKS)));
        if (!fits) {
            throw new UsageException(
                    "none of the submissions has a file of " + what(exercises),
                    "name the course that was handed out: --against DIR, a directory with its info.toml");
        }
    }

    private String what(List<Exercise> exercises) {
        String named = course.equals(AgainstCourse.BUNDLED) ? "the bundled course" : "the course in " + course;
        return only.isEmpty() ? named : exercises.size() + " selected exercises of " + named;
    }

    private ExitCode grade(
            List<Submission> submissions, Shard shard, AgainstCourse against, List<Exercise> exercises, Scratch scratch)
            throws InterruptedException {
        Instant started = context().clock().instant();
        Terminal shown = files.claimStandardOutput() ? new RemarkTerminal(terminal()) : terminal();
        price.warn(terminal());
        Confinement confined = confinement.confinement(true, context().environment(), terminal());
        Toolchain toolchain = new CleanToolchain(
                toolchainIn(against.toolchainDirectory(), confined), context().environment());
        SharedVerdicts judge = Judges.forManySubmissions(toolchain, scratch);
        Assignment assignment = assignment(against, exercises, toolchain, confined);
        Grades grades;
        try (GradeProgress progress = new GradeProgress(shown, submissions.size(), exercises.size())) {
            grades = new Grader(judge, jobs, context().clock(), context().nanoTime())
                    .grade(
                            assignment,
                            submissions,
                            files.kept(context().directory()),
                            !files.force,
                            progress,
                            context().interruption());
        }
        GradeSheet sheet = new GradeSheet(
                context().version(), against.course().course().title(), exercises, price.cost, grades.rows(), started);
        // In a file a row is a line, however long.
        shown.print(GradeTable.lines(sheet, shown.interactive() ? shown.columns() : Integer.MAX_VALUE));
        shown.print(Line.EMPTY);
        shown.print(Line.of(sheet.figures()));
        remarks(grades, judge, confined);
        boolean written = write(sheet, grades);
        if (shard.isWhole()) {
            files.keepDurations(context().directory(), grades.rows());
        }
        return sheet.complete() < sheet.rows().size()
                ? ExitCode.NOT_PASSED
                : written ? ExitCode.PASSED : ExitCode.INTERNAL_ERROR;
    }

    private Assignment assignment(
            AgainstCourse against, List<Exercise> exercises, Toolchain toolchain, Confinement confined) {
        Planner planner = against.course().planner(timeLimit.duration());
        return new Assignment(
                context().version(),
                against.course().course(),
                exercises,
                root -> against.plans(planner, root, false),
                root -> against.changes(root).stream()
                        .map(change -> change.replaceAll(" is not .*", ""))
                        .toList(),
                price.cost,
                JudgingIdentity.of(
                        toolchain.release(),
                        confined,
                        against.course().workspace().root(),
                        against.course().course().exercises(),
                        against::solution,
                        timeLimit.duration()));
    }

    private void remarks(Grades grades, SharedVerdicts judge, Confinement confined) {
        terminal()
                .remark(Line.of(
                        counted(judge.judged(), "file") + " judged, " + judge.shared() + " the same as one of them"
                                + (grades.takenOver() == 0
                                        ? ""
                                        : ", " + counted(grades.takenOver(), "submission") + " taken over from "
                                                + files.output),
                        Style.FAINT));
        if (grades.takenOver() > 0 && confined.sandbox().isEmpty()) {
            terminal()
                    .remark(ProblemView.warning(
                            "what was taken over was found without a sandbox, where a submission can"
                                    + " write reports of its own; --force judges it anew"));
        }
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private boolean write(GradeSheet sheet, Grades grades) {
        Path directory = context().directory();
        List<String> problems = new ArrayList<>(grades.notKept().stream()
                .map(what -> "the report could not be kept of " + what)
                .toList());
        if (files.claimStandardOutput()) {
            terminal().raw(sheet.csv());
        } else if (files.csv != null) {
            add(problems, GradeFiles.write(directory.resolve(files.csv), sheet.csv()));
        }
        if (files.html != null) {
            add(problems, GradeFiles.write(directory.resolve(files.html), sheet.html(files.pages(directory))));
        }
        problems.forEach(problem -> ProblemView.lines(problem, "make room, give write permission, and run it again")
                .forEach(terminal()::remark));
        return problems.isEmpty();
    }

    private static void add(List<String> problems, @org.jspecify.annotations.Nullable String problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }
}
