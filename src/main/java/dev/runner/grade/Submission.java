package dev.runner.grade;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What somebody handed in.
 *
 * @param name what it is called in tables; no control characters
 * @param id the name of its files among the reports: safe on every file system, and no other submission's
 * @param root the directory in which {@code exercises} lies, absolute
 * @param problem why it can't be graded at all, or null
 */
public record Submission(
        String name, String id, Path root, @Nullable String problem) {}
