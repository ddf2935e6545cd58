package dev.runner.author;

import dev.runner.course.Finding;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A solution differs from its exercise only where a {@code TODO} allows it: each line that goes stands in a paragraph (a
 * run of lines without a blank one) that holds a {@code TODO}, and each that comes touches one. Comments may come
 * anywhere.
 */
final class TodoRule {
    private final Material material;
    private final List<String> before;
    private final int[] paragraphs;
    private final Set<Integer> allowed = new HashSet<>();

    private TodoRule(Material material, String exercise) {
        this.material = material;
        this.before = exercise.lines().toList();
        this.paragraphs = new int[before.size()];
        int paragraph = 0;
        for (int line = 0; line < before.size(); line++) {
            paragraph += before.get(line).isBlank() ? 1 : 0;
            paragraphs[line] = paragraph;
            if (before.get(line).contains("TODO")) {
                allowed.add(paragraph);
            }
        }
    }

    /** Adds a {@link Finding} for each change that no {@code TODO} allows. */
    static void apply(Material material) {
        material.source()
                .ifPresent(exercise ->
                        material.solution().ifPresent(solution -> new TodoRule(material, exercise).compare(solution)));
    }

    private void compare(String solution) {
        for (Difference.Change change :
                Difference.between(before, solution.lines().toList())) {
            if (mayGo(change)) {
                checkAdded(change);
            }
        }
    }

    private boolean mayGo(Difference.Change change) {
        for (int line = change.from(); line < change.to(); line++) {
            if (!before.get(line).isBlank() && !isAllowed(line)) {
                report(line, "has to change, but its paragraph holds no TODO");
                return false;
            }
        }
        return true;
    }

    private void checkAdded(Difference.Change change) {
        boolean code =
                change.added().stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("//"));
        if (code && !isNear(change)) {
            report(Math.min(change.from(), before.size() - 1), "the solution adds code here, far from any TODO");
        }
    }

    /** What only comes may as well come some lines earlier or later, where the same lines stand around it. */
    private boolean isNear(Difference.Change change) {
        if (touches(change.from(), change.to())) {
            return true;
        }
        List<String> added = change.added();
        int up = 0;
        int down = 0;
        boolean near = false;
        while (change.from() == change.to()
                && !near
                && up < added.size()
                && isLine(change.from() - up - 1, added, added.size() - up - 1)) {
            up++;
            near = touches(change.from() - up, change.from() - up);
        }
        while (change.from() == change.to()
                && !near
                && down < added.size()
                && isLine(change.from() + down, added, down)) {
            down++;
            near = touches(change.from() + down, change.from() + down);
        }
        return near;
    }

    private boolean isLine(int line, List<String> added, int index) {
        return line >= 0 && line < before.size() && before.get(line).equals(added.get(index));
    }

    private boolean touches(int from, int to) {
        return isAllowed(from - 1) || isAllowed(from) || isAllowed(to - 1) || isAllowed(to);
    }

    private boolean isAllowed(int line) {
        return line >= 0 && line < before.size() && allowed.contains(paragraphs[line]);
    }

    private void report(int line, String problem) {
        Path source = material.exercise().source();
        material.wrongFile(
                source, line + 1, problem, "a TODO beside each place that changes, and nothing else changed");
    }
}
