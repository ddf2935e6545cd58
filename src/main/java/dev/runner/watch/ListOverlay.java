package dev.runner.watch;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.view.CatalogueView;
import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.List;
import java.util.Locale;

/** All exercises, to choose one from. */
final class ListOverlay implements Overlay {
    /** Which exercises are shown. */
    private enum Filter {
        ALL("All exercises"),
        DONE("Done"),
        PENDING("Pending");

        private final String text;

        Filter(String text) {
            this.text = text;
        }
    }

    private final Course course;
    private final WatchSession session;
    private Filter filter = Filter.ALL;
    private String query = "";
    private boolean typing;
    private Exercise marked;
    private int page = 10;

    ListOverlay(Course course, WatchSession session) {
        this.course = course;
        this.session = session;
        this.marked = session.current();
    }

    @Override
    public Frame frame(Theme theme, Size size) {
        page = Math.max(1, size.rows() - 3);
        List<Exercise> shown = shown();
        int index = Math.max(0, shown.indexOf(marked));
        return new CatalogueView(theme, course, session.progress(), session.current())
                .frame(size, shown, index, filter.text, query, typing);
    }

    private List<Exercise> shown() {
        Progress progress = session.progress();
        String wanted = query.toLowerCase(Locale.ROOT);
        return course.exercises().stream()
                .filter(exercise -> filter == Filter.ALL || progress.isDone(exercise) == (filter == Filter.DONE))
                .filter(exercise -> fits(exercise, wanted))
                .toList();
    }

    private static boolean fits(Exercise exercise, String wanted) {
        String description = exercise.description() == null ? "" : exercise.description();
        return (exercise.chapter() + "/" + exercise.name() + " " + description)
                .toLowerCase(Locale.ROOT)
                .contains(wanted);
    }

    @Override
    public void key(Key key, WatchSession unused, List<Effect> effects) {
        switch (key.kind()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case PAGE_UP -> move(-page);
            case PAGE_DOWN -> move(page);
            case HOME -> move(-course.exercises().size());
            case END -> move(course.exercises().size());
            case ENTER -> enter(effects);
            case ESCAPE -> escape();
            case BACKSPACE ->
                search(query.isEmpty() ? "" : query.substring(0, query.offsetByCodePoints(query.length(), -1)));
            case CHARACTER -> {
                if (typing) {
                    search(query + Character.toString(key.character()));
                } else {
                    letter(key, effects);
                }
            }
            default -> {
                // Others mean nothing here.
            }
        }
    }

    private void letter(Key key, List<Effect> effects) {
        switch (Character.toLowerCase(key.character())) {
            case 'j' -> move(1);
            case 'k' -> move(-1);
            case ' ' -> move(page);
            case 'd' -> show(Filter.DONE);
            case 'p' -> show(Filter.PENDING);
            case 'a' -> show(Filter.ALL);
            case 'c' -> enter(effects);
            case 'x' -> session.askReset(marked, this);
            case '/' -> typing = true;
            case 'l', 'q' -> session.closeOverlay();
            default -> {
                // Others mean nothing here.
            }
        }
    }

    private void enter(List<Effect> effects) {
        if (typing) {
            typing = false;
        } else if (shown().contains(marked)) {
            session.closeOverlay();
            session.moveTo(marked, effects);
        }
    }

    private void escape() {
        if (typing || !query.isEmpty()) {
            typing = false;
            search("");
        } else {
            session.closeOverlay();
        }
    }

    /** The same key once more shows all again. */
    private void show(Filter wanted) {
        filter = filter == wanted ? Filter.ALL : wanted;
        stayInside();
    }

    private void search(String text) {
        query = text;
        stayInside();
    }

    private void stayInside() {
        List<Exercise> shown = shown();
        if (!shown.isEmpty() && !shown.contains(marked)) {
            marked = shown.get(0);
        }
    }

    private void move(int by) {
        List<Exercise> shown = shown();
        if (!shown.isEmpty()) {
            int index = Math.max(0, shown.indexOf(marked));
            marked = shown.get(Math.max(0, Math.min(shown.size() - 1, index + by)));
        }
    }
}
