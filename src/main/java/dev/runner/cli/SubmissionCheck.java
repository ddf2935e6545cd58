package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.course.Workspace;
import dev.runner.progress.HandedInProgress;
import dev.runner.toolchain.CleanToolchain;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Judges;
import dev.runner.verify.Scratch;
import dev.runner.verify.Verification;
import dev.runner.verify.Verifier;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code runner verify --against}: what somebody handed in, judged by a course that nobody touched. Nothing is read from
 * the submission but its exercises' files and, where hints cost something, which it says were revealed; nothing is written
 * there.
 */
final class SubmissionCheck {
    private final VerifyCommand command;

    SubmissionCheck(VerifyCommand command) {
        this.command = command;
    }

    ExitCode verify(String name) throws InterruptedException {
        Path root = submission();
        try (Scratch scratch = command.temporary()) {
            AgainstCourse against = AgainstCourse.open(name, command, scratch);
            List<Exercise> selected = Selection.of(against.course(), command.names);
            against.changes(root).stream().map(ProblemView::warning).forEach(command.terminal()::remark);
            if (!command.solutions) {
                command.price.warn(command.terminal());
            }
            VerifyReports told = new VerifyReports(
                    command,
                    against.course(),
                    command.reports,
                    command.price.cost,
                    command.shards,
                    command.solutions,
                    selected,
                    () -> HandedInProgress.in(root));
            Verification verification = verify(against, root, told.part(), told.terminal(), scratch);
            // A file that is missing is that exercise's verdict.
            return told.finish(verification, List.of());
        }
    }

    private Verification verify(
            AgainstCourse against, Path root, List<Exercise> selected, Terminal shown, Scratch scratch)
            throws InterruptedException {
        Context context = command.context();
        Toolchain toolchain = new CleanToolchain(
                command.toolchainIn(
                        against.toolchainDirectory(),
                        command.confinement.confinement(true, context.environment(), command.terminal())),
                context.environment());
        VerifyProgress progress = new VerifyProgress(shown, selected);
        try {
            Verifier verifier = new Verifier(
                    Judges.forSubmissions(toolchain, scratch, selected.size() == 1),
                    command.jobs,
                    command.failFast,
                    context.nanoTime());
            return verifier.verify(
                    selected,
                    against.plans(root, command.solutions, command.timeLimit.duration()),
                    progress,
                    context.interruption());
        } finally {
            progress.close();
        }
    }

    /** The directory that {@code -C} names, whatever it holds; without it, the course here or above. */
    private Path submission() {
        Path start = command.start().toAbsolutePath().normalize();
        return command.common.directory() != null
                ? start
                : Workspace.find(start).map(Workspace::root).orElse(start);
    }
}
