package dev.runner.watch;

import dev.runner.course.Exercise;
import dev.runner.verify.Result;
import dev.runner.view.Frame;
import dev.runner.view.Key;
import dev.runner.view.MapView;
import dev.runner.view.Size;
import dev.runner.view.Theme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A verification of the whole course, while it goes on and after. */
final class AllOverlay implements Overlay {
    private final List<Exercise> exercises;
    private final long number;
    private final boolean closing;
    private final Map<String, Result> results = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private boolean ended;
    private int offset;
    private int furthest;

    /** @param closing whether the course ends with it, if everything passes */
    AllOverlay(List<Exercise> exercises, long number, boolean closing) {
        this.exercises = exercises;
        this.number = number;
        this.closing = closing;
    }

    long number() {
        return number;
    }

    boolean closing() {
        return closing;
    }

    void started(Exercise exercise) {
        running.add(exercise.name());
    }

    void judged(Result result) {
        running.remove(result.exercise().name());
        results.put(result.exercise().name(), result);
    }

    void ended() {
        ended = true;
        running.clear();
    }

    /** Whether every exercise was judged and passed. */
    boolean allPassed() {
        return results.size() == exercises.size()
                && results.values().stream().allMatch(result -> result.verdict().passed());
    }

    @Override
    public Frame frame(Theme theme, Size size) {
        MapView view = new MapView(theme, exercises);
        furthest = view.furthestOffset(size, results, running, ended);
        return view.frame(size, results, running, ended, offset);
    }

    @Override
    public void key(Key key, WatchSession session, List<Effect> effects) {
        switch (key.kind()) {
            case DOWN -> scroll(1);
            case UP -> scroll(-1);
            case PAGE_DOWN -> scroll(10);
            case PAGE_UP -> scroll(-10);
            case ESCAPE -> leave(session, effects);
            case CHARACTER -> {
                if (key.is(' ')) {
                    scroll(10);
                } else if (key.is('q') || key.is('c')) {
                    leave(session, effects);
                }
            }
            default -> {
                // Others mean nothing here.
            }
        }
    }

    private void leave(WatchSession session, List<Effect> effects) {
        if (!ended) {
            effects.add(new Effect.CancelCheckAll());
            ended();
        } else {
            session.closeOverlay();
        }
    }

    private void scroll(int lines) {
        offset = Math.max(0, Math.min(furthest, offset + lines));
    }
}
