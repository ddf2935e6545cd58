package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds conditions by which tests, lints and the program would each see other code, and attributes of the whole crate that
 * change its ground. What depends on the machine alone, such as {@code cfg(unix)}, is the same for all three.
 */
final class Conditions {
    private static final Set<String> SAME_FOR_ALL = Set.of(
            "all",
            "any",
            "not",
            "unix",
            "windows",
            "debug_assertions",
            "target_os",
            "target_family",
            "target_arch",
            "target_env",
            "target_endian",
            "target_pointer_width");

    /** Attributes of a crate that change neither what it means nor how it starts. */
    private static final Set<String> HARMLESS =
            Set.of("allow", "expect", "warn", "deny", "forbid", "doc", "recursion_limit", "cfg", "cfg_attr");

    private Conditions() {}

    static List<Suspicion> in(Source source) {
        List<Suspicion> found = new ArrayList<>();
        List<Token> code = source.code();
        for (Attribute attribute : Attributes.in(source)) {
            int line = code.get(attribute.start()).line();
            if (attribute.isCondition() && tellsApart(attribute)) {
                found.add(condition(attribute.shown(), line));
            }
        }
        for (int at = 0; at + 2 < code.size(); at++) {
            if (code.get(at).names("cfg") && code.get(at + 1).is("!")) {
                List<Token> call = code.subList(at, Attributes.behindGroup(code, at + 2));
                if (!call.stream().filter(Token::isName).skip(1).allMatch(Conditions::isSame)) {
                    found.add(condition(Texts.shown(call), code.get(at).line()));
                }
            }
        }
        for (Attribute attribute : source.inner()) {
            if (!HARMLESS.contains(attribute.name())) {
                int line = code.get(attribute.start()).line();
                found.add(new Suspicion(
                        attribute.shown(),
                        line,
                        "`" + attribute.shown() + "` changes the ground the program stands on"));
            }
        }
        return found;
    }

    private static Suspicion condition(String shown, int line) {
        return new Suspicion(shown, line, "`" + shown + "` shows each check another program");
    }

    private static boolean tellsApart(Attribute attribute) {
        List<Token> names = predicate(attribute).stream().filter(Token::isName).toList();
        boolean test = names.stream().anyMatch(token -> token.names("test"));
        boolean others = names.stream().anyMatch(token -> !isSame(token) && !token.names("test"));
        boolean turned = names.stream().anyMatch(token -> token.names("not") || token.names("any"));
        boolean derives = attribute.name().equals("cfg_attr")
                && attribute.mentions("derive")
                && !attribute.mentions("allow")
                && !attribute.mentions("expect");
        return others || test && (turned || attribute.name().equals("cfg_attr") && !derives);
    }

    private static boolean isSame(Token token) {
        return SAME_FOR_ALL.contains(token.text());
    }

    /** What stands in {@code cfg(…)}, or before the first comma of {@code cfg_attr(…)}. */
    private static List<Token> predicate(Attribute attribute) {
        List<Token> content = attribute.content();
        int depth = 0;
        for (int at = 2; at < content.size(); at++) {
            Token token = content.get(at);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth < 0 || depth == 0 && token.is(",")) {
                return content.subList(2, at);
            }
        }
        return content.size() > 2 ? content.subList(2, content.size()) : List.of();
    }
}
