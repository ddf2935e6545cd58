package dev.runner.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the root {@code Cargo.toml} says about how its exercises are compiled.
 *
 * @param present whether there is a {@code Cargo.toml} at all; without one rustlings' own defaults hold
 * @param packageName the package's name
 * @param edition the edition, such as {@code 2024}
 * @param lints the lints
 * @param panicAbort whether programs (never tests) are built with {@code panic = "abort"}
 * @param dependencies the registry dependencies' names as the source writes them ({@code -} replaced by {@code _})
 * @param bins the listed binaries, name to path
 * @param needsCargo why the course can be judged only by cargo itself (a path dependency, features, a profile that
 *     matters, …), or null when rustc called directly gives the same verdict
 */
public record Manifest(
        boolean present,
        String packageName,
        String edition,
        Lints lints,
        boolean panicAbort,
        Set<String> dependencies,
        Map<String, String> bins,
        @Nullable String needsCargo) {
    /** What holds where a v6 course has no {@code Cargo.toml}: rustlings 6.5's own for its official exercises. */
    public static final Manifest RUSTLINGS_DEFAULT = new Manifest(
            false,
            "exercises",
            "2024",
            // The order is that of Lints.
            new Lints(List.of(
                    "--forbid=unstable_features",
                    "--forbid=unsafe_code",
                    "--allow=dead_code",
                    "--forbid=clippy::todo",
                    "--deny=clippy::mem_forget",
                    "--deny=clippy::infinite_loop",
                    "--forbid=clippy::empty_loop",
                    "--allow=clippy::disallowed_methods")),
            true,
            Set.of(),
            Map.of(),
            null);

    /** What bare {@code rustc --edition 2021} means, as rustlings v5 calls it. */
    public static final Manifest RUSTLINGS_V5 =
            new Manifest(false, "exercises", "2021", Lints.NONE, false, Set.of(), Map.of(), null);

    public Manifest {
        dependencies = Set.copyOf(dependencies);
        bins = Map.copyOf(bins);
    }

    /** The same, which only cargo can judge, for this reason. */
    Manifest withNeedsCargo(String reason) {
        return new Manifest(present, packageName, edition, lints, panicAbort, dependencies, bins, reason);
    }
}
