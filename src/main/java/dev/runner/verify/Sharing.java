package dev.runner.verify;

import dev.runner.course.Mode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which exercises may be built as a module of a {@link SharedBuild}: those that can't notice, and whose own build the
 * compiler could not judge otherwise. Whatever names its crate, its module's path, its file, its arguments or its thread,
 * changes by attributes how it is compiled or linked, reaches outside, or begins otherwise than by a plain {@code main} is
 * built by itself; rather too many than too few, for what is built by itself is only slower.
 */
final class Sharing {
    /** Lints that say the same of a module and of a crate, of a test build and of a program. */
    private static final Set<String> STEADY_LINTS = Set.of("unsafe_code", "unstable_features");

    private static final Set<String> NOTICES = Set.of(
            "macro_export",
            "unsafe",
            "extern",
            "type_name",
            "type_name_of_val",
            "TypeId",
            "current_exe",
            "track_caller",
            "link_section",
            "no_mangle",
            "export_name",
            "global_allocator",
            "panic_handler",
            "proc_macro",
            "deny",
            "forbid",
            "ptr",
            "as_ptr",
            "fn_addr_eq");

    private static final Set<String> IN_PATHS = Set.of("any", "file", "module_path");
    private static final Pattern PATHS = Outside.paths(IN_PATHS);
    private static final Pattern INNER_ATTRIBUTE = Pattern.compile("#\\s*!");

    /** Any use but for {@code pub(crate)}, which says the same of a module. */
    private static final Pattern CRATE =
            Pattern.compile("(?<!\\bpub\\s{0,9}\\(\\s{0,9})\\bcrate\\b|\\bcrate\\b(?!\\s*\\))");

    /**
     * What {@code include!} does not take, and names of our own: a string may hold what a test writes to look like the
     * harness.
     */
    private static final Pattern NOT_TO_INCLUDE =
            Pattern.compile("^\\uFEFF|^//!|^/\\*!|runner_(?:main|module)", Pattern.MULTILINE);

    private static final Pattern UNFINISHED = Pattern.compile("\\bTODO\\b|\\btodo\\s*!|\\bunimplemented\\s*!");

    private static final Pattern MAIN = Pattern.compile("\\bmain\\b");

    /** An item by itself; the rules for what {@code main} may be are stricter than for other functions. */
    private static final Pattern PLAIN_MAIN = Pattern.compile(
            "(?<=[;}\\]]|\\A)\\s*(?:pub\\s*(?:\\(\\s*crate\\s*\\))?\\s+)?fn\\s+main\\s*\\(\\s*\\)\\s*(?:->(?![^{]*\\b(?:impl|where)\\b)[^{;]*)?\\{");

    private Sharing() {}

    /** Whether the plan may share a build, and it is worth trying. */
    static boolean isPossible(CheckPlan plan, String source) {
        if (plan.viaCargo() != null
                || plan.mode() != Mode.STANDARD
                // Its programs would name it by a path from the course.
                || plan.source().isAbsolute()
                // Derives and macros of dependencies expand to whatever they like.
                || !plan.crates().isEmpty()
                || !RustCode.EDITIONS.contains(plan.manifest().edition())
                || !lintsAreSteady(plan)
                || NOT_TO_INCLUDE.matcher(source).find()) {
            return false;
        }
        RustCode code = RustCode.of(source);
        return !notices(code) && !Outside.isReachedBy(code) && hasPlainMain(code.text());
    }

    /** Whether something is left to do in it, so that it will most likely fail. */
    static boolean isUnfinished(String source) {
        return UNFINISHED.matcher(source).find();
    }

    private static boolean notices(RustCode code) {
        return code.hasOneOf(NOTICES)
                || Outside.names(code, IN_PATHS, PATHS)
                || code.has("thread") && code.has("current")
                // What a macro makes of `super` may be another thing in the program than in its tests.
                || Outside.makesMacros(code) && code.has("super")
                || code.has("crate") && code.matches(CRATE)
                || code.hasOtherConditions()
                || code.matches(INNER_ATTRIBUTE);
    }

    private static boolean lintsAreSteady(CheckPlan plan) {
        return plan.manifest().lints().arguments().stream()
                .filter(argument -> argument.startsWith("--deny=") || argument.startsWith("--forbid="))
                .map(argument -> argument.substring(argument.indexOf('=') + 1))
                // rustc does not know those of other tools, and clippy has looked already.
                .allMatch(lint -> lint.contains("::") || STEADY_LINTS.contains(lint));
    }

    /** Whether the only thing called {@code main} is a function of the crate's root. */
    private static boolean hasPlainMain(String code) {
        Matcher plain = PLAIN_MAIN.matcher(code);
        return MAIN.matcher(code).results().count() == 1
                && plain.find()
                && isOutermost(code.substring(0, plain.start()));
    }

    private static boolean isOutermost(String before) {
        int depth = 0;
        for (int at = 0; at < before.length(); at++) {
            char c = before.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return depth == 0;
    }
}
