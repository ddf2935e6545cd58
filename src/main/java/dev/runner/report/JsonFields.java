package dev.runner.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An object of a JSON file, read strictly: what is missing or of the wrong kind is an error that names its place. Keys that
 * nobody asks for are ignored.
 */
final class JsonFields {
    private final String place;
    private final JsonObject object;

    /** @param place where the object stands, such as {@code exercises[3]}; empty for the whole file */
    JsonFields(String place, JsonElement element) {
        if (!element.isJsonObject()) {
            throw new IllegalArgumentException((place.isEmpty() ? "it" : place) + " is no object");
        }
        this.place = place;
        this.object = element.getAsJsonObject();
    }

    boolean has(String key) {
        return object.has(key);
    }

    /** Whether there is nothing, or null. */
    boolean isNull(String key) {
        JsonElement value = object.get(key);
        return value == null || value.isJsonNull();
    }

    Iterable<String> keys() {
        return object.keySet();
    }

    String text(String key) {
        String value = textOrNull(key);
        if (value == null) {
            throw wrong(key, "a text");
        }
        return value;
    }

    @Nullable
    String textOrNull(String key) {
        JsonPrimitive value = primitiveOrNull(key, "a text");
        if (value != null && !value.isString()) {
            throw wrong(key, "a text");
        }
        return value == null ? null : value.getAsString();
    }

    boolean flag(String key) {
        JsonPrimitive value = primitiveOrNull(key, "true or false");
        if (value == null || !value.isBoolean()) {
            throw wrong(key, "true or false");
        }
        return value.getAsBoolean();
    }

    /** A whole number from 0. */
    int count(String key) {
        long value = longCount(key);
        if (value > Integer.MAX_VALUE) {
            throw wrong(key, "a smaller number");
        }
        return (int) value;
    }

    /** A whole number from 0. */
    long longCount(String key) {
        try {
            long value = number(key).longValueExact();
            if (value >= 0) {
                return value;
            }
        } catch (ArithmeticException fraction) {
            // Said below.
        }
        throw wrong(key, "a whole number from 0");
    }

    /** The number, or 0 where there is null. */
    int countOrZero(String key) {
        return primitiveOrNull(key, "a whole number from 0") == null ? 0 : count(key);
    }

    BigDecimal number(String key) {
        JsonPrimitive value = primitiveOrNull(key, "a number");
        if (value == null || !value.isNumber()) {
            throw wrong(key, "a number");
        }
        BigDecimal number = value.getAsBigDecimal();
        // A few characters can name a number that fills the memory once it is written out.
        if (Math.abs((long) number.precision() - number.scale()) > 30 || number.scale() > 30) {
            throw wrong(key, "a smaller number");
        }
        return number;
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        String value = text(key);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return constant;
            }
        }
        throw wrong(key, "one of those that this version knows; it is \"" + value + "\"");
    }

    JsonFields object(String key) {
        JsonElement value = object.get(key);
        if (value == null) {
            throw wrong(key, "an object");
        }
        return new JsonFields(placeOf(key), value);
    }

    List<JsonFields> objects(String key) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement element : array(key)) {
            objects.add(new JsonFields(placeOf(key) + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(key)) {
            if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isString()) {
                throw wrong(key, "a list of texts");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    private JsonArray array(String key) {
        JsonElement value = object.get(key);
        if (value == null || !value.isJsonArray()) {
            throw wrong(key, "a list");
        }
        return value.getAsJsonArray();
    }

    private @Nullable JsonPrimitive primitiveOrNull(String key, String expected) {
        JsonElement value = object.get(key);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            throw wrong(key, expected);
        }
        return value.getAsJsonPrimitive();
    }

    /** An error about a key. */
    IllegalArgumentException wrong(String key, String expected) {
        return new IllegalArgumentException(placeOf(key) + " is not " + expected);
    }

    private String placeOf(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
