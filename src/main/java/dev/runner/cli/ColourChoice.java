package dev.runner.cli;

/** When output is coloured: {@code --color}. */
public enum ColourChoice {
    /** On a terminal that can, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER;

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
