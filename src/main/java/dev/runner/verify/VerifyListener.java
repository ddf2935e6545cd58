package dev.runner.verify;

import dev.runner.course.Exercise;

/** Hears how a verification goes on. Called by several threads, one call at a time. */
public interface VerifyListener {
    /** Hears nothing. */
    VerifyListener NONE = new VerifyListener() {};

    /** The judgement of that exercise begins. */
    default void started(Exercise exercise) {}

    /** A result is there; results come in the order in which they are found, not in the course's. */
    default void finished(Result result) {}
}
