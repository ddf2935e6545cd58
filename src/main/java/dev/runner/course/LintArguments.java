package dev.runner.course;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes {@link Lints} of the tables {@code [lints.rust]}, {@code [lints.clippy]} and so on, as cargo does. */
final class LintArguments {
    private static final Set<String> LEVELS = Set.of("allow", "warn", "deny", "forbid");

    private record Lint(long priority, String name, String argument) {}

    private final List<Lint> lints = new ArrayList<>();

    /** Adds a tool's levels; false if there is something in them that only cargo understands. */
    boolean add(String tool, TomlTable levels) {
        if (tool.equals("cargo")) {
            return true;
        }
        boolean understood = true;
        for (String name : levels.keys()) {
            Lint lint = lint(tool, name, levels.get(name));
            if (lint == null) {
                understood = false;
            } else {
                lints.add(lint);
            }
        }
        return understood;
    }

    /** By priority, and then by name in reverse, so that a group such as {@code all} comes last. */
    Lints lints() {
        lints.sort(Comparator.comparingLong(Lint::priority)
                .thenComparing(Comparator.comparing(Lint::name).reversed())
                .thenComparing(Lint::argument));
        return new Lints(lints.stream().map(Lint::argument).toList());
    }

    private static @Nullable Lint lint(String tool, String name, @Nullable Object setting) {
        Object level = setting;
        long priority = 0;
        if (setting instanceof Map<?, ?> table) {
            if (!Set.of("level", "priority").containsAll(table.keySet())) {
                return null;
            }
            level = table.get("level");
            Object written = table.get("priority");
            if (written != null && !(written instanceof Long)) {
                return null;
            }
            priority = written instanceof Long number ? number : 0;
        }
        if (!(level instanceof String word) || !LEVELS.contains(word)) {
            return null;
        }
        String lint = tool.equals("rust") ? name : tool + "::" + name;
        return new Lint(priority, name, "--" + word + "=" + lint);
    }
}
