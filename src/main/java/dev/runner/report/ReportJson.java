package dev.runner.report;

import com.google.gson.stream.JsonWriter;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report as JSON, complete: {@link ReportJsonReader} makes the report from it again. Its form is described by
 * {@code docs/report.schema.json}. Texts hold no terminal control sequences; times are ISO 8601 in UTC and seconds with
 * three decimals; what is not known is null.
 */
public final class ReportJson {
    /** The version of the form, raised whenever a reader of the last could not read it. */
    static final int FORMAT = 1;

    private final JsonWriter json;

    private ReportJson(JsonWriter json) {
        this.json = json;
    }

    /** The report as one JSON object and a line end. */
    public static String write(Report report) {
        return Json.text(json -> new ReportJson(json).report(report));
    }

    private void report(Report report) throws IOException {
        json.beginObject();
        json.name("format").value(FORMAT);
        json.name("runner").value(report.runner());
        json.name("course").beginObject();
        json.name("title").value(report.course().title());
        json.name("exercises").value(report.course().exercises());
        json.name("digest").value(report.course().digest());
        json.endObject();
        json.name("directory").value(report.directory());
        json.name("solutions").value(report.solutions());
        json.name("hintCost").value(report.hintCost().toString());
        json.name("shard").beginObject();
        json.name("index").value(report.shard().index());
        json.name("total").value(report.shard().total());
        json.name("basis").value(report.basis());
        json.endObject();
        json.name("started").value(report.started().toString());
        json.name("seconds").value(Seconds.of(report.duration()));
        summary(report);
        json.name("selection").beginArray();
        for (String name : report.selection()) {
            json.value(name);
        }
        json.endArray();
        json.name("exercises").beginArray();
        for (ExerciseReport exercise : report.exercises()) {
            exercise(report, exercise);
        }
        json.endArray();
        json.endObject();
    }

    /** For who wants no more than the figures; the reader counts again. */
    private void summary(Report report) throws IOException {
        json.name("summary").beginObject();
        json.name("total").value(report.exercises().size());
        for (Status status : Status.values()) {
            json.name(status.id()).value(report.count(status));
        }
        json.name("points").value(report.points());
        json.name("score").value(report.score());
        json.endObject();
    }

    private void exercise(Report report, ExerciseReport exercise) throws IOException {
        Account account = exercise.found();
        json.beginObject();
        json.name("name").value(exercise.name());
        json.name("chapter").value(exercise.chapter());
        json.name("file").value(exercise.file());
        json.name("status").value(exercise.status().id());
        json.name("verdict")
                .value(exercise.verdict() == null ? null : account.status().id());
        json.name("defect").value(exercise.defect());
        json.name("check").value(id(account.check()));
        json.name("reason").value(account.reason());
        json.name("help").value(account.help());
        json.name("limit").value(account.limit() == null ? null : Seconds.of(account.limit()));
        json.name("line").value(account.line() == 0 ? null : account.line());
        json.name("points").value(exercise.points());
        json.name("score").value(report.score(exercise));
        json.name("hints").value(exercise.hints());
        json.name("seconds").value(Seconds.of(exercise.duration()));
        diagnostics(account.diagnostics());
        tests(account.tests());
        output(account.output());
        json.endObject();
    }

    private void diagnostics(List<Diagnostic> diagnostics) throws IOException {
        json.name("diagnostics").beginArray();
        for (Diagnostic diagnostic : diagnostics) {
            boolean placed = diagnostic.line() > 0;
            json.beginObject();
            json.name("level").value(id(diagnostic.level()));
            json.name("code").value(diagnostic.code());
            json.name("message").value(diagnostic.message());
            json.name("file").value(diagnostic.file().isEmpty() ? null : diagnostic.file());
            json.name("line").value(placed ? diagnostic.line() : null);
            json.name("column").value(placed ? diagnostic.column() : null);
            json.name("rendered").value(diagnostic.rendered());
            json.endObject();
        }
        json.endArray();
    }

    private void tests(TestReport tests) throws IOException {
        json.name("tests").beginObject();
        json.name("finished").value(tests.finished());
        json.name("results").beginArray();
        for (TestResult test : tests.results()) {
            json.beginObject();
            json.name("name").value(test.name());
            json.name("status").value(id(test.status()));
            json.name("output").value(test.output());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void output(Transcript output) throws IOException {
        json.name("output").beginObject();
        json.name("head").value(output.head());
        json.name("omittedBytes").value(output.omittedBytes());
        json.name("tail").value(output.tail());
        json.endObject();
    }

    private static @Nullable String id(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }
}
