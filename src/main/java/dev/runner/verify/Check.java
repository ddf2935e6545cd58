package dev.runner.verify;

/** One step of verification. */
public enum Check {
    /** It compiles, as a program and as tests. */
    BUILD,
    /** Its tests pass. */
    TEST,
    /** clippy accepts it. */
    LINT,
    /** Its program ends with exit code 0. */
    RUN
}
