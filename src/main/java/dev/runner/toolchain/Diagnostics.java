package dev.runner.toolchain;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the diagnostics that {@code rustc --error-format=json} and {@code cargo --message-format=json} print, one JSON
 * object a line (the rustc book, "JSON Output"; the cargo book, "External tools").
 */
public final class Diagnostics {
    private Diagnostics() {}

    /**
     * The diagnostics among the lines of {@code text}, in order. Summaries that only count ("aborting due to 2 previous
     * errors") are left out, and so is every line that is no diagnostic.
     */
    public static List<Diagnostic> parse(String text) {
        List<Diagnostic> found = new ArrayList<>();
        text.lines().forEach(line -> parseLine(line).ifPresent(found::add));
        return List.copyOf(found);
    }

    /** The diagnostic in one line, if it holds one. */
    public static Optional<Diagnostic> parseLine(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try (JsonReader json = new JsonReader(new StringReader(line))) {
            Fields fields = new Fields();
            fields.read(json);
            return fields.diagnostic();
        } catch (IOException | IllegalStateException | NumberFormatException notJson) {
            // A learner's build may print anything that begins with a brace.
            return Optional.empty();
        }
    }

    /** The lines of {@code text} that are no JSON: what a compiler prints when it crashes or a linker fails. */
    public static String plainText(String text) {
        StringBuilder plain = new StringBuilder();
        text.lines()
                .filter(line -> !line.startsWith("{"))
                .forEach(line -> plain.append(line).append('\n'));
        return plain.toString();
    }

    /** What one object says, gathered key by key: rustc does not promise an order. */
    private static final class Fields {
        private @Nullable String reason;
        private @Nullable String level;
        private @Nullable String code;
        private @Nullable String message;
        private String rendered = "";
        private String file = "";
        private int line;
        private int column;

        void read(JsonReader json) throws IOException {
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "reason" -> reason = json.nextString();
                    case "level" -> level = text(json);
                    case "rendered" -> rendered = orEmpty(text(json));
                    case "code" -> readCode(json);
                    case "message" -> readMessage(json);
                    case "spans" -> readSpans(json);
                    default -> json.skipValue();
                }
            }
            json.endObject();
        }

        /** rustc's own message is a text; in cargo's envelope it is the whole diagnostic. */
        private void readMessage(JsonReader json) throws IOException {
            if (json.peek() == JsonToken.BEGIN_OBJECT) {
                read(json);
            } else {
                message = text(json);
            }
        }

        private void readCode(JsonReader json) throws IOException {
            if (json.peek() != JsonToken.BEGIN_OBJECT) {
                json.skipValue();
                return;
            }
            json.beginObject();
            while (json.hasNext()) {
                if (json.nextName().equals("code")) {
                    code = text(json);
                } else {
                    json.skipValue();
                }
            }
            json.endObject();
        }

        private void readSpans(JsonReader json) throws IOException {
            json.beginArray();
            while (json.hasNext()) {
                readSpan(json);
            }
            json.endArray();
        }

        /** The first primary span is the place of the diagnostic. */
        private void readSpan(JsonReader json) throws IOException {
            String spanFile = "";
            int spanLine = 0;
            int spanColumn = 0;
            boolean primary = false;
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "file_name" -> spanFile = json.nextString();
                    case "line_start" -> spanLine = json.nextInt();
                    case "column_start" -> spanColumn = json.nextInt();
                    case "is_primary" -> primary = json.nextBoolean();
                    default -> json.skipValue();
                }
            }
            json.endObject();
            if (primary && line == 0) {
                file = spanFile;
                line = spanLine;
                column = spanColumn;
            }
        }

        Optional<Diagnostic> diagnostic() {
            boolean foreign = reason != null && !reason.equals("compiler-message");
            if (foreign || message == null || level == null || level.equals("failure-note") || isCount()) {
                return Optional.empty();
            }
            return Optional.of(new Diagnostic(levelOf(level), code, message, file, line, column, rendered));
        }

        private boolean isCount() {
            String text = orEmpty(message);
            return line == 0
                    && code == null
                    && (text.startsWith("aborting due to")
                            || text.endsWith("warning emitted")
                            || text.endsWith("warnings emitted"));
        }

        private static Diagnostic.Level levelOf(String level) {
            // "error: internal compiler error" is a level of its own.
            if (level.startsWith("error")) {
                return Diagnostic.Level.ERROR;
            }
            return level.equals("warning") ? Diagnostic.Level.WARNING : Diagnostic.Level.NOTE;
        }

        private static @Nullable String text(JsonReader json) throws IOException {
            if (json.peek() == JsonToken.NULL) {
                json.nextNull();
                return null;
            }
            return json.nextString();
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
