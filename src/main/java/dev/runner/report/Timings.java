package dev.runner.report;

import dev.runner.verify.Shards;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What exercises took when they were last judged, as the file {@code .runner/durations.json} keeps it: {@code {"format": 1,
 * "seconds": {NAME: SECONDS}}}.
 *
 * @param durations by the exercises' names
 */
public record Timings(Map<String, Duration> durations) {
    /** Nothing is known. */
    public static final Timings NONE = new Timings(Map.of());

    private static final int FORMAT = 1;

    /** Whatever took less was not compiled: its verdict was remembered, and says nothing of what the next will take. */
    private static final Duration SHORTEST = Duration.ofMillis(10);

    public Timings {
        durations = Map.copyOf(durations);
    }

    /**
     * Reads a file of durations, or a JSON report.
     *
     * @param name what the file is called in messages
     * @throws ReportException if it is neither
     */
    public static Timings read(String name, String text) {
        try {
            JsonFields fields = new JsonFields("", ReportJsonReader.parse(text));
            if (fields.has("exercises")) {
                return of(ReportJsonReader.read(name, text));
            }
            if (fields.count("format") != FORMAT) {
                throw fields.wrong("format", String.valueOf(FORMAT));
            }
            JsonFields seconds = fields.object("seconds");
            Map<String, Duration> durations = new TreeMap<>();
            for (String exercise : seconds.keys()) {
                durations.put(exercise, Seconds.parse(seconds.number(exercise)));
            }
            return new Timings(durations);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new ReportException(
                    name + " tells no durations: " + wrong.getMessage(),
                    "give a JSON report, or a .runner/durations.json");
        }
    }

    /** What the report's exercises took. */
    public static Timings of(Report report) {
        return new Timings(report.exercises().stream()
                .filter(exercise ->
                        exercise.verdict() != null && exercise.duration().compareTo(SHORTEST) >= 0)
                .collect(Collectors.toMap(ExerciseReport::name, ExerciseReport::duration)));
    }

    /** These, and where {@code newer} knows something, that. */
    public Timings with(Timings newer) {
        Map<String, Duration> all = new TreeMap<>(durations);
        all.putAll(newer.durations);
        return new Timings(all);
    }

    /** As {@link #read} takes it, sorted by name. */
    public String write() {
        return Json.text(json -> {
            json.beginObject();
            json.name("format").value(FORMAT);
            json.name("seconds").beginObject();
            for (Map.Entry<String, Duration> entry : new TreeMap<>(durations).entrySet()) {
                json.name(entry.getKey()).value(Seconds.of(entry.getValue()));
            }
            json.endObject();
            json.endObject();
        });
    }

    /** What each of these exercises will take, in milliseconds; of those that are not known, what is usual. */
    public Map<String, Long> costs(List<String> names) {
        long usual = Shards.usualCost(names.stream()
                .map(durations::get)
                .filter(duration -> duration != null)
                .mapToLong(Duration::toMillis)
                .toArray());
        return names.stream().collect(Collectors.toMap(name -> name, name -> cost(name, usual)));
    }

    private long cost(String name, long usual) {
        Duration known = durations.get(name);
        return known == null ? usual : known.toMillis();
    }

    /** A digest of what is known of these exercises, by which parts of a run can be told to fit; null if nothing is. */
    public @Nullable String basis(List<String> names) {
        String known = names.stream()
                .filter(durations::containsKey)
                .map(name -> name + "=" + cost(name, 0))
                .collect(Collectors.joining("\n"));
        return known.isEmpty() ? null : CourseIdentity.sha256(known);
    }
}
