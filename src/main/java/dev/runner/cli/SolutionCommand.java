package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.view.Line;
import dev.runner.view.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner solution}: the course's answer, once the learner has one. */
@CommandLine.Command(name = "solution", description = "Show the solution of an exercise that is done.")
final class SolutionCommand extends Command {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The exercise; default: the current.")
    @Nullable
    String name;

    @Option(names = "--force", description = "Show it although the exercise is pending.")
    boolean force;

    SolutionCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        OpenCourse open = openCourse();
        Exercise exercise = open.exercise(name);
        if (!force && !open.store().load().isDone(exercise)) {
            print(exercise.name() + " is pending. Its solution is shown once it is done.");
            print("A hint: runner hint " + exercise.name() + "    All the same: runner solution " + exercise.name()
                    + " --force");
            return ExitCode.NOT_PASSED;
        }
        Path file = open.workspace().solution(exercise);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            terminal().print(Line.of(file.toString(), Style.FAINT));
            terminal().print(Line.lines(text, Style.PLAIN));
            return ExitCode.PASSED;
        } catch (IOException none) {
            print("The course has no solution for " + exercise.name() + " (looked for " + file + ").");
            return ExitCode.NOT_PASSED;
        }
    }
}
