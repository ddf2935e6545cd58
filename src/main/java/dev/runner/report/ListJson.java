package dev.runner.report;

import com.google.gson.stream.JsonWriter;
import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.ExerciseProgress;
import dev.runner.progress.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code runner list --json}, version 1: {@code {"version", "title", "current", "done", "total", "exercises": [{"name",
 * "chapter", "path", "state": "done" | "pending", "current", "test", "attempts", "hintsRevealed", "hints", "firstAttempt",
 * "lastAttempt", "doneAt", "description"}]}}. Times are ISO 8601 in UTC; what is not known is null; {@code done} and
 * {@code total} are the whole course's, whatever is listed.
 */
public final class ListJson {
    private static final int VERSION = 1;

    private ListJson() {}

    /** The exercises that {@code shown} accepts, in the course's order, as one JSON object and a line end. */
    public static String write(Course course, Progress progress, Predicate<Exercise> shown) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.setIndent("  ");
            json.beginObject();
            json.name("version").value(VERSION);
            json.name("title").value(course.title());
            json.name("current").value(progress.currentIn(course).name());
            json.name("done").value(progress.doneCount(course.exercises()));
            json.name("total").value(course.exercises().size());
            json.name("exercises").beginArray();
            for (Exercise exercise : course.exercises()) {
                if (shown.test(exercise)) {
                    write(json, exercise, progress.of(exercise), exercise.equals(progress.currentIn(course)));
                }
            }
            json.endArray();
            json.endObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private static void write(JsonWriter json, Exercise exercise, ExerciseProgress progress, boolean current)
            throws IOException {
        json.beginObject();
        json.name("name").value(exercise.name());
        json.name("chapter").value(exercise.chapter());
        json.name("path").value(exercise.source().toString().replace('\\', '/'));
        json.name("state").value(progress.isDone() ? "done" : "pending");
        json.name("current").value(current);
        json.name("test").value(exercise.test());
        json.name("attempts").value(progress.attempts());
        json.name("hintsRevealed").value(progress.hints().size());
        json.name("hints").value(exercise.hint().size());
        json.name("firstAttempt").value(text(progress.first()));
        json.name("lastAttempt").value(text(progress.last()));
        json.name("doneAt").value(text(progress.done()));
        json.name("description").value(exercise.description());
        json.endObject();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
