package dev.runner.cli;

/** The command line asks for what can't be done. The message says why, {@link #help} what to type instead. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String help;

    UsageException(String message, String help) {
        super(message);
        this.help = help;
    }

    String help() {
        return help;
    }
}
