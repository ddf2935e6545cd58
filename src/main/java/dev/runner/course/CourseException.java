package dev.runner.course;

import java.util.List;
import java.util.stream.Collectors;

/** The course cannot be used; it carries everything that was found wrong, in the order to report it. */
public final class CourseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Finding> findings;

    /** @param findings what is wrong, at least one */
    public CourseException(List<Finding> findings) {
        super(findings.stream().sorted(Finding.ORDER).map(Finding::render).collect(Collectors.joining("\n")));
        this.findings = findings.stream().sorted(Finding.ORDER).toList();
    }

    /** What is wrong, by file and line. */
    public List<Finding> findings() {
        return findings;
    }
}
