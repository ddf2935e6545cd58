package dev.runner.tracks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** JSON documents from files and at random, and what gson makes of them when it is strict. */
final class JsonDocuments {
    private static final Pattern CONTROL_PICTURE = Pattern.compile("[\u2400-\u2421]");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

    private JsonDocuments() {}

    /** The lines of a file beside this class; a control picture stands for its control character or for a blank. */
    static Stream<String> lines(String name) throws IOException {
        try (InputStream file = JsonDocuments.class.getResourceAsStream("serde/" + name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(JsonDocuments::controlCharacters);
        }
    }

    private static String controlCharacters(String line) {
        return CONTROL_PICTURE
                .matcher(line)
                .replaceAll(picture -> picture.group().equals("\u2421")
                        ? "\u007f"
                        : Character.toString(picture.group().charAt(0) - '\u2400')
                                .replace("$", "\\$"));
    }

    /** Gson's tree of the whole document. */
    static JsonElement gson(String document) throws IOException {
        if (document.isBlank()) {
            throw new MalformedJsonException("gson would take nothing for null");
        }
        try (JsonReader reader = new JsonReader(new StringReader(document))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("something comes behind the value");
            }
            return tree;
        }
    }

    /** Asserts that these are the same values, with the names of objects in the same order. */
    static void assertSame(JsonElement actual, JsonElement expected) {
        if (expected instanceof JsonArray array) {
            assertThat(actual.getAsJsonArray()).hasSameSizeAs(array);
            for (int n = 0; n < array.size(); n++) {
                assertSame(actual.getAsJsonArray().get(n), array.get(n));
            }
        } else if (expected instanceof JsonObject object) {
            assertThat(actual.getAsJsonObject().keySet()).containsExactlyElementsOf(object.keySet());
            for (String name : object.keySet()) {
                assertSame(actual.getAsJsonObject().get(name), object.get(name));
            }
        } else if (expected instanceof JsonPrimitive number && number.isNumber()) {
            assertThat(actual.getAsJsonPrimitive().isNumber()).isTrue();
            assertSameNumber(actual.getAsString(), number.getAsString());
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    /** A whole number is exact if it fits into 128 bits; any other number is the nearest double. */
    private static void assertSameNumber(String actual, String expected) {
        boolean whole = WHOLE_NUMBER.matcher(expected).matches();
        if (whole && new BigInteger(expected).bitLength() < 128) {
            assertThat(new BigDecimal(actual)).isEqualByComparingTo(expected);
        } else {
            assertThat(Double.parseDouble(actual)).isEqualTo(Double.parseDouble(expected));
        }
    }

    static JsonElement randomValue(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> random.nextBoolean() ? JsonNull.INSTANCE : new JsonPrimitive(random.nextBoolean());
            case 1 -> new JsonPrimitive(random.nextLong() >> random.nextInt(64));
            case 2 -> new JsonPrimitive(random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30));
            case 3, 4 -> new JsonPrimitive(randomText(random));
            case 5 -> randomArray(random, random.nextInt(4), depth - 1);
            default -> randomObject(random, random.nextInt(4), depth - 1);
        };
    }

    static JsonArray randomArray(Random random, int size, int depth) {
        JsonArray array = new JsonArray();
        for (int n = 0; n < size; n++) {
            array.add(randomValue(random, depth));
        }
        return array;
    }

    private static JsonObject randomObject(Random random, int size, int depth) {
        JsonObject object = new JsonObject();
        for (int n = 0; n < size; n++) {
            object.add(randomText(random), randomValue(random, depth));
        }
        return object;
    }

    /** Of all characters, but half of them ASCII. */
    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(8), 0, Character.MAX_CODE_POINT + 1)
                .map(c -> random.nextBoolean() ? c % 128 : c)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
