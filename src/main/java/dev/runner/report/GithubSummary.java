package dev.runner.report;

import java.nio.charset.StandardCharsets;

/** A report as the Markdown of a step's summary: the figures, a table of the chapters, and what did not pass, folded. */
final class GithubSummary {
    /** GitHub refuses a summary of more than 1 MiB. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int LONGEST_EVIDENCE = 10_000;

    private GithubSummary() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder();
        text.append("## ").append(inline(report.title())).append("\n\n");
        text.append("**")
                .append(Figures.passed(report))
                .append("**")
                .append(Figures.points(report))
                .append("\n\n");
        if (!report.exercises().isEmpty()) {
            text.append("| Chapter | Passed | |\n| --- | ---: | --- |\n");
            report.chapters().forEach(chapter -> chapter(text, chapter));
            text.append('\n');
        }
        int bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        for (ExerciseReport exercise : report.exercises()) {
            if (!exercise.passed()) {
                String section = section(report, exercise);
                bytes += section.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > MOST_BYTES) {
                    text.append("The summary would be longer than GitHub shows; the rest is in the log.\n");
                    break;
                }
                text.append(section);
            }
        }
        return text.toString();
    }

    private static void chapter(StringBuilder text, Report.ChapterReport chapter) {
        int total = chapter.exercises().size();
        int filled = (int) (10 * chapter.passed() / total);
        text.append("| ")
                .append(inline(chapter.shownName()))
                .append(" | ")
                .append(chapter.passed() + "/" + total)
                .append(" | ")
                .append("█".repeat(filled))
                .append("░".repeat(10 - filled))
                .append(" |\n");
    }

    private static String section(Report report, ExerciseReport exercise) {
        Account account = exercise.account();
        String evidence = cut(Details.evidence(account));
        StringBuilder text = new StringBuilder();
        text.append("<details><summary>")
                .append(exercise.status().isNobodysFault() ? "⚠️ " : "❌ ")
                .append("<b>")
                .append(Markup.escape(exercise.name()))
                .append("</b> ")
                .append(Markup.escape(Details.headline(account)))
                .append("</summary>\n\n<code>")
                .append(Markup.escape(report.inRepository(exercise.file())))
                .append("</code>\n\n");
        if (!evidence.isEmpty()) {
            String fence = fence(evidence);
            text.append(fence).append("text\n").append(evidence).append(fence).append("\n\n");
        }
        return text.append("</details>\n\n").toString();
    }

    private static String cut(String evidence) {
        return evidence.length() <= LONGEST_EVIDENCE
                ? evidence
                : evidence.substring(0, evidence.lastIndexOf('\n', LONGEST_EVIDENCE) + 1)
                        + "[… the rest is in the log]\n";
    }

    /** Longer than any run of backquotes in the text, so that nothing in it ends the block. */
    private static String fence(String text) {
        int longest = 2;
        int run = 0;
        for (int at = 0; at < text.length(); at++) {
            run = text.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }

    /** Text in which Markdown finds nothing of its own. */
    private static String inline(String text) {
        return Markup.escape(text.replace('\n', ' ')).replaceAll("[\\\\`*_\\[\\]|~#]", "\\\\$0");
    }
}
