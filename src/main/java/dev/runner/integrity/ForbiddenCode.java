package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds code that leads out of the exercise's file, past the tests' harness or past {@code main}, or that shows each check
 * another program. It looks at tokens, so that a string or a comment that speaks of such things is none, and a macro that
 * would put it together is.
 */
final class ForbiddenCode {
    /** Words that are refused wherever they stand; nothing that an exercise is about is called so. */
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("include_str", "`include_str!` reads another file"),
            Map.entry("include_bytes", "`include_bytes!` reads another file"),
            Map.entry("option_env", "`option_env!` reads the compiler's environment"),
            Map.entry("cfg_select", "`cfg_select!` shows each check another program"),
            Map.entry("global_asm", "`global_asm!` goes past the compiler"),
            Map.entry("naked_asm", "`naked_asm!` goes past the compiler"),
            Map.entry("no_main", "`no_main` does without the program's own start"),
            Map.entry("link_section", "`link_section` plants code that runs before `main`"),
            Map.entry("no_mangle", "`no_mangle` takes the place of a symbol of the system"),
            Map.entry("export_name", "`export_name` takes the place of a symbol of the system"),
            Map.entry("global_allocator", "`global_allocator` runs code before `main`"),
            Map.entry("panic_handler", "`panic_handler` takes the place of the library's own"));

    /** Macros whose name may well be another thing's. */
    private static final Map<String, String> MACROS = Map.of(
            "include", "`include!` compiles another file",
            "env", "`env!` reads the compiler's environment",
            "asm", "`asm!` goes past the compiler");

    private static final Set<String> LIBRARIES = Set.of("std", "core", "alloc");

    private final List<Token> code;
    private final List<Suspicion> found = new ArrayList<>();

    private ForbiddenCode(Source source) {
        this.code = source.code();
    }

    static List<Suspicion> in(Source source) {
        ForbiddenCode search = new ForbiddenCode(source);
        for (int at = 0; at < search.code.size(); at++) {
            search.look(at);
        }
        Attributes.in(source).forEach(search::look);
        return search.found;
    }

    /** Another path for a module; the module itself may be the course's. */
    private void look(Attribute attribute) {
        List<Token> content = attribute.content();
        for (int at = 0; at + 1 < content.size(); at++) {
            boolean first = at == 0 || attribute.isCondition();
            if (first && content.get(at).names("path") && content.get(at + 1).is("=")) {
                add(attribute.start(), attribute.shown(), "`" + attribute.shown() + "` compiles another file");
            }
        }
    }

    private void look(int at) {
        Token token = code.get(at);
        if (!token.isName()) {
            return;
        }
        String refused = WORDS.get(token.text());
        if (refused != null) {
            add(at, token.text(), refused);
        }
        String macro = MACROS.get(token.text());
        if (macro != null && isMacro(at)) {
            // That the course includes one file does not let in another.
            add(at, token.text() + "!" + arguments(at + 2), macro);
        }
        if (token.is("mod") && !isInlineModule(at)) {
            add(at, "mod " + word(at + 1) + ";", "`mod` without a body compiles another file");
        }
        if (token.is("extern")) {
            extern(at);
        }
        if ((token.is("as") || token.is("mod")) && LIBRARIES.contains(word(at + 1))) {
            add(at, "named " + word(at + 1), "`" + word(at + 1) + "` is given another meaning");
        }
    }

    /** Called as a macro, or brought in or handed on as one. */
    private boolean isMacro(int at) {
        boolean alone = is(at - 1, "(") && is(at + 1, ")") && is(at - 2, "!");
        boolean path = is(at - 1, ":") && is(at - 2, ":");
        return is(at + 1, "!") && !is(at + 2, "=")
                || is(at + 1, "as")
                || alone
                || path && (is(at + 1, ";") || is(at + 1, ",")) && code.get(at).names("include");
    }

    /** What a macro is called with, however it is formatted and whichever brackets it has. */
    private String arguments(int open) {
        if (open >= code.size() || !code.get(open).opens()) {
            return "";
        }
        int end = Attributes.behindGroup(code, open) - 1;
        int last = is(end - 1, ",") ? end - 1 : end;
        return String.join(" ", Texts.normal(code.subList(open + 1, Math.max(open + 1, last))));
    }

    /** A module with a body, also with a macro's variable for a name. */
    private boolean isInlineModule(int at) {
        int name = is(at + 1, "$") ? at + 2 : at + 1;
        return !word(name).isEmpty() && is(name + 1, "{");
    }

    private void extern(int at) {
        if (is(at + 1, "crate")) {
            int end = at + 2;
            boolean renamed = is(end, "self") || is(end, "$");
            while (end < code.size() && !is(end, ";")) {
                renamed |= is(end, "as") && (LIBRARIES.contains(word(end + 1)) || is(end + 1, "$"));
                end++;
            }
            if (renamed) {
                add(at, "extern crate as", "`extern crate` gives a library another name");
            }
        } else if (is(at + 1, "{") || is(at + 2, "{")) {
            add(at, "extern {", "an `extern` block declares functions of other languages");
        }
    }

    private boolean is(int at, String text) {
        return at >= 0 && at < code.size() && code.get(at).is(text);
    }

    private String word(int at) {
        return at < code.size() && code.get(at).isName() ? code.get(at).text() : "";
    }

    private void add(int at, String key, String message) {
        found.add(new Suspicion(key, code.get(at).line(), message));
    }
}
