package dev.runner.toolchain;

/** There is no Rust toolchain, or it can't be used. The message says what happened, {@link #help} what to do. */
public final class ToolchainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    /**
     * @param message what happened, one or more lines
     * @param help what to type or do next
     */
    public ToolchainException(String message, String help) {
        super(message);
        this.help = help;
    }

    /** What to type or do next. */
    public String help() {
        return help;
    }
}
