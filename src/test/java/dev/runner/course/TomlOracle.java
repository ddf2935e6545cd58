package dev.runner.course;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/**
 * What a document means according to tomlj and according to us, in the same values: String, Long, Double, Boolean, times of
 * {@code java.time}, List and Map.
 */
final class TomlOracle {
    private TomlOracle() {}

    /** What tomlj reads; empty where it says that {@code text} is no TOML 1.0. */
    static Optional<Map<String, Object>> expected(String text) {
        TomlParseResult result;
        try {
            result = Toml.parse(text, TomlVersion.V1_0_0);
        } catch (NullPointerException itsOwnFault) {
            // tomlj 2.2.0 stumbles over some line ends in inline tables, which TOML 1.0 forbids.
            return Optional.empty();
        }
        return result.hasErrors() ? Optional.empty() : Optional.of(table(result));
    }

    /** What we read; empty where we refuse. */
    static Optional<Map<String, Object>> ours(String text) {
        TomlDocument document = TomlDocument.parse("it.toml", text);
        if (!document.syntaxErrors().isEmpty()) {
            return Optional.empty();
        }
        TomlTable root = document.root(new ArrayList<>());
        Map<String, Object> values = new LinkedHashMap<>();
        root.keys().forEach(key -> values.put(key, comparable(Objects.requireNonNull(root.get(key)))));
        return Optional.of(values);
    }

    private static Map<String, Object> table(org.tomlj.TomlTable table) {
        Map<String, Object> values = new LinkedHashMap<>();
        table.keySet().forEach(key -> values.put(key, plain(table.get(List.of(key)))));
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof org.tomlj.TomlTable table) {
            return table(table);
        }
        if (value instanceof TomlArray array) {
            return array.toList().stream().map(TomlOracle::plain).toList();
        }
        return value;
    }

    private static Object comparable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> values = new LinkedHashMap<>();
            map.forEach((key, element) -> values.put((String) key, comparable(element)));
            return values;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(TomlOracle::comparable).toList();
        }
        return value instanceof TomlDate date ? time(date.text().toUpperCase(Locale.ROOT)) : value;
    }

    private static TemporalAccessor time(String text) {
        String iso = text.replace(' ', 'T');
        if (!iso.contains("-")) {
            return LocalTime.parse(iso);
        }
        if (!iso.contains("T")) {
            return LocalDate.parse(iso);
        }
        return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)") ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso);
    }
}
