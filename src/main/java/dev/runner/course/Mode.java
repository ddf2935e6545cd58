package dev.runner.course;

/** How an exercise is checked. */
public enum Mode {
    /** rustlings v6: build, test where there are tests, lint, run. */
    STANDARD,
    /** rustlings v5 {@code compile}: build and run. */
    COMPILE,
    /** rustlings v5 {@code test}: build and run the tests; {@code main} is not run. */
    TEST,
    /** rustlings v5 {@code clippy}: lint with warnings and {@code clippy::float_cmp} denied. */
    CLIPPY,
    /** rustlings v5 {@code buildscript}: a cargo test with the {@code build.rs} that lies beside the exercise. */
    BUILDSCRIPT
}
