package dev.runner.report;

import dev.runner.course.Exercise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of grades as one page for people, in the style and with the guards of {@link HtmlReport}. */
final class GradeHtml {
    /** As many exercises as can be told apart beside one another, on a screen and on upright A4 or Letter. */
    private static final int MOST_COLUMNS = 36;

    private final GradeSheet sheet;
    private final @Nullable String reports;
    private final StringBuilder html = new StringBuilder();

    private GradeHtml(GradeSheet sheet, @Nullable String reports) {
        this.sheet = sheet;
        this.reports = reports;
    }

    static String write(GradeSheet sheet, @Nullable String reports) {
        GradeHtml writer = new GradeHtml(sheet, reports);
        String title = sheet.title() == null || sheet.title().isBlank() ? "Grades" : "Grades: " + sheet.title();
        return HtmlPage.filled(
                "grades.html",
                Map.of(
                        "title", Markup.escape(title),
                        "figures", Markup.escape(sheet.figures()),
                        "facts", writer.facts(),
                        "submissions", writer.submissions(),
                        "exercises", writer.exercises(),
                        "runner", Markup.escape(sheet.runner())));
    }

    private String facts() {
        fact("Graded", HtmlPage.TIME.format(sheet.started()));
        fact("Exercises", Integer.toString(sheet.exercises().size()));
        if (!sheet.hintCost().isFree()) {
            fact("Each hint costs", sheet.hintCost().inWords());
        }
        return taken();
    }

    private void fact(String term, String value) {
        html.append("<div><dt>" + term + "</dt><dd>" + Markup.escape(value) + "</dd></div>\n");
    }

    private String submissions() {
        if (sheet.rows().isEmpty()) {
            return "<p>There are no submissions in this part.</p>\n";
        }
        html.append("<section aria-labelledby=\"submissions\">\n<h2 id=\"submissions\">Submissions</h2>\n");
        scrolled("open", "Submissions");
        html.append(
                        "<table class=\"marks\">\n<thead><tr><th scope=\"col\">Submission</th><th scope=\"col\" class=\"meter\">Progress</th>")
                .append("<th scope=\"col\" class=\"number\">Passed</th>")
                .append(sheet.pointsMatter() ? "<th scope=\"col\" class=\"number\">Points</th>" : "")
                .append("<th scope=\"col\" class=\"number\">Percent</th><th scope=\"col\" class=\"number\">Time</th>")
                .append("<th scope=\"col\">Remarks</th></tr></thead>\n<tbody>\n");
        sheet.rows().forEach(this::submission);
        html.append("</tbody>\n</table>\n</div>\n</section>\n");
        return taken();
    }

    private void submission(GradeRow row) {
        html.append("<tr><th scope=\"row\">" + name(row) + "</th>");
        if (row.problem() == null) {
            int total = sheet.exercises().size();
            html.append("<td>" + HtmlPage.bar(row.statuses()) + "</td>");
            number(row.passed() + " / " + total);
            if (sheet.pointsMatter()) {
                number(row.score().toPlainString() + " / " + row.points());
            }
            number(row.percent());
            number(Seconds.of(row.duration()).toPlainString() + " s");
        } else {
            html.append("<td colspan=\"" + (sheet.pointsMatter() ? 5 : 4) + "\">")
                    .append("<span class=\"status fail\">! not graded</span></td>");
        }
        html.append("<td class=\"remark\">" + Markup.escape(row.remark()) + "</td></tr>\n");
    }

    private void number(String text) {
        html.append("<td class=\"number\">" + Markup.escape(text) + "</td>");
    }

    private String name(GradeRow row) {
        String name = Markup.escape(row.name());
        return reports == null || row.file() == null
                ? name
                : "<a href=\"" + Markup.attribute(address(reports + row.file() + ".html")) + "\">" + name + "</a>";
    }

