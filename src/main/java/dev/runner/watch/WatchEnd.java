package dev.runner.watch;

/** How a watch came to its end. */
public enum WatchEnd {
    /** The learner left. */
    LEFT,
    /** Nobody was at the keyboard, and the exercise did not pass. */
    NOT_PASSED,
    /** The learner pressed Ctrl-C. */
    INTERRUPTED
}
