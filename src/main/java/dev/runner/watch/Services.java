package dev.runner.watch;

import dev.runner.course.Exercise;

/** What a watch asks others for. Each call may take a while and is made on a thread of its own. */
public interface Services {
    /** The compiler's explanation of a code, or why there is none. */
    String explain(String code) throws InterruptedException;

    /** The course's solution; empty where there is none. */
    String solution(Exercise exercise);

    /** What the learner's file holds. */
    String own(Exercise exercise);

    /**
     * Opens the exercise in the learner's editor.
     *
     * @param lend runs an editor that needs the terminal
     * @return what to say, one line
     */
    String edit(Exercise exercise, java.util.function.Consumer<Runnable> lend);

    /** Whether the editor is to follow the learner from exercise to exercise. */
    boolean editorFollows();

    /** Opens the exercise's page of the Book where that can be done; what to say, one line. */
    String book(Exercise exercise);

    /**
     * Makes the exercise what it was.
     *
     * @return what to say, one line
     * @throws IllegalStateException if that can't be done; the message says why
     */
    String reset(Exercise exercise) throws InterruptedException;

    /** Takes the last reset back; what to say, one line. */
    String undo();
}
