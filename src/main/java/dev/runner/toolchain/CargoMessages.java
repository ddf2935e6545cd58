package dev.runner.toolchain;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code cargo --message-format=json} prints, one JSON object a line (the cargo book, "External tools"). A
 * procedural macro may print there too, and a flood is cut off: whatever is no message is left out.
 */
public final class CargoMessages {
    private static final String REASON = "{\"reason\":";

    private CargoMessages() {}

    /** The messages of that reason, in order. */
    public static List<JsonObject> of(String reason, String text) {
        String beginning = REASON + '"' + reason + '"';
        List<JsonObject> messages = new ArrayList<>();
        text.lines().filter(line -> line.startsWith(beginning)).forEach(line -> {
            try {
                messages.add(JsonParser.parseString(line).getAsJsonObject());
            } catch (JsonParseException | IllegalStateException cutOff) {
                // As said above.
            }
        });
        return messages;
    }

    /** The last executable that cargo says it made, if there is one. */
    public static Optional<Path> executable(String text) {
        return of("compiler-artifact", text).stream()
                .map(message -> message.get("executable"))
                .filter(executable -> executable != null && !executable.isJsonNull())
                .map(JsonElement::getAsString)
                .map(Path::of)
                .reduce((earlier, later) -> later);
    }

    /** Whether cargo says that it had nothing to build. */
    public static boolean isFresh(String text) {
        List<JsonObject> artifacts = of("compiler-artifact", text);
        return !artifacts.isEmpty()
                && artifacts.stream()
                        .map(artifact -> artifact.get("fresh"))
                        .allMatch(fresh -> fresh != null && fresh.isJsonPrimitive() && fresh.getAsBoolean());
    }
}
