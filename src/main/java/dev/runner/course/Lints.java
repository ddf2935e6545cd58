package dev.runner.course;

import java.util.List;

/**
 * The lints of a {@code Cargo.toml}'s {@code [lints]} as rustc and clippy take them.
 *
 * @param arguments such as {@code --deny=unsafe_code}, {@code --forbid=clippy::todo}, in the order that cargo gives
 *     them: by priority, then by name in reverse (cargo's {@code lints_to_rustflags})
 */
public record Lints(List<String> arguments) {
    /** No lints set. */
    public static final Lints NONE = new Lints(List.of());

    public Lints {
        arguments = List.copyOf(arguments);
    }
}
