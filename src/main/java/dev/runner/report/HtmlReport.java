package dev.runner.report;

import dev.runner.toolchain.Diagnostic;
import dev.runner.verify.TestResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * A report as one page for people: no script, nothing from the network. Everything that a program or a course wrote is
 * escaped, and the page's own policy forbids the browser to load or run anything.
 */
final class HtmlReport {
    /** If more did not pass, all begin folded: a page that is one long list of errors shows nothing. */
    private static final int MOST_OPEN = 20;

    private final Report report;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(Report report) {
        this.report = report;
    }

    static String write(Report report) {
        return write(report, report.title());
    }

    static String write(Report report, String title) {
        HtmlReport writer = new HtmlReport(report);
        Map<String, String> parts = Map.of(
                "title", Markup.escape(title),
                "figures", Markup.escape(Figures.passed(report) + Figures.points(report)),
                "bar", bar(report.exercises()) + "\n",
                "facts", writer.facts(),
                "chapters", writer.chapterTable(),
                "exercises", writer.chapterSections(),
                "runner", Markup.escape(report.runner()));
        return HtmlPage.filled("report.html", parts);
    }

    private String facts() {
        fact("Verified", HtmlPage.TIME.format(report.started()));
        fact("Took", seconds(Seconds.of(report.duration())));
        if (!report.shard().isWhole()) {
            fact("Shard", report.shard().toString());
        }
        if (report.solutions()) {
            fact("Judged", "the course's solutions");
        }
        if (!report.hintCost().isFree()) {
            fact("Each hint costs", report.hintCost().inWords());
        }
        return taken();
    }

    private void fact(String term, String value) {
        html.append("<div><dt>")
                .append(term)
                .append("</dt><dd>")
                .append(Markup.escape(value))
                .append("</dd></div>\n");
    }

    private String chapterTable() {
        if (report.exercises().isEmpty()) {
            return "<p>There are no exercises in this report.</p>\n";
        }
        html.append("<section aria-labelledby=\"chapters\">\n<h2 id=\"chapters\">Chapters</h2>\n<table>\n")
                .append("<thead><tr><th scope=\"col\">Chapter</th><th scope=\"col\" class=\"wide\">Progress</th>")
                .append("<th scope=\"col\" class=\"number\">Passed</th></tr></thead>\n<tbody>\n");
        int number = 0;
        for (Report.ChapterReport chapter : report.chapters()) {
            html.append("<tr><th scope=\"row\"><a href=\"#chapter-")
                    .append(++number)
                    .append("\">")
                    .append(Markup.escape(chapter.shownName()))
                    .append("</a></th><td>")
                    .append(bar(chapter.exercises()))
                    .append("</td><td class=\"number\">")
                    .append(chapter.passed() + " / " + chapter.exercises().size())
                    .append("</td></tr>\n");
        }
        html.append("</tbody>\n</table>\n</section>\n");
        return taken();
    }

