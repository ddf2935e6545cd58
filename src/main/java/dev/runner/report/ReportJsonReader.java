package dev.runner.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import dev.runner.verify.Check;
import dev.runner.verify.Shard;
import dev.runner.verify.TestReport;
import dev.runner.verify.TestResult;
import dev.runner.verify.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ReportJson} wrote. What is derived there (scores, the summary) is not read but counted again. */
public final class ReportJsonReader {
    private static final Pattern PLACE = Pattern.compile("at line ([0-9]+) column ([0-9]+)");
    private static final String MAKE = "make it with: runner verify --report json:FILE";

    private ReportJsonReader() {}

    /**
     * The report.
     *
     * @param name what the file is called in messages
     * @throws ReportException if it is none, or one of another format
     */
    public static Report read(String name, String text) {
        try {
            JsonFields fields = new JsonFields("", parse(text));
            checkFormat(name, fields);
            return report(fields);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException wrong) {
            throw new ReportException(name + " is no report of runner's: " + wrong.getMessage(), MAKE);
        }
    }

    /** Any JSON, strictly. */
    static JsonElement parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("something follows its end");
            }
            return element;
        } catch (IOException | JsonParseException broken) {
            // Its own message is for who writes programs; the place is for everybody.
            Matcher place = PLACE.matcher(String.valueOf(broken.getMessage()));
            String where = place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
            throw new IllegalArgumentException("it is no JSON" + where, broken);
        }
    }

    private static void checkFormat(String name, JsonFields fields) {
        if (!fields.has("format") || !fields.has("selection")) {
            throw new ReportException(name + " is no report of runner's: it has no \"format\" and \"selection\"", MAKE);
        }
        int format = fields.count("format");
        if (format != ReportJson.FORMAT) {
            throw new ReportException(
                    name + " is of format " + format + "; this version reads format " + ReportJson.FORMAT,
                    "write and merge the reports with the same version of runner");
        }
    }

    private static Report report(JsonFields fields) {
        JsonFields course = fields.object("course");
        JsonFields shard = fields.object("shard");
        return new Report(
                fields.text("runner"),
                new CourseIdentity(course.textOrNull("title"), course.count("exercises"), course.text("digest")),
                fields.text("directory"),
                fields.flag("solutions"),
                HintCost.parse(fields.text("hintCost")),
                new Shard(shard.count("index"), shard.count("total")),
                shard.textOrNull("basis"),
                fields.texts("selection"),
                fields.objects("exercises").stream()
                        .map(ReportJsonReader::exercise)
                        .toList(),
                Instant.parse(fields.text("started")),
                Seconds.parse(fields.number("seconds")));
    }

    private static ExerciseReport exercise(JsonFields fields) {
        return new ExerciseReport(
                fields.text("name"),
                fields.text("chapter"),
                fields.text("file"),
                fields.count("points"),
                fields.count("hints"),
                verdict(fields),
                fields.textOrNull("defect"),
                Seconds.parse(fields.number("seconds")));
    }

    private static @Nullable Verdict verdict(JsonFields fields) {
        if (fields.isNull("verdict")) {
            return null;
        }
        return new Account(
                        fields.constant("verdict", Status.class),
                        fields.textOrNull("check") == null ? null : fields.constant("check", Check.class),
                        fields.text("reason"),
                        diagnostics(fields),
                        tests(fields.object("tests")),
                        output(fields.object("output")),
                        limit(fields),
                        fields.countOrZero("line"),
                        fields.textOrNull("help"))
                .verdict();
    }

    private static @Nullable Duration limit(JsonFields fields) {
        return fields.isNull("limit") ? null : Seconds.parse(fields.number("limit"));
    }

    private static List<Diagnostic> diagnostics(JsonFields fields) {
        return fields.objects("diagnostics").stream()
                .map(diagnostic -> new Diagnostic(
                        diagnostic.constant("level", Diagnostic.Level.class),
                        diagnostic.textOrNull("code"),
                        diagnostic.text("message"),
                        diagnostic.isNull("file") ? "" : diagnostic.text("file"),
                        diagnostic.countOrZero("line"),
                        diagnostic.countOrZero("column"),
                        diagnostic.text("rendered")))
                .toList();
    }

    private static TestReport tests(JsonFields fields) {
        return new TestReport(
                fields.objects("results").stream()
                        .map(test -> new TestResult(
                                test.text("name"),
                                test.constant("status", TestResult.Status.class),
                                test.text("output")))
                        .toList(),
                fields.flag("finished"));
    }

    private static Transcript output(JsonFields fields) {
        return new Transcript(fields.text("head"), fields.longCount("omittedBytes"), fields.text("tail"));
    }
}
