package dev.runner.report;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as {@code check_result.json} of the class forks of rustlings; odd spellings are theirs. */
final class ClassReport {
    private ClassReport() {}

    /** The first form. Who the learner is it does not know: {@code user_name} is null, and the workflow fills it in. */
    static String write(Report report) {
        long passed = report.count(Status.PASSED);
        return Json.text(json -> {
            json.beginObject();
            json.name("exercises").beginArray();
            for (ExerciseReport exercise : report.exercises()) {
                json.beginObject();
                json.name("name").value(exercise.name());
                json.name("result").value(exercise.passed());
                json.endObject();
            }
            json.endArray();
            json.name("user_name").nullValue();
            json.name("statistics").beginObject();
            json.name("total_exercations").value(report.exercises().size());
            json.name("total_succeeds").value(passed);
            json.name("total_failures").value(report.exercises().size() - passed);
            json.name("total_time").value(report.duration().toSeconds());
            json.endObject();
            json.endObject();
        });
    }

    /**
     * The later form, "schema 1". Repository, commit, student and run are those of GitHub's variables, {@code courseId} is
     * {@code RUNNER_COURSE_ID}; what is not set is null.
     */
    static String writeSchema1(Report report, Map<String, String> environment) {
        return Json.text(json -> {
            json.beginObject();
            json.name("schema").value(1);
            json.name("courseId").value(number(environment.get("RUNNER_COURSE_ID")));
            json.name("repository").value(environment.get("GITHUB_REPOSITORY"));
            json.name("commit").value(environment.get("GITHUB_SHA"));
            json.name("score").value(report.score());
            json.name("totalScore").value(report.points());
            json.name("exercises").beginArray();
            for (ExerciseReport exercise : report.exercises()) {
                exercise(json, report, exercise);
            }
            json.endArray();
            json.name("student").value(environment.get("GITHUB_ACTOR"));
            json.name("runId").value(environment.get("GITHUB_RUN_ID"));
            json.name("runAttempt").value(environment.get("GITHUB_RUN_ATTEMPT"));
            json.endObject();
        });
    }

    private static void exercise(JsonWriter json, Report report, ExerciseReport exercise) throws IOException {
        json.beginObject();
        json.name("name").value(exercise.name());
        json.name("max").value(exercise.points());
        json.name("score").value(report.score(exercise));
        json.name("status").value(exercise.status().word());
        json.name("exitCode").value(exercise.passed() ? 0 : 1);
        json.endObject();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }
}
