package dev.runner.cli;

import dev.runner.report.Report;
import dev.runner.report.ReportException;
import dev.runner.report.ReportJsonReader;
import dev.runner.report.ReportMerge;
import dev.runner.view.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code runner report}: what is done with reports once they are written. */
@CommandLine.Command(
        name = "report",
        description = "Join the JSON reports of several machines.",
        subcommands = {})
final class ReportCommand extends Command {
    ReportCommand(Context context) {
        super(context);
    }

    @Override
    ExitCode perform() {
        throw new UsageException("what about the report?", "type: runner report merge PART.json...");
    }

    /** {@code runner report merge}. */
    @CommandLine.Command(
            name = "merge",
            description = "Join the JSON reports of all shards into the reports that a single run would have written.",
            footer = {
                "",
                "Exit code: as runner verify's would be; 2 if a part is missing, doubled or of another run.",
                "",
                "Example:",
                "  runner report merge part-*.json --report html:report.html --report junit:junit.xml"
            })
    static final class Merge extends Command {
        @Parameters(
                arity = "1..*",
                paramLabel = "PART.json",
                description = "The JSON reports of all shards, in any order.")
        List<Path> parts = new ArrayList<>();

        @Mixin
        ReportOptions reports = new ReportOptions();

        Merge(Context context) {
            super(context);
        }

        @Override
        ExitCode perform() {
            Path directory = context().directory();
            Report report = ReportMerge.join(read(directory));
            ReportTargets targets = reports.targets(context().environment(), directory, start());
            Terminal shown = targets.claimStandardOutput() ? new RemarkTerminal(terminal()) : terminal();
            shown.print(TextReport.lines(report, shown.theme()));
            return VerifyReports.exitCode(report, targets.write(report, terminal()));
        }

        private Map<String, Report> read(Path directory) {
            Map<Path, String> files = new LinkedHashMap<>();
            for (Path part : parts) {
                String twin = files.put(directory.resolve(part).toAbsolutePath().normalize(), part.toString());
                if (twin != null) {
                    throw new UsageException(part + " is named twice", "name each part once");
                }
            }
            Map<String, Report> read = new LinkedHashMap<>();
            files.forEach((file, name) -> read.put(name, read(name, file)));
            return read;
        }

        private static Report read(String name, Path file) {
            try {
                return ReportJsonReader.read(name, Files.readString(file, StandardCharsets.UTF_8));
            } catch (IOException fault) {
                throw new ReportException(
                        name + " can't be read: " + ReportTargets.said(fault), "name the JSON reports of all shards");
            }
        }
    }
}
