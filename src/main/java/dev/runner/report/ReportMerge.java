package dev.runner.report;

import dev.runner.verify.Shard;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Joins the parts of a run into the report that a single run would have given. It began when the first part began, and took
 * as long as the longest part, because parts run side by side.
 */
public final class ReportMerge {
    private ReportMerge() {}

    /**
     * The whole.
     *
     * @param parts by the names of their files, in any order, at least one
     * @throws ReportException if they are not the parts of one run, each once
     */
    public static Report join(Map<String, Report> parts) {
        Map.Entry<String, Report> first = parts.entrySet().iterator().next();
        for (Map.Entry<String, Report> part : parts.entrySet()) {
            checkSameRun(first, part);
        }
        checkShards(parts);
        Report any = first.getValue();
        return new Report(
                any.runner(),
                any.course(),
                any.directory(),
                any.solutions(),
                any.hintCost(),
                Shard.WHOLE,
                null,
                any.selection(),
                exercises(parts, any.selection()),
                parts.values().stream()
                        .map(Report::started)
                        .min(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH),
                parts.values().stream()
                        .map(Report::duration)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO));
    }

    private static void checkSameRun(Map.Entry<String, Report> first, Map.Entry<String, Report> other) {
        Map<String, Function<Report, Object>> facts = new LinkedHashMap<>();
        facts.put("courses (their titles or exercises differ)", Report::course);
        facts.put("selections of exercises", Report::selection);
        facts.put("versions of runner", Report::runner);
        facts.put("directories of a repository", Report::directory);
        facts.put("runs: one judged solutions, the other exercises", Report::solutions);
        facts.put("prices of hints", Report::hintCost);
        facts.put("splits into shards", report -> report.shard().total());
        facts.forEach((what, fact) -> {
            if (!fact.apply(first.getValue()).equals(fact.apply(other.getValue()))) {
                throw notTogether(first.getKey(), other.getKey(), what);
            }
        });
        if (!Objects.equals(first.getValue().basis(), other.getValue().basis())) {
            throw notTogether(first.getKey(), other.getKey(), "timings, by which they were balanced");
        }
    }

    private static ReportException notTogether(String one, String other, String what) {
        return new ReportException(
                one + " and " + other + " are of different " + what,
                "merge the parts of one run; all its shards need the same command line and the same --timings");
    }

    private static void checkShards(Map<String, Report> parts) {
        Map<Integer, String> files = new HashMap<>();
        parts.forEach((file, report) -> {
            String twin = files.put(report.shard().index(), file);
            if (twin != null) {
                throw new ReportException(
                        "shard " + report.shard() + " is there twice: " + twin + " and " + file, "name each part once");
            }
        });
        int total = parts.values().iterator().next().shard().total();
        String missing = IntStream.rangeClosed(1, total)
                .filter(index -> !files.containsKey(index))
                .mapToObj(index -> index + "/" + total)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ReportException(
                    "parts are missing: shard " + missing, "name the reports of all " + total + " shards");
        }
    }

    private static List<ExerciseReport> exercises(Map<String, Report> parts, List<String> selection) {
        Map<String, ExerciseReport> byName = new HashMap<>();
        Map<String, String> files = new HashMap<>();
        parts.forEach((file, report) -> report.exercises().forEach(exercise -> {
            String twin = files.put(exercise.name(), file);
            if (twin != null) {
                throw new ReportException(
                        "exercise " + exercise.name() + " is there twice: in " + twin + " and " + file,
                        "run all shards with the same --timings");
            }
            byName.put(exercise.name(), exercise);
        }));
        checkComplete(new TreeSet<>(byName.keySet()), selection);
        return selection.stream().map(byName::get).filter(Objects::nonNull).toList();
    }

    private static void checkComplete(Set<String> names, List<String> selection) {
        List<String> missing =
                selection.stream().filter(name -> !names.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new ReportException(
                    "no part holds " + some(missing), "run all shards with the same --timings, to the end");
        }
        selection.forEach(names::remove);
        if (!names.isEmpty()) {
            throw new ReportException(
                    some(List.copyOf(names)) + " was never selected", "merge reports as runner wrote them");
        }
    }

    private static String some(List<String> names) {
        String shown = names.stream().limit(5).collect(Collectors.joining(", "));
        return names.size() > 5 ? shown + " and " + (names.size() - 5) + " more" : shown;
    }
}
