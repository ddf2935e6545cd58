package dev.runner.watch;

/** The help of the watch. */
final class HelpText {
    private HelpText() {}

    static final String TEXT = """
            Open the exercise that is named at the bottom in your editor and save it: it is checked at once.

            n  next pending exercise          p  previous exercise
            g  go to an exercise by name      l  list of all exercises
            r  run the check again            c  check all exercises

            h  next stage of the hint         H  all stages seen so far
            e  explain the error code         d  the page of the Book
            s  the solution, once passed      m  all errors, or the first only

            o  open in your editor            x  reset the exercise (asks first)
            u  undo the last reset            ?  this help
            q  quit; progress is kept

            Space, b, and the arrow keys scroll. Ctrl-Z stops the watch, and fg brings it back.
            """;
}
