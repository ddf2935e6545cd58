package dev.runner.course;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A defect of the course: what is wrong, where, and what would be right.
 *
 * @param file the file, relative to the course's directory where it lies in it
 * @param line its line, from 1; 0 where the whole file is meant
 * @param key the key or construct, such as {@code exercises[3].name}; null where there is none
 * @param problem what is wrong, one line, without a full stop
 * @param expected what was expected instead, one line; null where the problem says it all
 */
public record Finding(
        String file,
        int line,
        @Nullable String key,
        String problem,
        @Nullable String expected) {
    /** The order in which findings are reported: by file, then by line. */
    public static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparingInt(Finding::line);

    /** {@code file:line: key: problem (expected …)} on one line. */
    public String render() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (key != null) {
            text.append(key).append(": ");
        }
        text.append(problem);
        if (expected != null) {
            text.append("; expected ").append(expected);
        }
        return text.toString();
    }
}
