package dev.runner.progress;

/** The learner's progress or a backup can't be read or kept. The message says what happened, {@link #help} what to do. */
public final class ProgressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * @param message what happened
     * @param help what to type or do next
     * @param cause what the system said, or null
     */
    public ProgressException(String message, String help, @org.jspecify.annotations.Nullable Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    /** What to type or do next. */
    public String help() {
        return help;
    }
}
