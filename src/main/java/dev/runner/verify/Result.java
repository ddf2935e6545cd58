package dev.runner.verify;

import dev.runner.course.Exercise;
import java.time.Duration;

/**
 * The verdict on one exercise of a verification, and what it took.
 *
 * @param exercise the exercise
 * @param verdict the verdict
 * @param duration wall clock; no part of the verdict
 */
public record Result(Exercise exercise, Verdict verdict, Duration duration) {}
