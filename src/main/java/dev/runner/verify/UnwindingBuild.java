package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.toolchain.Completion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

    /** Whether the program of the plan may be built so. */
    static boolean isPossible(CheckPlan plan) {
        if (!plan.manifest().panicAbort()
                || plan.mode() != Mode.STANDARD
                // What dependencies hold nobody has read.
                || !plan.crates().isEmpty()
                || !RustCode.EDITIONS.contains(plan.manifest().edition())) {
            return false;
        }
        try {
            byte[] source = Files.readAllBytes(plan.root().resolve(plan.source()));
            RustCode code = RustCode.of(new String(source, StandardCharsets.UTF_8));
            return !code.hasOneOf(NOTICES) && !code.hasOtherConditions();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Whether what became of it says what would become of the one that aborts. */
    static boolean isTelling(Completion program) {
        return program.succeeded() || program.end() != Completion.End.EXITED;
    }
}
