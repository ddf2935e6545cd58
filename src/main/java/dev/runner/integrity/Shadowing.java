package dev.runner.integrity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds what gives another meaning to names of the standard library that the course's tests rely on. */
final class Shadowing {
    private static final Set<String> MACROS = Set.of(
            "assert",
            "assert_eq",
            "assert_ne",
            "debug_assert",
            "debug_assert_eq",
            "debug_assert_ne",
            "panic",
            "unreachable",
            "matches",
            "vec",
            "format",
            "format_args",
            "write",
            "writeln",
            "print",
            "println",
            "eprint",
            "eprintln",
            "dbg",
            "stringify",
            "concat");
    private static final Set<String> VARIANTS = Set.of("Some", "None", "Ok", "Err");
    private static final Set<String> PRELUDE = Set.of(
            "Some",
            "None",
            "Ok",
            "Err",
            "Option",
            "Result",
            "Vec",
            "String",
            "Box",
            "PartialEq",
            "Eq",
            "Clone",
            "Copy",
            "Iterator",
            "IntoIterator",
            "ToString",
            "ToOwned",
            "Default",
            "From",
            "Into",
            "Fn",
            "FnMut",
            "FnOnce");

    private final Source source;
    private final List<Token> code;
    private final Set<String> macros;
    private final Set<String> names;
    private final List<Suspicion> found = new ArrayList<>();

    private Shadowing(Source source, Set<String> macros, Set<String> names) {
        this.source = source;
        this.code = source.code();
        this.macros = macros;
        this.names = names;
    }

    /** @param original the course's file, whose tests are what counts */
    static List<Suspicion> in(Source source, Source original) {
        TestParts parts = TestParts.of(original);
        Set<String> macros = new HashSet<>(MACROS);
        original.allItems().stream()
                .filter(item -> item.kind().equals("macro_rules"))
                .forEach(item -> macros.remove(item.name()));
        Set<String> names = Names.used(parts);
        names.retainAll(PRELUDE);
        Shadowing search = new Shadowing(source, macros, names);
        search.words();
        search.items();
        return search.found;
    }

    private void words() {
        for (int at = 0; at + 1 < code.size(); at++) {
            Token next = code.get(at + 1);
            if (code.get(at).names("macro_rules")) {
                boolean named =
                        next.is("!") && at + 2 < code.size() && code.get(at + 2).isName();
                if (!named) {
                    add(at, "macro_rules", "a macro that defines macros could redefine what the tests use");
                } else if (macros.contains(code.get(at + 2).text())) {
                    macro(at, code.get(at + 2).text());
                }
            } else if (code.get(at).is("as") && next.isName()) {
                if (macros.contains(next.text())) {
                    macro(at, next.text());
                } else if (names.contains(next.text())) {
                    name(at, next.text());
                }
            }
        }
    }

    private void items() {
        for (Item item : source.allItems()) {
            if (item.kind().equals("use")) {
                Names.imported(source.bare(item)).stream()
                        .filter(names::contains)
                        .forEach(each -> name(item.start(), each));
            } else if (item.kind().equals("enum") && isOpened(item.name())) {
                variants(item);
            }
            if (names.contains(item.name()) && !item.kind().equals("macro_rules")) {
                name(item.nameAt(), item.name());
            }
        }
    }

    /** Whether the variants of that enumeration are names by themselves. */
    private boolean isOpened(String enumeration) {
        return source.allItems().stream()
                .filter(item -> item.kind().equals("use"))
                .map(source::bare)
                .anyMatch(use -> use.stream().anyMatch(token -> token.names(enumeration))
                        && use.stream().anyMatch(token -> token.is("*")));
    }

    private void variants(Item item) {
        int depth = 0;
        for (int at = item.open(); at >= 0 && at < item.end(); at++) {
            Token token = code.get(at);
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
            if (depth == 1 && VARIANTS.contains(token.text()) && names.contains(token.text())) {
                name(at, token.text());
            }
        }
    }

    private void macro(int at, String macro) {
        add(at, "macro " + macro, "`" + macro + "!`, which the tests use, is defined anew");
    }

    private void name(int at, String name) {
        add(at, "name " + name, "`" + name + "`, which the tests use, is given another meaning");
    }

    private void add(int at, String key, String message) {
        found.add(new Suspicion(key, code.get(at).line(), message));
    }
}
