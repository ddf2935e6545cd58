package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.CheckPlan;
import dev.runner.verify.Judges;
import dev.runner.verify.Planner;
import dev.runner.verify.Result;
import dev.runner.verify.Scratch;
import dev.runner.verify.Verdict;
import dev.runner.verify.Verification;
import dev.runner.verify.Verifier;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner verify}: many exercises, headless. */
@CommandLine.Command(
        name = "verify",
        description = "Check exercises without a person: all of them, in parallel, with an exact exit code.",
        footer = {
            "",
            "Exit code: 0 all passed, 1 some did not, 2 usage, 3 course invalid, 4 no usable toolchain.",
            "",
            "Examples:",
            "  runner verify                     the whole course",
            "  runner verify 05_vecs 'struct*'   a chapter, and all whose name begins so",
            "  runner verify --solutions         the course's solutions, every warning denied",
            "  runner verify --report junit:out/junit.xml --report html:out/report.html",
            "  runner verify --shard 1/4 --report json:part-1.json",
            "  runner -C WORK verify --against bundled   what somebody handed in, by the course's own tests"
        })
final class VerifyCommand extends Command {
    @Parameters(
            arity = "0..*",
            paramLabel = "NAME|CHAPTER|GLOB",
            description = "Which exercises; default: all of the course.")
    List<String> names = new ArrayList<>();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            description = "How many exercises are checked at once. Default: as many as there are cores.")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fail-fast", description = "End with the first exercise that does not pass.")
    boolean failFast;

    @Option(names = "--solutions", description = "Check the solutions instead, every warning of clippy denied.")
    boolean solutions;

    @Mixin
    ReportOptions reports = new ReportOptions();

    @Mixin
    ReportOptions.Price price = new ReportOptions.Price();

    @Mixin
    ShardOptions shards = new ShardOptions();

    @Mixin
    TimeLimit timeLimit = new TimeLimit();

    @Mixin
    ConfinementOptions confinement = new ConfinementOptions();

    @Mixin
    CacheOption cache = new CacheOption();

    @Mixin
    AgainstOptions against = new AgainstOptions();

    VerifyCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        if (jobs < 1) {
            throw new UsageException("--jobs " + jobs + " is too few", "give at least 1");
        }
        String course = against.course();
        if (course != null) {
            return new SubmissionCheck(this).verify(course);
        }
        OpenCourse open = openCourse();
        List<Exercise> selected = Selection.of(open, names);
        if (solutions) {
            selected = withSolution(open, selected);
        }
        VerifyReports told =
                new VerifyReports(this, open, reports, price.cost, shards, solutions, selected, open.store()::load);
        Verification verification = verify(open, told.part(), told.terminal());
        if (!solutions) {
            open.keep(progress -> recorded(progress, verification));
        }
        return told.finish(verification, solutions ? List.of() : open.missingAmong(told.part()));
    }

    private Verification verify(OpenCourse open, List<Exercise> selected, Terminal shown) throws InterruptedException {
        Planner planner = open.planner(timeLimit.duration());
        Function<Exercise, CheckPlan> plans = solutions ? planner::solution : planner::exercise;
        VerifyProgress progress = new VerifyProgress(shown, selected);
        Confinement confined = confinement.confinement(false, context().environment(), terminal());
        Toolchain toolchain = toolchain(open, confined);
        try (Scratch scratch = scratch(open.workspace())) {
            Verifier verifier = new Verifier(
                    selected.size() == 1
                            ? Judges.forOne(toolchain, scratch)
                            : cache.judge(toolchain, scratch, context(), confined),
                    jobs,
                    failFast,
                    context().nanoTime());
            return verifier.verify(selected, plans, progress, context().interruption());
        } finally {
            progress.close();
        }
    }

    private List<Exercise> withSolution(OpenCourse open, List<Exercise> selected) {
        List<Exercise> with = selected.stream()
                .filter(exercise -> Files.isRegularFile(open.workspace().solution(exercise)))
                .toList();
        int without = selected.size() - with.size();
        if (without > 0) {
            terminal()
                    .remark(ProblemView.warning(
                            without + " of " + selected.size() + " exercises have no solution; they are left out"));
        }
        if (with.isEmpty()) {
            throw new UsageException("there is no solution to verify", "leave --solutions out to verify the exercises");
        }
        return with;
    }

    /** What a verification found is what the learner has done; whom it can't judge, it leaves as they were. */
    private Progress recorded(Progress before, Verification verification) {
        Progress after = before;
        for (Result result : verification.results()) {
            if (!(result.verdict() instanceof Verdict.NotRunnable)) {
                after = after.verified(
                        result.exercise(),
                        result.verdict().passed(),
                        context().clock().instant());
            }
        }
        return after;
    }
}
