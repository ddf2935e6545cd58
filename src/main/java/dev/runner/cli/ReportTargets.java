package dev.runner.cli;

import dev.runner.progress.AtomicFile;
import dev.runner.report.Report;
import dev.runner.report.ReportFormat;
import dev.runner.report.Reports;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import dev.runner.view.Theme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where reports go. Without FILE, or with {@code -}, a report goes to standard output; but {@code github} goes there beside
 * the usual text, {@code classroom} goes to {@code $GITHUB_OUTPUT} where that is set, and {@code class} and {@code class1} go
 * to {@code .github/result/check_result.json} in the course. Only one report may have standard output; where it is one that a
 * program reads, the usual text goes to standard error.
 */
final class ReportTargets {
    private static final String CHECK_RESULT = ".github/result/check_result.json";
    private static final String STANDARD_OUTPUT = "standard output";

    /**
     * One report.
     *
     * @param file where it goes, or null for standard output
     * @param append whether it is added to what other steps wrote
     */
    private record Target(ReportFormat format, @Nullable Path file, boolean append) {
        /** Whether nothing else may stand on standard output. */
        boolean exclusive() {
            return file == null && format != ReportFormat.TEXT && format != ReportFormat.GITHUB;
        }

        String place() {
            return file == null ? STANDARD_OUTPUT : file.toString();
        }
    }

    private final List<Target> targets;
    private final Map<String, String> environment;

    private ReportTargets(List<Target> targets, Map<String, String> environment) {
        this.targets = targets;
        this.environment = environment;
    }

    /**
     * Reads what {@code --report} said, and makes the directories.
     *
     * @param directory what FILE is relative to
     * @param courseDirectory what the usual place of {@code class} is relative to
     * @throws UsageException if a format is unknown, two reports have one place, or a place can't be written
     */
    static ReportTargets parse(
            List<String> specifications, Map<String, String> environment, Path directory, Path courseDirectory) {
        List<Target> targets = new ArrayList<>();
        for (String specification : specifications) {
            Target target = target(specification, environment, directory, courseDirectory);
            for (Target other : targets) {
                checkApart(other, target);
            }
            targets.add(target);
        }
        targets.forEach(ReportTargets::prepare);
        return new ReportTargets(List.copyOf(targets), environment);
    }

    private static Target target(
            String specification, Map<String, String> environment, Path directory, Path courseDirectory) {
        int colon = specification.indexOf(':');
        String name = colon < 0 ? specification : specification.substring(0, colon);
        String file = colon < 0 ? "" : specification.substring(colon + 1);
        ReportFormat format = ReportFormat.named(name)
                .orElseThrow(() -> new UsageException(
                        "there is no report format \"" + name + "\"", "the formats are: " + ReportFormat.names()));
        if (colon >= 0 && file.isBlank()) {
            throw new UsageException(
                    "--report " + specification + " names no file", "write " + name + ":FILE, or " + name + " alone");
        }
        if (file.equals("-")) {
            return new Target(format, null, false);
        }
        if (!file.isEmpty()) {
            return new Target(format, path(specification, directory, file), false);
        }
        String output = environment.getOrDefault("GITHUB_OUTPUT", "");
        if (format == ReportFormat.CLASSROOM && !output.isBlank()) {
            return new Target(format, path("GITHUB_OUTPUT", directory, output), true);
        }
        boolean ofClass = format == ReportFormat.CLASS || format == ReportFormat.CLASS1;
        return new Target(format, ofClass ? path(name, courseDirectory, CHECK_RESULT) : null, false);
    }

    private static Path path(String what, Path directory, String file) {
        try {
            return directory.resolve(file).toAbsolutePath().normalize();
        } catch (InvalidPathException wrong) {
            throw new UsageException(what + " names no file: " + wrong.getMessage(), "give another FILE");
        }
    }

    private static void checkApart(Target one, Target other) {
        boolean same = one.file() == null
                ? other.file() == null && (one.format() == other.format() || one.exclusive() || other.exclusive())
                : one.file().equals(other.file());
        if (same) {
            throw new UsageException(
                    "the reports " + one.format().id() + " and "
                            + other.format().id() + " both go to " + one.place(),
                    "give one of them a file: --report " + other.format().id() + ":FILE");
        }
    }

    private static void prepare(Target target) {
        Path file = target.file();
        if (file == null) {
            return;
        }
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            boolean writable = Files.exists(file) ? Files.isWritable(file) : parent != null && Files.isWritable(parent);
            if (Files.isDirectory(file)) {
                throw new UsageException(
                        "the " + target.format().id() + " report can't go to " + file + ": it is a directory",
                        "name a file in it");
            }
            if (!writable) {
                throw new AccessDeniedException(file.toString());
            }
        } catch (IOException fault) {
            throw new UsageException(
                    "the " + target.format().id() + " report can't go to " + file + ": " + said(fault),
                    "see that there is permission to write, or name another FILE");
        }
    }

    /** Whether standard output belongs to a report that a program reads, so that the usual text must keep off. */
    boolean claimStandardOutput() {
        return targets.stream().anyMatch(Target::exclusive);
    }

    /** Whether there is any report. */
    boolean any() {
        return !targets.isEmpty();
    }

    /**
     * Writes all of them. One that can't be written keeps no other from it.
     *
     * @return whether all were written
     */
    boolean write(Report report, Terminal terminal) {
        boolean all = true;
        for (Target target : targets) {
            all &= written(target, report, terminal);
        }
        return all;
    }

    private boolean written(Target target, Report report, Terminal terminal) {
        Path file = target.file();
        try {
            if (file == null) {
                if (target.format() != ReportFormat.TEXT) {
                    terminal.raw(text(target, report));
                }
            } else if (target.append() || Files.exists(file) && !Files.isRegularFile(file)) {
                append(file, target.append() ? Reports.classroomOutput(report) : text(target, report));
            } else {
                AtomicFile.write(file, text(target, report));
            }
            summary(target, report);
            return true;
        } catch (IOException fault) {
            ProblemView.lines(
                            "the " + target.format().id() + " report could not be written to " + target.place() + ": "
                                    + said(fault),
                            "see that there is room and permission to write, and run it again")
                    .forEach(terminal::remark);
            return false;
        }
    }

    private String text(Target target, Report report) {
        return target.format() == ReportFormat.TEXT
                ? TextReport.write(report, new Theme(false, true))
                : Reports.write(report, target.format(), environment);
    }

    private void summary(Target target, Report report) throws IOException {
        String summary = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
        if (target.format() == ReportFormat.GITHUB && !summary.isBlank()) {
            append(Path.of(summary), Reports.githubSummary(report));
        }
    }

    private static void append(Path file, String text) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What went wrong with a file, in words: Java's messages hold the name alone. */
    static String said(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (fault instanceof FileAlreadyExistsException file) {
            return file.getFile() + " is no directory";
        }
        return Optional.ofNullable(fault.getMessage()).orElse(fault.toString());
    }
}