    private String chapterSections() {
        long notPassed = report.exercises().size() - report.count(Status.PASSED);
        int number = 0;
        for (Report.ChapterReport chapter : report.chapters()) {
            String id = "chapter-" + ++number;
            html.append("<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">")
                    .append(Markup.escape(chapter.shownName()))
                    .append(" <span class=\"count\">")
                    .append(chapter.passed() + " of " + chapter.exercises().size() + " passed")
                    .append("</span></h2>\n");
            chapter.exercises().forEach(exercise -> exercise(exercise, notPassed <= MOST_OPEN && !exercise.passed()));
            html.append("</section>\n");
        }
        return taken();
    }

    private void exercise(ExerciseReport exercise, boolean opened) {
        Account account = exercise.account();
        boolean plain = account.diagnostics().isEmpty()
                && account.tests().results().isEmpty()
                && account.output().isEmpty()
                && exercise.passed();
        String why = why(account);
        String open = "<details class=\"exercise" + (exercise.passed() ? " done\"" : "\"") + (opened ? " open" : "");
        html.append(plain ? "<div class=\"exercise\"><div class=\"row\">" : open + "><summary class=\"row\">")
                .append("<span class=\"status " + HtmlPage.kind(account.status()) + "\">" + mark(account.status())
                        + "</span>")
                .append("<span class=\"name\">" + Markup.escape(exercise.name()) + "</span>")
                .append(why.isEmpty() ? "" : "<span class=\"why\">" + Markup.escape(why) + "</span>")
                .append("<span class=\"figure\">" + figure(exercise) + "</span>")
                .append(plain ? "</div></div>\n" : "</summary>\n<div class=\"evidence\">\n");
        if (!plain) {
            evidence(exercise, account);
            html.append("</div>\n</details>\n");
        }
    }

    private static String why(Account account) {
        return account.status() == Status.PASSED && account.reason().equals("passed") ? "" : Details.headline(account);
    }

    private String figure(ExerciseReport exercise) {
        String time = seconds(Seconds.of(exercise.duration()));
        return report.pointsMatter()
                ? report.score(exercise).toPlainString() + "/" + exercise.points() + " points · " + time
                : time;
    }

    private void evidence(ExerciseReport exercise, Account account) {
        html.append("<p>File: <code>")
                .append(Markup.escape(report.inRepository(exercise.file())))
                .append("</code></p>\n");
        if (exercise.hints() > 0) {
            html.append("<p>Revealed hints: " + exercise.hints() + "</p>\n");
        }
        if (account.help() != null) {
            html.append("<p>What to do: " + Markup.escape(account.help()) + "</p>\n");
        }
        List<Diagnostic> diagnostics = Details.relevant(account);
        if (!diagnostics.isEmpty()) {
            html.append("<h3>Diagnostics</h3>\n");
            diagnostics.forEach(diagnostic -> pre(
                    diagnostic.isError() ? "error" : "warning",
                    "Diagnostic",
                    Details.tidy(Details.rendered(diagnostic))));
        }
        if (!account.tests().results().isEmpty()) {
            html.append("<h3>Tests</h3>\n");
            account.tests().results().forEach(this::test);
        }
        String printed = Details.printed(account.output());
        if (!printed.isBlank()) {
            html.append("<h3>Transcript</h3>\n");
            pre("", "Transcript", printed.stripTrailing());
        }
    }

    private void test(TestResult test) {
        String kind = switch (test.status()) {
            case PASSED -> "✓ passed: ";
            case FAILED -> "✗ failed: ";
            case IGNORED -> "– ignored: ";
        };
        html.append("<p>" + kind + "<code>" + Markup.escape(test.name()) + "</code></p>\n");
        if (test.status() == TestResult.Status.FAILED && !test.output().isBlank()) {
            pre("error", "Output of " + test.name(), Details.tidy(test.output()));
        }
    }

    /** It can be scrolled, so it takes the keyboard's focus and has a name. */
    private void pre(String kind, String label, String text) {
        html.append(kind.isEmpty() ? "<pre" : "<pre class=\"" + kind + "\"")
                .append(" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Markup.attribute(label))
                .append("\">")
                .append(Markup.escape(text))
                .append("</pre>\n");
    }

    private static String bar(List<ExerciseReport> exercises) {
        return HtmlPage.bar(exercises.stream().map(ExerciseReport::status).toList());
    }

    private static String mark(Status status) {
        return switch (status) {
            case PASSED -> "✓ passed";
            case FAILED -> "✗ failed";
            case TIMED_OUT -> "✗ timed out";
            case TAMPERED -> "✗ tampered";
            case PENDING -> "– pending";
            case NOT_RUNNABLE -> "– not runnable";
            case BROKEN -> "! broken";
            case NOT_JUDGED -> "– not judged";
        };
    }

    private static String seconds(BigDecimal seconds) {
        return seconds.toPlainString() + " s";
    }

    private String taken() {
        String text = html.toString();
        html.setLength(0);
        return text;
    }
}
