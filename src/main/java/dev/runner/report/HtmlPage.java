package dev.runner.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages for people have in common: templates with one style, the bar, and the form of times. */
final class HtmlPage {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z]+)}}\n?");
    private static final String STYLE = "style";

    private HtmlPage() {}

    /** A template, filled in one pass, so that nothing which was filled in is taken for a placeholder. */
    static String filled(String template, Map<String, String> parts) {
        Matcher matcher = PLACEHOLDER.matcher(resource(template));
        StringBuilder page = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String part = name.equals(STYLE) ? resource("page.css") : parts.getOrDefault(name, "");
            boolean endsLine = matcher.group().endsWith("\n") && !part.isEmpty() && !part.endsWith("\n");
            matcher.appendReplacement(page, Matcher.quoteReplacement(endsLine ? part + "\n" : part));
        }
        return matcher.appendTail(page).toString();
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String bar(List<Status> statuses) {
        int total = statuses.size();
        long pass =
                statuses.stream().filter(status -> kind(status).equals("pass")).count();
        long other =
                statuses.stream().filter(status -> kind(status).equals("other")).count();
        long fail = total - pass - other;
        String label = pass + " of " + total + " passed"
                + (fail > 0 ? ", " + fail + " failed" : "")
                + (other > 0 ? ", " + other + " not judged or not done" : "");
        return "<div class=\"bar\" role=\"img\" aria-label=\"" + label + "\">" + segment("pass", pass, total)
                + segment("fail", fail, total) + segment("other", other, total) + "</div>";
    }

    private static String segment(String kind, long part, int total) {
        if (part == 0) {
            return "";
        }
        BigDecimal percent = BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(total), 2, RoundingMode.HALF_UP);
        return "<span class=\"" + kind + "\" style=\"width:" + percent.toPlainString() + "%\"></span>";
    }

    static String kind(Status status) {
        return status == Status.PASSED
                ? "pass"
                : status.isNobodysFault() || status == Status.PENDING ? "other" : "fail";
    }
}
