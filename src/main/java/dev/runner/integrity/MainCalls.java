package dev.runner.integrity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the course's {@code main} calls, and its solution's too: that the learner's program has to call. Calls are told by
 * their names; methods and what the standard library has are left out.
 */
final class MainCalls {
    private static final String MAIN = "main";

    private MainCalls() {}

    /** The functions that must be called, in order. */
    static Set<String> required(Source original, @Nullable Source solution) {
        Set<String> required = new LinkedHashSet<>(calls(original, false));
        if (solution != null) {
            required.retainAll(calls(solution, false));
        }
        return required;
    }

    /** Those of them that are called whatever happens before: no condition, loop or closure is around the call. */
    static Set<String> always(Source original, @Nullable Source solution) {
        Set<String> always = new LinkedHashSet<>(calls(original, true));
        if (solution != null) {
            always.retainAll(calls(solution, true));
        }
        return always;
    }

    /** Those of {@code required} that the program cannot come to from its {@code main}. */
    static List<String> missing(Set<String> required, Source submission) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(MAIN));
        while (!open.isEmpty()) {
            for (List<Token> body : bodies(submission.code(), open.remove())) {
                for (Token token : body) {
                    if (token.isName() && reached.add(token.text())) {
                        open.add(token.text());
                    }
                }
            }
        }
        return required.stream().filter(name -> !reached.contains(name)).toList();
    }

    static Optional<Item> main(Source source) {
        return source.items().stream()
                .filter(item -> item.kind().equals("fn") && item.name().equals(MAIN) && item.open() >= 0)
                .findFirst();
    }

    private static Set<String> calls(Source source, boolean unconditional) {
        Set<String> calls = new LinkedHashSet<>();
        List<Token> body = main(source).map(source::body).orElse(List.of());
        int braces = 0;
        boolean closure = false;
        for (int at = 0; at < body.size(); at++) {
            Token token = body.get(at);
            braces += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            closure = !token.is(";")
                    && (closure
                            || token.is("|")
                            || token.is("&") && at > 0 && body.get(at - 1).is("&"));
            boolean free = braces == 0 && !closure;
            if ((free || !unconditional) && isCall(body, at)) {
                calls.add(token.text());
            }
            if (unconditional && (token.is("return") || token.is("?")) && braces == 0) {
                break;
            }
        }
        return calls;
    }

    /** A name and its arguments: no method, no macro, nothing with a path before it, no constructor. */
    private static boolean isCall(List<Token> body, int at) {
        Token token = body.get(at);
        boolean alone = at == 0
                || !body.get(at - 1).is(".")
                        && !body.get(at - 1).is(":")
                        && !body.get(at - 1).is("fn");
        return token.isName()
                && alone
                && at + 1 < body.size()
                && body.get(at + 1).is("(")
                && Character.isLowerCase(token.text().codePointAt(0))
                && !token.is("match")
                && !token.is("if")
                && !token.is("while")
                && !token.is("in")
                && !token.is("return")
                && !token.is("move")
                && !token.is("drop");
    }

    /** The bodies of all functions of that name, methods included. */
    private static List<List<Token>> bodies(List<Token> code, String name) {
        List<List<Token>> bodies = new ArrayList<>();
        for (int at = 0; at + 1 < code.size(); at++) {
            boolean macro = code.get(at).is("!") && at > 0 && code.get(at - 1).is("macro_rules");
            if ((code.get(at).is("fn") || macro) && code.get(at + 1).names(name)) {
                int open = at + 2;
                while (open < code.size()
                        && !code.get(open).is("{")
                        && !code.get(open).is(";")) {
                    open = code.get(open).opens() ? Attributes.behindGroup(code, open) : open + 1;
                }
                bodies.add(code.subList(
                        Math.min(open, code.size()),
                        open < code.size() && code.get(open).is("{")
                                ? Attributes.behindGroup(code, open)
                                : Math.min(open, code.size())));
            }
        }
        return bodies;
    }
}
