package dev.runner.cli;

import dev.runner.progress.Backups;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** {@code runner undo}: takes the last reset back. */
@CommandLine.Command(name = "undo", description = "Take the last reset back; once more takes that back.")
final class UndoCommand extends Command {
    UndoCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        OpenCourse open = openCourse();
        List<Path> back = new Backups(open.workspace()).undo();
        if (back.isEmpty()) {
            print("There is nothing to undo.");
            return ExitCode.NOT_PASSED;
        }
        back.forEach(path -> print("Back: " + path));
        return ExitCode.PASSED;
    }
}
