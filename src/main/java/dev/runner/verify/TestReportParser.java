package dev.runner.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what libtest prints with {@code --format pretty --color never}: a line {@code test NAME ... ok} per test; then,
 * below {@code failures:}, what the failed tests printed, each under {@code ---- NAME stdout ----}, and their names; and
 * {@code test result: …} at the end.
 *
 * <p>A test that writes to the standard output itself, past the harness, writes into the middle of these lines; and what
 * a failed test printed may look like any of them.
 */
final class TestReportParser {
    private static final Pattern TEST = Pattern.compile("test ([\\p{L}\\p{N}_:]+)( - should panic)? \\.\\.\\. (.*)");

    private static final Map<String, TestResult.Status> OUTCOMES = Map.of(
            "ok", TestResult.Status.PASSED,
            "FAILED", TestResult.Status.FAILED,
            "ignored", TestResult.Status.IGNORED);

    private final List<String> lines;
    private final Map<String, TestResult.Status> statuses = new TreeMap<>();
    private final Map<String, StringBuilder> outputs = new HashMap<>();
    private @Nullable String unsettled;
    private @Nullable StringBuilder section;
    private boolean allRan;
    private boolean failures;
    private boolean finished;

    private TestReportParser(List<String> lines) {
        this.lines = lines;
    }

    static TestReport parse(String text) {
        TestReportParser parser = new TestReportParser(text.lines().toList());
        for (int index = 0; index < parser.lines.size(); index++) {
            parser.line(index);
        }
        return parser.report();
    }

    private void line(int index) {
        String line = lines.get(index);
        if (line.startsWith("test result: ")) {
            finished = true;
            section = null;
        } else if (isHeading(index)) {
            allRan = true;
            failures = line.equals("failures:");
            section = null;
        } else if (!allRan) {
            test(line);
        } else if (isNewSection(line)) {
            section = new StringBuilder();
            outputs.put(nameIn(line), section);
        } else if (section != null) {
            section.append(line).append('\n');
        } else if (line.startsWith("    ")) {
            listed(line.strip());
        }
    }

    /** Above the outputs stands a blank line, above the names the first of them. */
    private boolean isHeading(int index) {
        boolean heading =
                lines.get(index).equals("failures:") || lines.get(index).equals("successes:");
        String next = index + 1 < lines.size() ? lines.get(index + 1) : "";
        return heading && (next.isEmpty() || next.startsWith("    ") && statuses.containsKey(next.strip()));
    }

    private boolean isNewSection(String line) {
        return line.startsWith("---- ")
                && line.endsWith(" stdout ----")
                && statuses.containsKey(nameIn(line))
                && !outputs.containsKey(nameIn(line));
    }

    private static String nameIn(String line) {
        return line.substring(5, Math.max(5, line.length() - " stdout ----".length()));
    }

    private void test(String line) {
        Matcher test = TEST.matcher(line);
        if (test.find()) {
            unsettled = test.group(1);
            settle(test.group(3));
        } else {
            settle(line);
        }
    }

    /** What stands between a test's name and its outcome was written by a test, and may end like an outcome itself. */
    private void settle(String outcome) {
        if (unsettled == null) {
            return;
        }
        String name = unsettled;
        for (Map.Entry<String, TestResult.Status> known : OUTCOMES.entrySet()) {
            if (outcome.startsWith(known.getKey())) {
                statuses.put(name, known.getValue());
                unsettled = null;
                return;
            }
            if (outcome.endsWith(known.getKey())) {
                statuses.put(name, known.getValue());
            }
        }
    }

    /** The closing list of failures is the harness's last word on them. */
    private void listed(String name) {
        if (failures && statuses.containsKey(name)) {
            statuses.put(name, TestResult.Status.FAILED);
        }
    }

    private TestReport report() {
        List<TestResult> results = new ArrayList<>();
        statuses.forEach((name, status) -> results.add(new TestResult(name, status, outputOf(name))));
        return new TestReport(results, finished);
    }

    private String outputOf(String name) {
        StringBuilder output = outputs.get(name);
        return output == null ? "" : output.toString().strip();
    }
}
