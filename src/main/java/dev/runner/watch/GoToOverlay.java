package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.PromptView;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.List;
import java.util.Locale;

/** Asks for the name of an exercise to go to, and completes it. */
final class GoToOverlay implements Overlay {
    private final Course course;
    private String typed = "";

    GoToOverlay(Course course) {
        this.course = course;
    }

    @Override
    public Frame frame(Theme theme, Size size) {
        return new PromptView(theme)
                .frame(
                        size,
                        "Go to",
                        typed,
                        candidates().stream().map(Exercise::name).toList());
    }

    /** Those whose name begins so, then those that hold it. */
    private List<Exercise> candidates() {
        String wanted = typed.toLowerCase(Locale.ROOT);
        List<Exercise> begin = course.exercises().stream()
                .filter(exercise -> exercise.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
        return begin.isEmpty()
                ? course.exercises().stream()
                        .filter(exercise ->
                                exercise.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList()
                : begin;
    }

    @Override
    public void key(Key key, WatchSession session, List<Effect> effects) {
        switch (key.kind()) {
            case ESCAPE -> session.closeOverlay();
            case BACKSPACE ->
                typed = typed.isEmpty() ? "" : typed.substring(0, typed.offsetByCodePoints(typed.length(), -1));
            case CHARACTER -> typed += Character.toString(key.character());
            case TAB -> typed = completed();
            case ENTER -> {
                List<Exercise> candidates = candidates();
                if (!candidates.isEmpty() && !typed.isEmpty()) {
                    session.closeOverlay();
                    session.moveTo(candidates.get(0), effects);
                }
            }
            default -> {
                // Others mean nothing here.
            }
        }
    }

    /** What all candidates begin with. */
    private String completed() {
        List<String> names = candidates().stream().map(Exercise::name).toList();
        String common = names.isEmpty() ? typed : names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common.length() < typed.length() ? typed : common;
    }
}
