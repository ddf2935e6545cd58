package dev.runner.verify;

import java.time.Duration;
import java.util.List;

/**
 * What a verification of several exercises found.
 *
 * @param results a result per exercise that was judged, in the course's order
 * @param skipped how many were not judged, because one failed and that was to end it
 * @param duration wall clock
 */
public record Verification(List<Result> results, int skipped, Duration duration) {
    public Verification {
        results = List.copyOf(results);
    }

    /** Whether every exercise was judged and passed. */
    public boolean passed() {
        return skipped == 0
                && results.stream().allMatch(result -> result.verdict().passed());
    }

    /** How many passed. */
    public long passedCount() {
        return results.stream().filter(result -> result.verdict().passed()).count();
    }
}
