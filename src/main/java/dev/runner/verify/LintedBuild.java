package dev.runner.verify;

import dev.runner.toolchain.Completion;
import java.util.Set;

/**
 * When clippy's run of the compiler may build the tests, too, which saves a whole run. What it builds behaves as what rustc
 * builds, but for what follows from settings of its own (clippy's {@code src/driver.rs}):
 *
 * <ul>
 *   <li>the compiler's middle part optimises nothing ({@code mir_opt_level = 0}), so that a frame on the stack may be larger
 *       and checks of raw pointers are missing;
 *   <li>literals among the arguments of {@code format!} are not joined to its text ({@code flatten_format_args}), so that a
 *       panic's message may be a {@code String} where it would be a {@code &str};
 *   <li>{@code cfg(clippy)} holds.
 * </ul>
 */
final class LintedBuild {
    /** Names without which code sees neither raw pointers nor whether a text was put together. */
    private static final Set<String> NOTICES = Set.of(
            "unsafe",
            "extern",
            "format_args",
            "Arguments",
            "Any",
            "downcast",
            "downcast_ref",
            "downcast_mut",
            "is",
            "ptr",
            "as_ptr",
            "fn_addr_eq");

    /** The shell's and Java's way to tell of a signal. */
    private static final int SIGNALS = 128;

    private LintedBuild() {}

    /** Whether the tests of the plan may be built so, all of whose code that is. */
    static boolean isPossible(CheckPlan plan, RustCode code) {
        return plan.test() && !code.hasOneOf(NOTICES) && !code.hasOtherConditions();
    }

    /** Whether what became of them says what would become of rustc's: a stack may overflow a little earlier. */
    static boolean isTelling(Completion tests) {
        return tests.end() != Completion.End.EXITED || tests.exitCode() < SIGNALS;
    }
}
