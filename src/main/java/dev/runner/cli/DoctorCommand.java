package dev.runner.cli;

import dev.runner.course.Course;
import dev.runner.course.CourseException;
import dev.runner.course.CourseReader;
import dev.runner.course.Workspace;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.ToolchainException;
import dev.runner.verify.Scratch;
import dev.runner.verify.Trial;
import dev.runner.view.Line;
import dev.runner.view.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** {@code runner doctor}: whether everything that is needed is there and works. */
@CommandLine.Command(name = "doctor", description = "See whether everything that is needed is there and works.")
final class DoctorCommand extends Command {
    private ExitCode worst = ExitCode.PASSED;

    DoctorCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() throws InterruptedException {
        good("runner", context().version());
        good("Java", System.getProperty("java.version") + " in " + System.getProperty("java.home"));
        Optional<Workspace> workspace =
                Workspace.find(start()).or(() -> context().home().flatMap(Workspace::find));
        Path place = workspace.map(Workspace::root).orElse(start());
        toolchain(place);
        workspace.ifPresentOrElse(
                this::course,
                () -> bad("course", "none here", "go to a course, or type: runner init DIR", ExitCode.COURSE_INVALID));
        return worst;
    }

    private void toolchain(Path place) throws InterruptedException {
        try {
            Toolchain toolchain = context().toolchains().locate(place, Confinement.USUAL);
            good("sysroot", toolchain.release().sysroot().toString());
            version(toolchain, place, Tool.RUSTC);
            version(toolchain, place, Tool.CARGO);
            version(toolchain, place, Tool.CLIPPY_DRIVER);
            version(toolchain, place, Tool.RUSTFMT);
            trial(toolchain, place);
        } catch (ToolchainException fault) {
            bad("rustc", String.valueOf(fault.getMessage()), fault.help(), ExitCode.TOOLCHAIN_UNUSABLE);
        }
    }

    private void version(Toolchain toolchain, Path place, Tool tool) throws InterruptedException {
        boolean needed = tool == Tool.RUSTC || tool == Tool.CARGO;
        try {
            Completion completion = toolchain.run(
                    Invocation.of(tool, List.of("--version"), place).withLimits(Limits.PROGRAM),
                    context().interruption());
            String said = completion.output().text().strip();
            if (completion.succeeded()) {
                good(tool.executable(), said);
            } else {
                bad(
                        tool.executable(),
                        "ends with exit code " + completion.exitCode(),
                        "reinstall Rust",
                        ExitCode.TOOLCHAIN_UNUSABLE);
            }
        } catch (ToolchainException missing) {
            bad(
                    tool.executable(),
                    "is not installed",
                    missing.help(),
                    needed ? ExitCode.TOOLCHAIN_UNUSABLE : ExitCode.PASSED);
        }
    }

    /** A compiler without a linker says its version and can do nothing. */
    private void trial(Toolchain toolchain, Path place) throws InterruptedException {
        try (Scratch scratch = scratch(new Workspace(place))) {
            Optional<String> fault =
                    new Trial(toolchain, scratch).fault(context().interruption());
            if (fault.isEmpty()) {
                good("building", "a program builds and runs");
            } else {
                bad(
                        "building",
                        fault.get(),
                        "install a C linker (Debian: build-essential, macOS: xcode-select --install)",
                        ExitCode.TOOLCHAIN_UNUSABLE);
            }
        }
    }

    private void course(Workspace workspace) {
        try {
            Course course = CourseReader.read(workspace);
            int missing = CourseReader.missingSources(workspace, course).size();
            good("course", course.exercises().size() + " exercises in " + workspace.root());
            if (missing > 0) {
                bad("course", missing + " files are missing", "see: runner course check", ExitCode.COURSE_INVALID);
            }
        } catch (CourseException broken) {
            bad("course", broken.findings().get(0).render(), "see: runner list", ExitCode.COURSE_INVALID);
        }
        boolean writable = Files.isWritable(workspace.root());
        if (writable) {
            good("progress", "can be kept in " + workspace.stateDirectory());
        } else {
            bad("progress", workspace.root() + " can't be written to", "make a copy of the course", ExitCode.PASSED);
        }
    }

    private void good(String what, String fact) {
        terminal()
                .print(Line.of(terminal().theme().tick() + " " + what, Style.SUCCESS)
                        .and("  " + fact));
    }

    private void bad(String what, String problem, String help, ExitCode code) {
        terminal()
                .print(Line.of(terminal().theme().cross() + " " + what, Style.FAILURE)
                        .and("  " + problem));
        terminal().print(Line.of("  help: ", Style.ACCENT).and(help));
        if (worst == ExitCode.PASSED || code == ExitCode.TOOLCHAIN_UNUSABLE) {
            worst = code;
        }
    }
}
