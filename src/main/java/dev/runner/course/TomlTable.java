package dev.runner.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of a {@link TomlDocument}, read strictly: what has the wrong type becomes a finding and counts as absent. */
final class TomlTable {
    private final String file;
    private final String path;
    private final Map<String, Object> values;
    private final TomlSkeleton skeleton;
    private final List<Finding> findings;
    private String label = "";

    TomlTable(String file, String path, Map<String, Object> values, TomlSkeleton skeleton, List<Finding> findings) {
        this.file = file;
        this.path = path;
        this.values = values;
        this.skeleton = skeleton;
        this.findings = findings;
    }

    /** Names the table in findings, beside its path. */
    void label(String name) {
        label = name;
    }

    Set<String> keys() {
        return values.keySet();
    }

    /** Whether something was written there, readable or not. */
    boolean has(String key) {
        return values.containsKey(key) || skeleton.isBroken(pathOf(key));
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    int line() {
        return Math.max(1, skeleton.placeOf(path));
    }

    int lineOf(String key) {
        int line = skeleton.placeOf(pathOf(key));
        return line > 0 ? line : line();
    }

    @Nullable
    String string(String key) {
        return typed(key, String.class, "a string");
    }

    boolean bool(String key, boolean usual) {
        Boolean value = typed(key, Boolean.class, "true or false");
        return value == null ? usual : value;
    }

    /** An integer or a decimal number. */
    @Nullable
    Double number(String key) {
        Object value = values.get(key);
        if (value instanceof Long whole) {
            return whole.doubleValue();
        }
        return typed(key, Double.class, "a number");
    }

    @Nullable
    Long integer(String key) {
        return typed(key, Long.class, "an integer");
    }

    List<String> strings(String key) {
        List<?> list = typed(key, List.class, "an array of strings");
        List<String> strings = new ArrayList<>();
        for (Object element : list == null ? List.of() : list) {
            if (!(element instanceof String text)) {
                report(key, "an array that holds " + kind(element), "an array of strings");
                return List.of();
            }
            strings.add(text);
        }
        return strings;
    }

    /** The tables of an array of tables; null where the key is absent. */
    @Nullable
    List<TomlTable> tables(String key) {
        List<?> list = typed(key, List.class, "tables, each begun with [[" + key + "]]");
        if (list == null) {
            return null;
        }
        List<TomlTable> tables = new ArrayList<>();
        for (int index = 1; index <= list.size(); index++) {
            TomlTable table = asTable(list.get(index - 1), pathOf(key) + "[" + index + "]");
            if (table == null) {
                report(
                        key,
                        "an array that holds " + kind(list.get(index - 1)),
                        "tables, each begun with [[" + key + "]]");
                return null;
            }
            tables.add(table);
        }
        return tables;
    }

    /** A table below this one; null where there is none. */
    @Nullable
    TomlTable table(String key) {
        Map<?, ?> map = typed(key, Map.class, "a table");
        return map == null ? null : asTable(map, pathOf(key));
    }

    /** Adds a finding about a key of this table. */
    void report(String key, String problem, @Nullable String expected) {
        String name =
                label.isEmpty() ? pathOf(key) : path + " " + TomlKeys.quoted(label) + (key.isEmpty() ? "" : ": " + key);
        findings.add(new Finding(file, lineOf(key), key.isEmpty() && label.isEmpty() ? path : name, problem, expected));
    }

    @SuppressWarnings("unchecked") // restored maps have string keys
    private @Nullable TomlTable asTable(Object value, String at) {
        return value instanceof Map<?, ?> map
                ? new TomlTable(file, at, (Map<String, Object>) map, skeleton, findings)
                : null;
    }

    private <T> @Nullable T typed(String key, Class<T> type, String expected) {
        Object value = values.get(key);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        report(key, "is " + kind(value), expected);
        return null;
    }

    private String pathOf(String key) {
        if (key.isEmpty()) {
            return path;
        }
        return (path.isEmpty() ? "" : path + ".") + TomlKeys.shown(key);
    }

    static String kind(Object value) {
        if (value instanceof String) {
            return "a string";
        }
        if (value instanceof Boolean) {
            return "a boolean";
        }
        if (value instanceof Long) {
            return "an integer";
        }
        if (value instanceof Double) {
            return "a decimal number";
        }
        if (value instanceof TomlDate) {
            return "a date";
        }
        return value instanceof List ? "an array" : "a table";
    }
}
