package dev.runner.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what libtest prints with {@code --format pretty --color never}: a line {@code test NAME ... ok} per test, the
 * captured output of failed tests under {@code ---- NAME stdout ----}, and {@code test result: …} at the end.
 */
final class TestReportParser {
    private final Map<String, TestResult.Status> statuses = new LinkedHashMap<>();
    private final Map<String, StringBuilder> outputs = new LinkedHashMap<>();
    private @Nullable StringBuilder section;
    private boolean finished;

    static TestReport parse(String text) {
        TestReportParser parser = new TestReportParser();
        text.lines().forEach(parser::line);
        return parser.report();
    }

    private void line(String line) {
        if (line.startsWith("---- ") && line.endsWith(" stdout ----")) {
            section = new StringBuilder();
            outputs.put(line.substring(5, line.length() - " stdout ----".length()), section);
        } else if (line.startsWith("test result: ")) {
            finished = true;
            section = null;
        } else if (section != null) {
            if (line.equals("failures:")) {
                section = null;
            } else {
                section.append(line).append('\n');
            }
        } else if (line.startsWith("test ")) {
            test(line);
        }
    }

    private void test(String line) {
        int separator = line.lastIndexOf(" ... ");
        if (separator < 0) {
            return;
        }
        String name = line.substring(5, separator);
        if (name.endsWith(" - should panic")) {
            name = name.substring(0, name.length() - " - should panic".length());
        }
        String outcome = line.substring(separator + 5);
        if (outcome.startsWith("ok")) {
            statuses.put(name, TestResult.Status.PASSED);
        } else if (outcome.startsWith("FAILED")) {
            statuses.put(name, TestResult.Status.FAILED);
        } else if (outcome.startsWith("ignored")) {
            statuses.put(name, TestResult.Status.IGNORED);
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
