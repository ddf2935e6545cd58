package dev.runner.verify;

import dev.runner.toolchain.Completion;
import java.util.Set;

/**
 * When a program whose course has it abort at a panic may be built to unwind first: that can be linked to the shared
 * standard library, which is much quicker. A program that ends well has not panicked, where nothing of its own can catch a
 * panic or runs while one unwinds; how another one ends is told of the program as its course wants it.
 */
final class UnwindingBuild {
    /** Names without which no code outlives a panic, sees it, or runs because of it. */
    private static final Set<String> NOTICES = Set.of(
            "thread",
            "spawn",
            "catch_unwind",
            "resume_unwind",
            "set_hook",
            "take_hook",
            "update_hook",
            "panicking",
            "Drop",
            "unsafe",
            "extern");

    private UnwindingBuild() {}

    /** Whether the program of the plan may be built so, all of whose code that is. */
    static boolean isPossible(CheckPlan plan, RustCode code) {
        return plan.manifest().panicAbort() && !code.hasOneOf(NOTICES) && !code.hasOtherConditions();
    }

    /** Whether what became of it says what would become of the one that aborts. */
    static boolean isTelling(Completion program) {
        return program.succeeded() || program.end() != Completion.End.EXITED;
    }
}
