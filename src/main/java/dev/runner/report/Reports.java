package dev.runner.report;

import java.util.Map;

/** Writes a report in the formats that other programs, or browsers, read. */
public final class Reports {
    private Reports() {}

    /**
     * The report's text, ended by a line end.
     *
     * @param environment the process's environment, for formats that name a repository or a run
     * @throws IllegalArgumentException for {@link ReportFormat#TEXT}, which is no business of this package
     */
    public static String write(Report report, ReportFormat format, Map<String, String> environment) {
        return switch (format) {
            case JSON -> ReportJson.write(report);
            case JUNIT -> JUnitReport.write(report);
            case GITHUB -> GithubAnnotations.write(report);
            case CLASSROOM -> ClassroomReport.write(report);
            case CLASS -> ClassReport.write(report);
            case CLASS1 -> ClassReport.writeSchema1(report, environment);
            case EXERCISM -> ExercismReport.write(report);
            case HTML -> HtmlReport.write(report);
            case TEXT -> throw new IllegalArgumentException("text is shown, not written for programs");
        };
    }

    /** The page for people of one submission among many; its heading begins with {@code submission}. */
    public static String page(Report report, String submission) {
        return HtmlReport.write(report, submission + ": " + report.title());
    }

    /** What is appended to the file that {@code GITHUB_STEP_SUMMARY} names. */
    public static String githubSummary(Report report) {
        return GithubSummary.write(report);
    }

    /** What is appended to the file that {@code GITHUB_OUTPUT} names, for Classroom. */
    public static String classroomOutput(Report report) {
        return ClassroomReport.output(report);
    }
}
