package dev.runner.view;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.progress.Progress;
import dev.runner.verify.Verdict;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to see while an exercise is watched.
 *
 * @param course the course
 * @param progress what is done
 * @param exercise the current exercise
 * @param path its file, as the learner would type it
 * @param address its file as an address
 * @param verdict the verdict of the last save, or null before the first
 * @param running what is being done now, or null
 * @param hints the numbers of the stages to show, from 1, in order
 * @param allErrors whether every error is shown in full
 * @param notice a word to the learner, or null
 * @param offset how many lines the learner has scrolled down
 */
public record WatchPicture(
        Course course,
        Progress progress,
        Exercise exercise,
        String path,
        String address,
        @Nullable Verdict verdict,
        @Nullable Running running,
        List<Integer> hints,
        boolean allErrors,
        @Nullable String notice,
        int offset) {
    /**
     * A check that goes on.
     *
     * @param what what runs, such as "compiling"
     * @param elapsed for how long
     * @param limit when it will be ended, or null where that is of no interest
     */
    public record Running(
            String what, Duration elapsed, @Nullable Duration limit) {}

    public WatchPicture {
        hints = List.copyOf(hints);
    }
}
