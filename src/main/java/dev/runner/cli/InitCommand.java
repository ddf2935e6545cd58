package dev.runner.cli;

import dev.runner.course.BundledCourse;
import dev.runner.course.CourseReader;
import dev.runner.course.Workspace;
import dev.runner.progress.ProgressException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** {@code runner init}: a workspace of one's own with the bundled course. */
@CommandLine.Command(
        name = "init",
        description = "Make a workspace with the bundled course, outside the program's own sources.",
        footer = {"", "Example:", "  runner init ~/rust-course"})
final class InitCommand extends Command {
    @Parameters(index = "0", paramLabel = "DIR", description = "A directory that is empty or not there yet.")
    Path target = Path.of("");

    InitCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        Path directory = start().resolve(target).toAbsolutePath().normalize();
        refuse(directory);
        try {
            Workspace workspace = BundledCourse.copyTo(directory);
            new TestRecord(workspace, context().version()).write(CourseReader.read(workspace));
            print("The course lies in " + workspace.root());
            String launcher = context()
                    .home()
                    .map(home -> home.resolve("runner").toString())
                    .orElse("runner");
            print("Start it with: cd " + workspace.root() + " && " + launcher + " watch");
            return ExitCode.PASSED;
        } catch (IOException fault) {
            throw new ProgressException(
                    "the workspace could not be made: " + fault,
                    "see that there is room and permission to write",
                    fault);
        }
    }

    private static void refuse(Path directory) {
        if (Files.exists(directory) && !isEmptyDirectory(directory)) {
            throw new UsageException(directory + " is not empty", "name a directory that is not there yet");
        }
        Optional<Workspace> around = Workspace.find(directory);
        if (around.isPresent()) {
            throw new UsageException(
                    directory + " lies inside the course in " + around.get().root(), "name a place outside of it");
        }
    }

    static boolean isEmptyDirectory(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException notADirectory) {
            return false;
        }
    }
}
