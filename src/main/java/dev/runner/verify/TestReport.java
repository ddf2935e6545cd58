package dev.runner.verify;

import java.util.List;

/**
 * What a test program's harness reported.
 *
 * @param results a result per test, by name: the order in which they end is another one each time; empty where
 *     no tests were asked
 * @param finished whether the harness came to its closing line
 */
public record TestReport(List<TestResult> results, boolean finished) {
    /** No tests were asked. */
    public static final TestReport NONE = new TestReport(List.of(), false);

    public TestReport {
        results = List.copyOf(results);
    }

    /** The tests that failed, in order. */
    public List<TestResult> failed() {
        return with(TestResult.Status.FAILED);
    }

    /** How many passed. */
    public int passedCount() {
        return with(TestResult.Status.PASSED).size();
    }

    /** How many ran: ignored ones did not. */
    public int ranCount() {
        return results.size() - with(TestResult.Status.IGNORED).size();
    }

    private List<TestResult> with(TestResult.Status status) {
        return results.stream().filter(result -> result.status() == status).toList();
    }
}
