package dev.runner.grade;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.report.HintCost;
import dev.runner.verify.CheckPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is graded, and by which course.
 *
 * @param runner our version
 * @param course the course that counts
 * @param exercises those of it that are graded, in its order
 * @param plans for a submission's directory, what judges its exercises; safe for use by many threads
 * @param changes for a submission's directory, what else in it is not the course's, by name
 * @param hintCost what revealed hints take
 * @param identity tells this way of judging from every other; empty if nobody knows
 */
public record Assignment(
        String runner,
        Course course,
        List<Exercise> exercises,
        Function<Path, Function<Exercise, CheckPlan>> plans,
        Function<Path, List<String>> changes,
        HintCost hintCost,
        Optional<String> identity) {
    public Assignment {
        exercises = List.copyOf(exercises);
    }
}
