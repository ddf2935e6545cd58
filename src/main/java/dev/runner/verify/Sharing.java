package dev.runner.verify;

import dev.runner.course.Mode;
import java.util.regex.Pattern;

/**
 * Which exercises may be built as a module of a {@link SharedBuild}: those that can't notice. Whatever names its crate, its
 * module's path, its file, its arguments or its thread, changes by attributes how it is compiled or linked, or brings other
 * files along, is built by itself; rather too many than too few, for what is built by itself is only slower.
 */
final class Sharing {
    private static final Pattern NOTICES = Pattern.compile("#\\s*!"
            + "|//!|/\\*!|\\A\\uFEFF"
            + "|\\b(?:crate|macro_export|macro_use|unsafe|extern|module_path|type_name|type_name_of_val|any|TypeId"
            + "|include|include_str|include_bytes|file|env|option_env|args|current_exe|Location|track_caller|Backtrace"
            + "|link_section|no_mangle|export_name|used|global_allocator|panic_handler|no_std|cfg_attr|asm|proc_macro"
            + "|runner_main|panic_any|set_hook|take_hook)\\b"
            + "|\\bcfg\\s*!|\\bcfg\\s*\\((?!\\s*test\\s*\\))"
            + "|\\bthread\\s*::\\s*current\\b|\\bcurrent\\s*\\(\\s*\\)|\\bprocess\\s*::\\s*id\\b"
            + "|\\bpath\\s*=|\\bmod\\s+\\w+\\s*;|\\bmain\\s*\\(\\s*\\)\\s*;");

    /** It will most likely fail, and a failure is told of what was built by itself. */
    private static final Pattern UNFINISHED = Pattern.compile("\\bTODO\\b|\\btodo\\s*!|\\bunimplemented\\s*!");

    private Sharing() {}

    /** Whether the plan may share a build, and it is worth trying. */
    static boolean isPossible(CheckPlan plan, String source) {
        return plan.viaCargo() == null
                && plan.mode() == Mode.STANDARD
                && !UNFINISHED.matcher(source).find()
                && !NOTICES.matcher(source).find();
    }
}
