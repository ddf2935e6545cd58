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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reports of submissions in a directory: {@code NAME.json}, {@code NAME.html} where pages are wanted, and {@code
 * NAME.key}, which comes last and says for what the report was found. A key holds three lines: the format, a digest of all
 * that the report depends on, and a digest of the report.
 */
public final class KeptReports {
    private static final String FORMAT = "runner grade 1";

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

    /** The digest of the report that was found for {@code key}, if there is one and it is as it was written. */
    Optional<String> digestOf(String id, String key) {
        try {
            Path file = file(id, ".key");
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > 1000) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == 3
                            && lines.get(0).equals(FORMAT)
                            && lines.get(1).equals(key)
                    ? content(id).map(KeptReports::sha256).filter(lines.get(2)::equals)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The report of that digest; empty if another lies there by now. */
    Optional<Report> report(String id, String digest) {
        return content(id).filter(bytes -> sha256(bytes).equals(digest)).flatMap(bytes -> {
            try {
                return Optional.of(ReportJsonReader.read(id + ".json", new String(bytes, StandardCharsets.UTF_8)));
            } catch (ReportException foreign) {
                return Optional.empty();
            }
        });
    }

    /** Keeps a report; an older one's key is taken away first, so that an end at any moment leaves none that lies. */
    void keep(String id, String key, Report report) throws IOException {
        Files.deleteIfExists(file(id, ".key"));
        byte[] json = Reports.write(report, ReportFormat.JSON, Map.of()).getBytes(StandardCharsets.UTF_8);
        write(file(id, ".json"), json);
        writePage(id, report);
        if (!key.isEmpty()) {
            String text = FORMAT + "\n" + key + "\n" + sha256(json) + "\n";
            write(file(id, ".key"), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** The page for people, where those are wanted. */
    void writePage(String id, Report report) throws IOException {
        if (pages) {
            String page = Reports.write(report, ReportFormat.HTML, Map.of());
            write(file(id, ".html"), page.getBytes(StandardCharsets.UTF_8));
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
