package dev.runner.grade;

import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.report.HintCost;
import dev.runner.verify.SubmissionDigests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that the report on a submission depends on.
 *
 * @param judging the way of judging; empty if nobody can tell it, and then nothing is like it
 * @param hints what hints cost and which were revealed
 * @param files for each graded exercise, in the course's order, a digest of its file
 */
record ReportKey(String judging, String hints, Map<String, String> files) {
    private static final String FORMAT = "runner grade 1";

    static ReportKey of(Assignment assignment, Submission submission, Progress progress) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Exercise exercise : assignment.exercises()) {
            files.put(exercise.name(), SubmissionDigests.of(submission.root(), exercise.source()));
        }
        String judging = assignment
                .identity()
                .map(identity -> assignment.runner() + " " + identity)
                .orElse("");
        return new ReportKey(judging, hints(assignment, progress), files);
    }

    private static String hints(Assignment assignment, Progress progress) {
        HintCost cost = assignment.hintCost();
        return cost.isFree()
                ? "free"
                : cost
                        + assignment.exercises().stream()
                                .map(exercise ->
                                        " " + progress.of(exercise).hints().size())
                                .collect(Collectors.joining());
    }

    /** Whether a report says what another run would say. */
    boolean isKnown() {
        return !judging.isEmpty();
    }

    /** Whether the same file got the same verdict there. */
    boolean judgesAs(ReportKey other) {
        return isKnown() && judging.equals(other.judging);
    }

    /**
     * As {@link #read} takes it.
     *
     * @param report a digest of the report that was found
     */
    String write(String report) {
        StringBuilder text = new StringBuilder(FORMAT + "\n" + report + "\n" + judging + "\n" + hints + "\n");
        files.forEach(
                (name, digest) -> text.append(digest).append(' ').append(name).append('\n'));
        return text.toString();
    }

    /** A key and the digest of the report that it belongs to. */
    record Written(ReportKey key, String report) {}

    /** @throws IllegalArgumentException if that is no key */
    static Written read(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() < 4 || !lines.get(0).equals(FORMAT)) {
            throw new IllegalArgumentException("no key");
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : lines.subList(4, lines.size())) {
            int blank = line.indexOf(' ');
            if (blank < 0) {
                throw new IllegalArgumentException("no digest and name");
            }
            files.put(line.substring(blank + 1), line.substring(0, blank));
        }
        return new Written(new ReportKey(lines.get(2), lines.get(3), files), lines.get(1));
    }
}
