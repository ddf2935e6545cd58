package dev.runner.cli;

import dev.runner.course.Workspace;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Scratch;
import dev.runner.view.Line;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all commands share: the options that every one takes, and the way to the course. */
abstract class Command implements Callable<Integer> {
    private final Context context;
    private @Nullable Terminal terminal;

    @Mixin
    final CommonOptions common;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    Command(Context context) {
        this.context = context;
        this.common = context.options();
    }

    /** Does it. */
    abstract ExitCode perform() throws InterruptedException;

    /**
     * Takes an exercise's name as its only argument, as picocli would fill it in; false, and nothing done, if it is no
     * command for that.
     */
    boolean takesName(String exercise) {
        return false;
    }

    @Override
    public final Integer call() throws InterruptedException {
        return perform().code();
    }

    final Context context() {
        return context;
    }

    final Terminal terminal() {
        if (terminal == null) {
            terminal = context.terminals().apply(common.colour());
        }
        return terminal;
    }

    final void print(String text) {
        terminal().print(Line.of(text));
    }

    final void print(String text, Style style) {
        terminal().print(Line.of(text, style));
    }

    /** The directory that {@code -C} or the shell names. */
    final Path start() {
        Path named = common.directory();
        if (named == null) {
            return context.directory();
        }
        Path start = context.directory().resolve(named);
        if (!Files.isDirectory(start)) {
            throw new UsageException("there is no directory " + start, "give -C a course's directory");
        }
        return start;
    }

    /** The course here or above; where there is none, the one that lies with the launcher. */
    final OpenCourse openCourse() {
        Path start = start();
        Optional<Workspace> here = Workspace.find(start);
        if (here.isEmpty() && common.directory() == null && context.home().isPresent()) {
            Optional<Workspace> shipped = Workspace.find(context.home().get());
            shipped.ifPresent(found ->
                    terminal().remark(Line.of("No course here; using the one in " + found.root(), Style.FAINT)));
            here = shipped;
        }
        // Where there is none, the reader says so, and what to do.
        return OpenCourse.open(here.orElseGet(() -> new Workspace(start)), context, terminal());
    }

    final Toolchain toolchain(OpenCourse course) {
        return toolchain(course, Confinement.USUAL);
    }

    final Toolchain toolchain(OpenCourse course, Confinement confinement) {
        return toolchainIn(course.workspace().root(), confinement);
    }

    /** The toolchain that is active in that directory. */
    final Toolchain toolchainIn(Path directory, Confinement confinement) {
        Toolchain toolchain = context.toolchains().locate(directory, confinement);
        if (!toolchain.release().clippy()) {
            terminal()
                    .remark(Line.of(
                            "clippy is not installed, so nothing is linted; to get it: rustup component add clippy",
                            Style.WARNING));
        }
        return toolchain;
    }

    /** Where compilers may write: the system's place for that, or the workspace if that is full. */
    final Scratch scratch(Workspace workspace) {
        List<Path> candidates = temporaryDirectories();
        candidates.add(workspace.stateDirectory().resolve("tmp"));
        return new Scratch(candidates);
    }

    /** Where compilers may write, never in a workspace. */
    final Scratch temporary() {
        return new Scratch(temporaryDirectories());
    }

    private List<Path> temporaryDirectories() {
        List<Path> candidates = new ArrayList<>();
        String named = context.environment().get("TMPDIR");
        if (named != null && !named.isEmpty()) {
            candidates.add(Path.of(named));
        }
        candidates.add(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        return candidates;
    }
}
