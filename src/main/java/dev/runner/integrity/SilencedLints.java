package dev.runner.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds attributes that silence the lints which the exercise is about, or that its course denies. */
final class SilencedLints {
    private static final Set<String> LEVELS = Set.of("allow", "expect", "warn");
    private static final Set<String> GROUPS = Set.of(
            "warnings",
            "unused",
            "nonstandard_style",
            "clippy::all",
            "clippy::style",
            "clippy::complexity",
            "clippy::perf",
            "clippy::correctness",
            "clippy::suspicious",
            "clippy::pedantic",
            "clippy::nursery",
            "clippy::restriction");

    private SilencedLints() {}

    /**
     * @param declared the lints that count, such as {@code clippy::needless_return}
     * @param strict whether every warning counts
     */
    static List<Suspicion> in(Source source, Collection<String> declared, boolean strict) {
        List<Suspicion> found = new ArrayList<>();
        for (Attribute attribute : Attributes.in(source)) {
            for (String lint : silenced(attribute, strict)) {
                boolean group = GROUPS.contains(lint) && (strict || !declared.isEmpty());
                boolean whole = strict && attribute.inner() && lint.startsWith("clippy::");
                if (group || whole || declared.contains(lint)) {
                    int line = source.code().get(attribute.start()).line();
                    String shown = attribute.shown();
                    found.add(new Suspicion(shown, line, "`" + shown + "` silences " + lint));
                }
            }
        }
        return found;
    }

    /** The lints that it makes milder. Where warnings are denied, {@code warn} makes nothing milder. */
    private static List<String> silenced(Attribute attribute, boolean strict) {
        List<String> lints = new ArrayList<>();
        List<Token> content = attribute.content();
        for (int at = 0; at + 1 < content.size(); at++) {
            Token level = content.get(at);
            boolean milder = level.isName() && LEVELS.contains(level.text()) && !(strict && level.is("warn"));
            if (milder && content.get(at + 1).is("(")) {
                int end = Attributes.behindGroup(content, at + 1);
                lints.addAll(List.of(joined(content.subList(at + 2, Math.max(at + 2, end - 1)))));
            }
        }
        return lints;
    }

    private static String[] joined(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString().split(",", -1);
    }
}
