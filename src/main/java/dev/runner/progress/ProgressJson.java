package dev.runner.progress;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code .runner/progress.json}, version 1:
 *
 * <pre>{@code
 * {
 *   "version": 1,
 *   "current": "vecs1",
 *   "exercises": {
 *     "intro1": {"done": "2026-11-24T08:00:00Z", "attempts": 2, "hints": [1, 2],
 *                "first": "2026-11-24T07:58:00Z", "last": "2026-11-24T08:00:00Z"}
 *   }
 * }
 * }</pre>
 *
 * Every key of an exercise may be absent; unknown keys are ignored. Times are ISO 8601 in UTC.
 */
final class ProgressJson {
    private static final int VERSION = 1;

    private ProgressJson() {}

    static String write(Progress progress) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.setSerializeNulls(false);
            json.beginObject();
            json.name("version").value(VERSION);
            json.name("current").value(progress.current());
            json.name("exercises").beginObject();
            for (Map.Entry<String, ExerciseProgress> entry :
                    progress.exercises().entrySet()) {
                json.name(entry.getKey());
                write(json, entry.getValue());
            }
            json.endObject();
            json.endObject();
        }
        return text + "\n";
    }

    private static void write(JsonWriter json, ExerciseProgress progress) throws IOException {
        json.beginObject();
        json.name("done").value(text(progress.done()));
        json.name("attempts").value(progress.attempts());
        json.name("hints").beginArray();
        for (int stage : progress.hints()) {
            json.value(stage);
        }
        json.endArray();
        json.name("first").value(text(progress.first()));
        json.name("last").value(text(progress.last()));
        json.endObject();
    }

    /** @throws IOException if {@code text} is no such file; the message says why */
    static Progress read(String text) throws IOException {
        try (JsonReader json = new JsonReader(new StringReader(text))) {
            Reading reading = new Reading();
            json.beginObject();
            while (json.hasNext()) {
                reading.key(json.nextName(), json);
            }
            json.endObject();
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("text after the end");
            }
            return reading.progress();
        } catch (IllegalStateException | IllegalArgumentException | DateTimeException broken) {
            throw new IOException(broken.getMessage(), broken);
        }
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static final class Reading {
        private final Map<String, ExerciseProgress> exercises = new LinkedHashMap<>();
        private @Nullable String current;
        private int version;

        void key(String name, JsonReader json) throws IOException {
            switch (name) {
                case "version" -> version = json.nextInt();
                case "current" -> current = json.nextString();
                case "exercises" -> {
                    json.beginObject();
                    while (json.hasNext()) {
                        exercises.put(json.nextName(), exercise(json));
                    }
                    json.endObject();
                }
                default -> json.skipValue();
            }
        }

        private static ExerciseProgress exercise(JsonReader json) throws IOException {
            Instant done = null;
            Instant first = null;
            Instant last = null;
            int attempts = 0;
            List<Integer> hints = new ArrayList<>();
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "done" -> done = Instant.parse(json.nextString());
                    case "attempts" -> attempts = json.nextInt();
                    case "hints" -> {
                        json.beginArray();
                        while (json.hasNext()) {
                            hints.add(json.nextInt());
                        }
                        json.endArray();
                    }
                    case "first" -> first = Instant.parse(json.nextString());
                    case "last" -> last = Instant.parse(json.nextString());
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new ExerciseProgress(done, attempts, hints, first, last);
        }

        Progress progress() throws IOException {
            if (version != VERSION) {
                throw new IOException("version " + version + " instead of " + VERSION);
            }
            return new Progress(current, exercises);
        }
    }
}
