package dev.runner.author;

import java.util.ArrayList;
import java.util.List;

/**
 * What has to change in one text to make another of it: the longest common subsequence of lines (Wagner and Fischer, 1974)
 * stays, the rest is removed and added.
 */
final class Difference {
    /**
     * A run of lines that changes.
     *
     * @param from index of the first line that goes; where nothing goes, the line before which something comes
     * @param to index after the last line that goes
     * @param added what comes in its place
     */
    record Change(int from, int to, List<String> added) {
        Change {
            added = List.copyOf(added);
        }
    }

    private Difference() {}

    static List<Change> between(List<String> before, List<String> after) {
        int[][] common = common(before, after);
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            int from = i;
            List<String> added = new ArrayList<>();
            while (!same(before, i, after, j) && (i < before.size() || j < after.size())) {
                if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                    i++;
                } else {
                    added.add(after.get(j++));
                }
            }
            if (from < i || !added.isEmpty()) {
                changes.add(new Change(from, i, added));
            }
            while (same(before, i, after, j)) {
                i++;
                j++;
            }
        }
        return changes;
    }

    private static boolean same(List<String> before, int i, List<String> after, int j) {
        return i < before.size() && j < after.size() && before.get(i).equals(after.get(j));
    }

    /** The length of the longest common subsequence of what follows index i and index j. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] length = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                length[i][j] = before.get(i).equals(after.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }
}
