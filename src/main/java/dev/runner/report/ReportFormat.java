package dev.runner.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of reports, by the names that a command line gives them. */
public enum ReportFormat {
    /** What {@code runner verify} prints. */
    TEXT,
    /** Ours, complete: every other can be made from it. */
    JSON,
    /** JUnit XML in the dialect that Jenkins and GitLab read. */
    JUNIT,
    /** GitHub's annotations, and a summary of the step. */
    GITHUB,
    /** GitHub Classroom's payload. */
    CLASSROOM,
    /** {@code check_result.json} of the class forks. */
    CLASS,
    /** The same in its later form, "schema 1". */
    CLASS1,
    /** Exercism's {@code results.json}. */
    EXERCISM,
    /** One page for people. */
    HTML;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name. */
    public static Optional<ReportFormat> named(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(ReportFormat::id).collect(Collectors.joining(", "));
    }
}
