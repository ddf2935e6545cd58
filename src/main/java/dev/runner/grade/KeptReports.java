package dev.runner.grade;

import dev.runner.progress.AtomicFile;
import dev.runner.report.Report;
import dev.runner.report.ReportException;
import dev.runner.report.ReportFormat;
import dev.runner.report.ReportJsonReader;
import dev.runner.report.Reports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The reports of submissions in a directory: {@code NAME.json}, {@code NAME.html} where pages are wanted, and {@code
 * NAME.key}, which comes last and says for what the report was found: see {@link ReportKey}.
 */
public final class KeptReports {
    private static final long LARGEST_KEY = 1L << 20;

    /** Programs may print much, but what is kept of it is bounded; what is larger is not ours. */
    private static final long LARGEST_REPORT = 256L << 20;

    private final Path directory;
    private final boolean pages;

    /**
     * @param directory where they lie; it is there
     * @param pages whether a page for people is written beside each
     */
    public KeptReports(Path directory, boolean pages) {
        this.directory = directory;
        this.pages = pages;
    }

    /**
     * A report and what it was found for.
     *
     * @param key all that it depends on
     */
    record Kept(ReportKey key, Report report) {}

    /** The report under that name, if there is one and it is as it was written. */
    Optional<Kept> find(String id) {
        try {
            Path file = file(id, ".key");
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST_KEY) {
                return Optional.empty();
            }
            ReportKey.Written written = ReportKey.read(Files.readString(file, StandardCharsets.UTF_8));
            Optional<byte[]> json = content(id).filter(bytes -> sha256(bytes).equals(written.report()));
            if (json.isEmpty()) {
                return Optional.empty();
            }
            String text = new String(json.get(), StandardCharsets.UTF_8);
            return Optional.of(new Kept(written.key(), ReportJsonReader.read(id + ".json", text)));
        } catch (IOException | IllegalArgumentException | ReportException foreign) {
            return Optional.empty();
        }
    }

    /** Keeps a report; an older one's key is taken away first, so that an end at any moment leaves none that lies. */
    void keep(Submission submission, ReportKey key, Report report) throws IOException {
        String id = submission.id();
        Files.deleteIfExists(file(id, ".key"));
        byte[] json = Reports.write(report, ReportFormat.JSON, Map.of()).getBytes(StandardCharsets.UTF_8);
        write(file(id, ".json"), json);
        writePage(submission, report);
        if (key.isKnown()) {
            write(file(id, ".key"), key.write(sha256(json)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The page for people, where those are wanted. */
    void writePage(Submission submission, Report report) throws IOException {
        if (pages) {
            String page = Reports.page(report, submission.name());
            write(file(submission.id(), ".html"), page.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A link that somebody put there is replaced, not followed. */
    private static void write(Path file, byte[] content) throws IOException {
        if (Files.isSymbolicLink(file)) {
            Files.delete(file);
        }
        AtomicFile.write(file, content);
    }

    private Optional<byte[]> content(String id) {
        Path file = file(id, ".json");
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= LARGEST_REPORT
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Path file(String id, String ending) {
        return directory.resolve(id + ending);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
