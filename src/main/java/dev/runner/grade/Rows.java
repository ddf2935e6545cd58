package dev.runner.grade;

import dev.runner.report.GradeRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows while they are found, in any order; the listener is told of them in theirs. Safe for use by many threads. */
final class Rows {
    private final GradeListener listener;
    private final List<@Nullable GradeRow> rows = new ArrayList<>();
    private final List<Boolean> takenOver = new ArrayList<>();
    private final List<String> notKept = new ArrayList<>();
    private int told;

    Rows(int size, GradeListener listener) {
        this.listener = listener;
        for (int row = 0; row < size; row++) {
            rows.add(null);
            takenOver.add(false);
        }
    }

    synchronized void notKept(String what) {
        notKept.add(what);
    }

    synchronized void add(int index, GradeRow row, boolean earlier) {
        rows.set(index, row);
        takenOver.set(index, earlier);
        while (told < rows.size()) {
            GradeRow next = rows.get(told);
            if (next == null) {
                return;
            }
            synchronized (listener) {
                listener.graded(next, takenOver.get(told));
            }
            told++;
        }
    }

    synchronized Grades grades() {
        List<GradeRow> all = new ArrayList<>();
        for (GradeRow row : rows) {
            if (row != null) {
                all.add(row);
            }
        }
        int earlier = (int) takenOver.stream().filter(taken -> taken).count();
        return new Grades(all, earlier, notKept);
    }
}
