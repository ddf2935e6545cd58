package dev.runner.toolchain;

import org.jspecify.annotations.Nullable;

/**
 * One message of the compiler or of clippy, as in rustc's JSON output.
 *
 * @param level how bad it is
 * @param code an error code such as {@code E0382} or a lint such as {@code clippy::needless_return}; null where the
 *     compiler gives none, as for syntax errors
 * @param message the message's first line
 * @param file the file of the primary place, as the compiler was given it; empty where there is none
 * @param line its line, from 1; 0 where there is none
 * @param column its column in characters, from 1; 0 where there is none
 * @param rendered the whole message as rustc prints it, with ANSI colours
 */
public record Diagnostic(
        Level level, @Nullable String code, String message, String file, int line, int column, String rendered) {
    /** How bad a diagnostic is. */
    public enum Level {
        ERROR,
        WARNING,
        NOTE
    }

    /** Whether it is an error. */
    public boolean isError() {
        return level == Level.ERROR;
    }

    /** Whether it comes from a lint, whose level can be set, and not from the language's rules. */
    public boolean isLint() {
        return code != null && !isErrorCode(code);
    }

    private static boolean isErrorCode(String code) {
        return code.length() == 5
                && code.charAt(0) == 'E'
                && code.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
