package dev.runner.report;

/** A report can't be read, or reports can't be joined. The message says why, {@link #help} what to do. */
public final class ReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /** @param help what to do about it */
    public ReportException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to do about it. */
    public String help() {
        return help;
    }
}
