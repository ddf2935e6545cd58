package dev.runner.report;

import dev.runner.verify.Check;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * A report as JUnit XML in the dialect that Jenkins' plugin and GitLab read: a suite per chapter, a case per exercise. What
 * can't be judged is skipped; a course's own defect is an error; all else that is not passed is a failure, whose type is the
 * check that failed or the kind of verdict.
 */
final class JUnitReport {
    private final Report report;
    private final StringBuilder xml = new StringBuilder();

    private JUnitReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        JUnitReport writer = new JUnitReport(report);
        writer.suites();
        return writer.xml.toString();
    }

    private void suites() {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
        report.chapters().forEach(this::suite);
        xml.append("</testsuites>\n");
    }

    private void suite(Report.ChapterReport chapter) {
        List<ExerciseReport> all = chapter.exercises();
        xml.append("  <testsuite");
        attribute("name", chapter.shownName());
        attribute("tests", all.size());
        attribute("failures", count(all, status -> status.word().equals("fail")));
        attribute("errors", count(all, status -> status == Status.BROKEN));
        attribute("skipped", count(all, JUnitReport::isSkipped));
        attribute(
                "time",
                all.stream().map(exercise -> Seconds.of(exercise.duration())).reduce(BigDecimal.ZERO, BigDecimal::add));
        xml.append(">\n");
        all.forEach(exercise -> testCase(chapter, exercise));
        xml.append("  </testsuite>\n");
    }

    private void testCase(Report.ChapterReport chapter, ExerciseReport exercise) {
        Account account = exercise.account();
        xml.append("    <testcase");
        attribute("name", exercise.name());
        attribute("classname", chapter.shownName());
        attribute("time", Seconds.of(exercise.duration()));
        xml.append(">\n");
        String headline = Details.headline(account);
        if (isSkipped(account.status())) {
            outcome("skipped", headline, "", "");
        } else if (account.status() == Status.BROKEN) {
            outcome("error", headline, type(account), Details.evidence(account));
        } else if (account.status() != Status.PASSED) {
            outcome("failure", headline, type(account), Details.evidence(account));
        }
        String printed = Details.printed(account.output());
        if (!printed.isBlank()) {
            xml.append("      <system-out>").append(Markup.escape(printed)).append("</system-out>\n");
        }
        xml.append("    </testcase>\n");
    }

    private void outcome(String element, String message, String type, String content) {
        xml.append("      <").append(element);
        attribute("message", message);
        if (!type.isEmpty()) {
            attribute("type", type);
        }
        if (content.isEmpty()) {
            xml.append("/>\n");
        } else {
            xml.append('>')
                    .append(Markup.escape(content))
                    .append("</")
                    .append(element)
                    .append(">\n");
        }
    }

    private static String type(Account account) {
        Check check = account.check();
        return account.status() == Status.FAILED && check != null
                ? check.name().toLowerCase(Locale.ROOT)
                : account.status().id();
    }

    private static boolean isSkipped(Status status) {
        return status == Status.NOT_RUNNABLE || status == Status.NOT_JUDGED;
    }

    private static long count(List<ExerciseReport> exercises, Predicate<Status> which) {
        return exercises.stream()
                .filter(exercise -> which.test(exercise.status()))
                .count();
    }

    private void attribute(String name, Object value) {
        xml.append(' ')
                .append(name)
                .append("=\"")
                .append(Markup.attribute(value.toString()))
                .append('"');
    }
}
