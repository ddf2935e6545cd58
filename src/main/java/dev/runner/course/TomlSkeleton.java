package dev.runner.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document with a short word in the place of every scalar and of every key that is not plain, as toml4j can read it
 * rightly and quickly; and what the words stand for, and where everything was written.
 */
final class TomlSkeleton {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> lines = new ArrayList<>();
    private final List<Object> scalars = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> elements = new HashMap<>();
    private final Set<String> broken = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, StringBuilder> subTables = new LinkedHashMap<>();
    private final Map<String, List<Integer>> subTableLines = new HashMap<>();

    /** The word for a scalar. */
    String scalar(Object value) {
        scalars.add(value);
        return "\"" + (scalars.size() - 1) + "\"";
    }

    /** What a word stands for. */
    Object scalarOf(String word) {
        return scalars.get(Integer.parseInt(word));
    }

    /** The plain word for a key. */
    String key(String key) {
        if (TomlKeys.isPlain(key) && !key.startsWith("--")) {
            return key;
        }
        // The same word each time, or a table's parts would not find together.
        String word = words.computeIfAbsent(key, unknown -> "--" + words.size());
        keys.put(word, key);
        return word;
    }

    String keyOf(String word) {
        return keys.getOrDefault(word, word);
    }

    void statement(String normalised, int line) {
        text.append(normalised).append('\n');
        lines.add(line);
    }

    /** A statement of a table below the current one, written with a dotted key; it follows the current table. */
    void below(String header, String normalised, int line) {
        subTables
                .computeIfAbsent(header, name -> new StringBuilder())
                .append(normalised)
                .append('\n');
        subTableLines.computeIfAbsent(header, name -> new ArrayList<>()).add(line);
    }

    /** Ends the current table. */
    void endTable() {
        subTables.forEach((header, statements) -> {
            List<Integer> of = subTableLines.getOrDefault(header, List.of());
            statement("[" + header + "]", of.isEmpty() ? 1 : of.get(0));
            text.append(statements);
            lines.addAll(of);
        });
        subTables.clear();
        subTableLines.clear();
    }

    /** The text for toml4j. */
    String text() {
        return text.toString();
    }

    /** The line of the document from which that line of {@link #text} comes; both from 1. */
    int lineOf(int skeletonLine) {
        int index = Math.min(Math.max(skeletonLine, 1), lines.size()) - 1;
        return lines.isEmpty() ? 1 : lines.get(index);
    }

    /** Remembers where a key, a table or an element was written; whether it is new. */
    boolean place(String path, int line) {
        return places.putIfAbsent(path, line) == null;
    }

    /** The line of a path such as {@code exercises[3].name}; 0 if nothing was written there. */
    int placeOf(String path) {
        return places.getOrDefault(path, 0);
    }

    /** The number of one more element of an array of tables, from 1. */
    int nextElement(String path) {
        return elements.merge(path, 1, Integer::sum);
    }

    /** How many elements there are until now. */
    int elementsOf(String path) {
        return elements.getOrDefault(path, 0);
    }

    /** Remembers that an inline table was written there, which nothing can be added to. */
    void close(String path) {
        closed.add(path);
    }

    boolean isClosed(String path) {
        return closed.contains(path);
    }

    /** Remembers that something was written there but could not be read. */
    void breakAt(String path) {
        broken.add(path);
    }

    boolean isBroken(String path) {
        return broken.contains(path);
    }
}
