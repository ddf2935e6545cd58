package dev.runner.course;

/** Which program's {@code info.toml} a course is written in; it settles how its exercises are checked. */
public enum Format {
    /** rustlings v5 and the class forks on it: {@code path} and {@code mode}, judged by bare rustc. */
    RUSTLINGS_V5,
    /** rustlings v6 ({@code format_version = 1}) and our superset of it, judged as cargo would. */
    RUSTLINGS_V6
}
