package dev.runner.cli;

import dev.runner.grade.KeptReports;
import dev.runner.grade.Submission;
import dev.runner.progress.AtomicFile;
import dev.runner.report.GradeRow;
import dev.runner.report.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --csv}, {@code --html} and {@code --output}: where grades go. */
final class GradeFiles {
    @Nullable
    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write the table as CSV, with a column per exercise; - for standard output.")
    Path csv;

    @Nullable
    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write the table as a page; with --output its names lead to a page per submission.")
    Path html;

    @Nullable
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Keep a report per submission in DIR (NAME.json). What is unchanged there is not judged again:"
                            + " so an interrupted run goes on, and parts of --shard are joined.")
    Path output;

    @Option(names = "--force", description = "Judge anew also what --output has a report of.")
    boolean force;

    /** Whether standard output belongs to the CSV. */
    boolean claimStandardOutput() {
        return csv != null && csv.toString().equals("-");
    }

    /**
     * Makes directories, and makes sure that what is to be written can be, and lies in no submission.
     *
     * @param directory what the options' paths are relative to
     */
    void prepare(List<Submission> submissions, Path directory) {
        if (csv != null && !claimStandardOutput()) {
            prepareFile("--csv", directory.resolve(csv), submissions);
        }
        if (html != null) {
            prepareFile("--html", directory.resolve(html), submissions);
        }
        if (output != null) {
            prepareDirectory("--output " + output, directory.resolve(output), submissions);
        }
        if (csv != null
                && html != null
                && directory
                        .resolve(csv)
                        .normalize()
                        .equals(directory.resolve(html).normalize())) {
            throw new UsageException("--csv and --html both go to " + csv, "give them two files");
        }
    }

    private static void prepareFile(String option, Path file, List<Submission> submissions) {
        Path target = file.toAbsolutePath().normalize();
        Path parent = target.getParent();
        if (parent == null || Files.isDirectory(target)) {
            throw new UsageException(option + " " + file + " is a directory", "name a file in it");
        }
        prepareDirectory(option + " " + file, parent, submissions);
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new UsageException(option + " " + file + " can't be written", "name another file");
        }
    }

    private static void prepareDirectory(String what, Path named, List<Submission> submissions) {
        Path directory = named.toAbsolutePath().normalize();
        try {
            if (submissions.stream().anyMatch(submission -> directory.startsWith(submission.root()))) {
                throw new UsageException(what + " lies in a submission", "name a place beside the submissions");
            }
            Files.createDirectories(directory);
            Path real = directory.toRealPath();
            for (Submission submission : submissions) {
                if (submission.problem() == null
                        && real.startsWith(submission.root().toRealPath())) {
                    throw new UsageException(what + " lies in a submission", "name a place beside the submissions");
                }
            }
        } catch (IOException fault) {
            throw new UsageException(what + " can't be written: " + ReportTargets.said(fault), "name another place");
        }
        if (!Files.isWritable(directory)) {
            throw new UsageException(what + " can't be written: permission denied", "name another place");
        }
    }

    /** Where reports are kept, or null. */
    @Nullable
    KeptReports kept(Path directory) {
        return output == null ? null : new KeptReports(directory.resolve(output), html != null);
    }

    /** Where the pages of submissions lie, seen from the page of all; null where there are none. */
    @Nullable
    String pages(Path directory) {
        if (output == null || html == null) {
            return null;
        }
        Path page = directory.resolve(html).toAbsolutePath().normalize();
        Path reports = directory.resolve(output).toAbsolutePath().normalize();
        Path from = page.getParent();
        if (from == null || !from.getRoot().equals(reports.getRoot())) {
            return null;
        }
        String relative = from.relativize(reports).toString().replace('\\', '/');
        return relative.isEmpty() ? "" : relative + "/";
    }

    /** What submissions took, for {@code --timings} of a run that is split; no submission's file has such a name. */
    void keepDurations(Path directory, List<GradeRow> rows) {
        if (output == null) {
            return;
        }
        Map<String, Duration> durations = new HashMap<>();
        for (GradeRow row : rows) {
            if (row.file() != null) {
                durations.put(row.file(), row.duration());
            }
        }
        // Where it can't be written, the next that splits them knows less.
        var unused = write(directory.resolve(output).resolve(".durations.json"), new Timings(durations).write());
    }

    /** Writes a table; what went wrong, or null. */
    static @Nullable String write(Path file, String text) {
        try {
            AtomicFile.write(file, text);
            return null;
        } catch (IOException fault) {
            return file + " could not be written: " + ReportTargets.said(fault);
        }
    }
}
