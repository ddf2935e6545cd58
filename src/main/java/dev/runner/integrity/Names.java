package dev.runner.integrity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which names code uses and brings in. */
final class Names {
    private static final Set<String> LIBRARIES = Set.of("std", "core", "alloc");

    private Names() {}

    /** The names that stand in tests by themselves: not behind a dot or a path's colons. */
    static Set<String> used(TestParts parts) {
        Set<String> names = new HashSet<>();
        for (TestPart part : parts.all()) {
            List<Token> code = part.source().bare(part.item());
            for (int at = 0; at < code.size() && !part.item().kind().equals("use"); at++) {
                boolean behind =
                        at > 0 && (code.get(at - 1).is(".") || code.get(at - 1).is(":") && path(code, at));
                if (code.get(at).isName() && !behind) {
                    names.add(code.get(at).text());
                }
            }
        }
        return names;
    }

    private static boolean path(List<Token> code, int at) {
        return at > 1
                && code.get(at - 2).is(":")
                && code.get(at - 2).end() == code.get(at - 1).start();
    }

    /** The names that a {@code use} brings in; none for what comes from the standard library under its own name. */
    static Set<String> imported(List<Token> use) {
        boolean library = use.stream()
                .filter(token -> token.isName() && !token.is("use") && !token.is("pub"))
                .findFirst()
                .filter(token -> LIBRARIES.contains(token.text()))
                .isPresent();
        Set<String> names = new HashSet<>();
        for (int at = 0; at + 1 < use.size(); at++) {
            Token next = use.get(at + 1);
            boolean last = next.is(";") || next.is(",") || next.is("}");
            if (use.get(at).isName() && last && (!library || use.get(at - 1).is("as"))) {
                names.add(use.get(at).text());
            }
        }
        return names;
    }
}
