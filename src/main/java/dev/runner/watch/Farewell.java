package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.ExerciseProgress;
import dev.runner.progress.Progress;
import dev.runner.view.Line;
import dev.runner.view.Style;
import dev.runner.view.Theme;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The course's last words, with the learner's figures. */
final class Farewell {
    private Farewell() {}

    static List<Line> lines(Theme theme, Course course, Progress progress) {
        List<ExerciseProgress> all = course.exercises().stream()
                .map((Exercise exercise) -> progress.of(exercise))
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(theme.tick() + " Every exercise is done, and everything passes.", Style.SUCCESS));
        lines.add(Line.EMPTY);
        lines.add(Line.of(course.exercises().size() + " exercises in " + counted(days(all), "day")
                + theme.dot()
                + counted(all.stream().mapToLong(ExerciseProgress::attempts).sum(), "attempt")
                + theme.dot()
                + counted(all.stream().mapToLong(one -> one.hints().size()).sum(), "hint")));
        String message = course.finalMessage();
        if (message != null && !message.isBlank()) {
            lines.add(Line.EMPTY);
            lines.addAll(Line.lines(message.strip(), Style.PLAIN));
        }
        return lines;
    }

    /** From the first verdict to the last, both days counted. */
    private static long days(List<ExerciseProgress> all) {
        List<LocalDate> dates = all.stream()
                .flatMap(one -> Stream.of(one.first(), one.last(), one.done()))
                .filter(Objects::nonNull)
                .map((Instant time) -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                .sorted()
                .toList();
        return dates.isEmpty() ? 0 : ChronoUnit.DAYS.between(dates.get(0), dates.get(dates.size() - 1)) + 1;
    }

    private static String counted(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
