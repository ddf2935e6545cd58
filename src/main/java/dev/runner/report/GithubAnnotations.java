package dev.runner.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A report as GitHub's workflow commands, a line each. GitHub shows ten of each kind per step, so the first of every exercise
 * comes before the second of any.
 */
final class GithubAnnotations {
    private GithubAnnotations() {}

    static String write(Report report) {
        List<List<Annotation>> perExercise =
                report.exercises().stream().map(Annotation::of).toList();
        int most = perExercise.stream().mapToInt(List::size).max().orElse(0);
        List<Annotation> ordered = new ArrayList<>();
        for (int round = 0; round < most; round++) {
            for (List<Annotation> annotations : perExercise) {
                if (round < annotations.size()) {
                    ordered.add(annotations.get(round));
                }
            }
        }
        StringBuilder text = new StringBuilder();
        ordered.forEach(annotation -> text.append(line(report, annotation)));
        return text.toString();
    }

    private static String line(Report report, Annotation annotation) {
        StringBuilder line = new StringBuilder(annotation.error() ? "::error " : "::warning ");
        line.append("file=").append(property(report.inRepository(annotation.file())));
        if (annotation.line() > 0) {
            line.append(",line=").append(annotation.line());
        }
        if (annotation.line() > 0 && annotation.column() > 0) {
            line.append(",col=").append(annotation.column());
        }
        return line.append(",title=")
                .append(property(annotation.title()))
                .append("::")
                .append(data(annotation.message()))
                .append('\n')
                .toString();
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