    /** A relative address (RFC 3986, 4.2): its first step must not look like the scheme of another. */
    private static String address(String path) {
        StringBuilder address = new StringBuilder("./");
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            address.append(plain ? String.valueOf(c) : String.format("%%%02X", (int) c));
        }
        return address.toString();
    }

    /** A cell per submission and exercise; the last line of each block tells which exercises are hard. */
    private String exercises() {
        List<GradeRow> graded =
                sheet.rows().stream().filter(row -> row.problem() == null).toList();
        if (graded.isEmpty()) {
            return "";
        }
        html.append("<section aria-labelledby=\"matrix\">\n<h2 id=\"matrix\">Exercises</h2>\n")
                .append("<p class=\"key\"><span class=\"p\">✓</span> passed <span class=\"f\">✗</span> failed ")
                .append("<span class=\"f\">…</span> timed out <span class=\"f\">!</span> tampered ")
                .append("<span class=\"o\">–</span> pending or not judged</p>\n");
        int from = 0;
        for (List<Run> block : blocks()) {
            from = block(block, from, graded);
        }
        html.append("</section>\n");
        return taken();
    }

    /**
     * Neighbouring exercises of one chapter.
     *
     * @param chapter its name
     * @param exercises at least one
     */
    private record Run(String chapter, List<Exercise> exercises) {}

    /** Whole chapters beside one another as far as they fit on a page; only one that never fits is parted. */
    private List<List<Run>> blocks() {
        List<List<Run>> blocks = new ArrayList<>();
        List<Run> block = new ArrayList<>();
        int columns = 0;
        for (Run run : runs()) {
            if (columns + run.exercises().size() > MOST_COLUMNS) {
                blocks.add(block);
                block = new ArrayList<>();
                columns = 0;
            }
            block.add(run);
            columns += run.exercises().size();
        }
        blocks.add(block);
        return blocks;
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        List<Exercise> exercises = sheet.exercises();
        for (int from = 0; from < exercises.size(); ) {
            String chapter = exercises.get(from).chapter();
            int to = from + 1;
            while (to < exercises.size()
                    && to - from < MOST_COLUMNS
                    && exercises.get(to).chapter().equals(chapter)) {
                to++;
            }
            runs.add(new Run(chapter, exercises.subList(from, to)));
            from = to;
        }
        return runs;
    }

    /** Writes the block whose first exercise has that index; gives the first index of the next. */
    private int block(List<Run> block, int from, List<GradeRow> graded) {
        List<Exercise> exercises =
                block.stream().flatMap(run -> run.exercises().stream()).toList();
        int to = from + exercises.size();
        scrolled(
                "boxed",
                exercises.get(0).name() + " to "
                        + exercises.get(exercises.size() - 1).name());
        html.append("<table class=\"matrix\">\n<thead><tr><td></td>");
        block.forEach(this::chapter);
        html.append("</tr>\n<tr><th scope=\"col\">Submission</th>");
        exercises.forEach(exercise -> html.append(
                "<th scope=\"col\" class=\"upright\"><span>" + Markup.escape(exercise.name()) + "</span></th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (GradeRow row : graded) {
            html.append("<tr><th scope=\"row\" title=\"" + Markup.attribute(row.name()) + "\">" + name(row) + "</th>");
            row.statuses().subList(from, to).forEach(status -> html.append(cell(status)));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n<tfoot><tr><th scope=\"row\">Passed by</th>");
        for (int exercise = from; exercise < to; exercise++) {
            html.append("<td>" + sheet.passed(exercise) + "</td>");
        }
        html.append("</tr></tfoot>\n</table>\n</div>\n");
        return to;
    }

    private void chapter(Run run) {
        String name = Markup.escape(run.chapter());
        html.append("<th scope=\"colgroup\" colspan=\"" + run.exercises().size() + "\" title=\"" + name + "\"><span>"
                + name + "</span></th>");
    }

    /** It can be scrolled, so it takes the keyboard's focus and has a name. */
    private void scrolled(String kind, String label) {
        html.append("<div class=\"scroll " + kind + "\" tabindex=\"0\" role=\"region\" aria-label=\""
                + Markup.attribute(label) + "\">\n");
    }

    private static String cell(Status status) {
        return switch (status) {
            case PASSED -> "<td class=\"p\">✓</td>";
            case FAILED -> "<td class=\"f\">✗</td>";
            case TIMED_OUT -> "<td class=\"f\" title=\"timed out\">…</td>";
            case TAMPERED -> "<td class=\"f\" title=\"tampered\">!</td>";
            case PENDING, NOT_RUNNABLE, BROKEN, NOT_JUDGED -> "<td class=\"o\" title=\"" + status.id() + "\">–</td>";
        };
    }

    private String taken() {
        String text = html.toString();
        html.setLength(0);
        return text;
    }
}
