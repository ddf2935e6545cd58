package dev.runner.cli;

import dev.runner.author.CourseChecker;
import dev.runner.author.CourseReport;
import dev.runner.course.CourseScaffold;
import dev.runner.course.Finding;
import dev.runner.course.ManifestReader;
import dev.runner.course.Workspace;
import dev.runner.progress.ProgressException;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Scratch;
import dev.runner.view.Line;
import dev.runner.view.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner course}: what an author needs. */
@CommandLine.Command(
        name = "course",
        description = "For authors: check a course, or begin a new one.",
        subcommands = {})
final class CourseCommand extends Command {
    CourseCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        throw new UsageException("what about the course?", "type: runner course check, or: runner course new DIR");
    }

    /** {@code runner course check}. */
    @CommandLine.Command(
            name = "check",
            description = "Prove a course: each exercise fails as declared, each solution passes, nothing is astray.")
    static final class Check extends Command {
        @Option(
                names = "--require-solutions",
                negatable = true,
                defaultValue = "true",
                fallbackValue = "true",
                description = "Whether every exercise must have a solution. Default: yes.")
        boolean requireSolutions = true;

        @Option(
                names = {"-j", "--jobs"},
                paramLabel = "N",
                description = "How many exercises are tried at once. Default: as many as there are cores.")
        int jobs = Runtime.getRuntime().availableProcessors();

        @Option(
                names = "--mutants",
                negatable = true,
                defaultValue = "true",
                fallbackValue = "true",
                description = "Whether small changes to the solutions are tried, to find tests that notice nothing."
                        + " Default: yes.")
        boolean mutants = true;

        @Mixin
        CacheOption cache = new CacheOption();

        Check(Context context) {
            super(context);
        }

        @Override
        ExitCode perform() throws InterruptedException {
            if (jobs < 1) {
                throw new UsageException("--jobs " + jobs + " is too few", "give at least 1");
            }
            OpenCourse open = openCourse();
            CourseReport report = check(open);
            report.survivors()
                    .forEach(survivor ->
                            terminal().print(Line.of("note: ", Style.ACCENT).and(survivor)));
            for (Finding finding : report.findings()) {
                terminal().print(Line.of("error: ", Style.FAILURE).and(finding.render()));
            }
            int exercises = open.course().exercises().size();
            int count = report.findings().size();
            if (count > 0) {
                print(count + (count == 1 ? " finding" : " findings") + " in " + exercises + " exercises.");
                return ExitCode.COURSE_INVALID;
            }
            print(
                    "Everything is as it should be: " + exercises + " exercises, " + report.solutions()
                            + " solutions, " + report.wrongAnswers() + " wrong answers, " + report.mutants()
                            + " mutants.",
                    Style.SUCCESS);
            return ExitCode.PASSED;
        }

        private CourseReport check(OpenCourse open) throws InterruptedException {
            Toolchain toolchain = toolchain(open);
            try (Scratch scratch = scratch(open.workspace())) {
                CourseChecker checker = new CourseChecker(
                        open.workspace(),
                        open.course(),
                        ManifestReader.read(open.workspace(), open.course().format()),
                        open.planner(null),
                        cache.judge(toolchain, scratch, context(), Confinement.USUAL),
                        toolchain,
                        scratch,
                        new CourseChecker.Options(requireSolutions, mutants, jobs));
                return checker.check(
                        name -> terminal().transientLine(Line.of("Tried " + name, Style.FAINT)),
                        context().interruption());
            } finally {
                terminal().transientLine(Line.EMPTY);
            }
        }
    }

    /** {@code runner course new}. */
    @CommandLine.Command(
            name = "new",
            description = "Begin a course: a first exercise with solution and hints, ready to be checked.")
    static final class New extends Command {
        @Parameters(index = "0", paramLabel = "DIR", description = "A directory that is empty or not there yet.")
        Path target = Path.of("");

        New(Context context) {
            super(context);
        }

        @Override
        ExitCode perform() {
            Path directory = start().resolve(target).toAbsolutePath().normalize();
            if (Files.exists(directory) && !InitCommand.isEmptyDirectory(directory)) {
                throw new UsageException(directory + " is not empty", "name a directory that is not there yet");
            }
            try {
                Workspace workspace = CourseScaffold.writeTo(directory);
                print("A course with one exercise lies in " + workspace.root());
                print("Check it with: runner -C " + workspace.root() + " course check");
                return ExitCode.PASSED;
            } catch (IOException fault) {
                throw new ProgressException(
                        "the course could not be made: " + fault,
                        "see that there is room and permission to write",
                        fault);
            }
        }
    }
}
