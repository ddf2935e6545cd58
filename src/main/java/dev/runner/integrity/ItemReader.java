package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the items of a module from its tokens. What is no item becomes an item of no kind, and reading goes on. */
final class ItemReader {
    private static final Set<String> QUALIFIERS = Set.of("pub", "default", "async", "unsafe", "safe", "auto");
    private static final Set<String> ENDED_BY_SEMICOLON = Set.of("use", "const", "static", "type", "extern crate");
    private static final Set<String> KINDS = Set.of(
            "fn", "mod", "struct", "enum", "union", "trait", "impl", "use", "const", "static", "type", "macro",
            "extern");

    private final List<Token> code;
    private final int to;
    private final List<Attribute> inner = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private int at;

    ItemReader(List<Token> code, int from, int to) {
        this.code = code;
        this.to = to;
        this.at = from;
        @Nullable Attribute attribute = attribute();
        while (attribute != null && attribute.inner()) {
            inner.add(attribute);
            attribute = attribute();
        }
        at = attribute == null ? at : attribute.start();
        while (at < to) {
            items.add(item());
        }
    }

    List<Attribute> inner() {
        return inner;
    }

    List<Item> items() {
        return items;
    }

    private @Nullable Attribute attribute() {
        int bracket = at + 1 < to && code.get(at + 1).is("!") ? at + 2 : at + 1;
        if (bracket >= to || !code.get(at).is("#") || !code.get(bracket).is("[")) {
            return null;
        }
        int start = at;
        int end = behindGroup(bracket);
        at = end;
        return new Attribute(
                start, end, bracket == start + 2, code.subList(bracket + 1, Math.max(bracket + 1, end - 1)));
    }

    private Item item() {
        int start = at;
        List<Attribute> attributes = new ArrayList<>();
        for (Attribute next = attribute(); next != null; next = attribute()) {
            attributes.add(next);
        }
        int head = at;
        int keyword = keyword(head);
        String kind = keyword < to ? kind(keyword) : "";
        int nameAt = nameAt(kind, keyword);
        int open = end(kind, Math.max(keyword, head));
        int end = Math.max(at, start + 1);
        at = end;
        ItemReader within =
                kind.equals("mod") && open >= 0 ? new ItemReader(code, open + 1, Math.max(open + 1, end - 1)) : null;
        return new Item(
                kind,
                nameAt < 0 ? "" : code.get(nameAt).text(),
                attributes,
                start,
                Math.min(head, end),
                nameAt,
                open,
                end,
                within == null ? List.of() : within.inner(),
                within == null ? null : within.items());
    }

    /** Past visibility and qualifiers. */
    private int keyword(int from) {
        int index = from;
        while (index < to) {
            Token token = code.get(index);
            if (token.is("pub") && index + 1 < to && code.get(index + 1).is("(")) {
                index = behindGroup(index + 1);
            } else if (QUALIFIERS.stream().anyMatch(token::is)) {
                index++;
            } else if (token.is("const") && follows(index, Set.of("fn", "unsafe", "async", "extern"))) {
                index++;
            } else if (token.is("extern") && follows(index, Set.of("fn"))) {
                index++;
            } else if (token.is("extern")
                    && index + 2 < to
                    && code.get(index + 1).kind() == Token.Kind.LITERAL
                    && code.get(index + 2).is("fn")) {
                index += 2;
            } else {
                return index;
            }
        }
        return to;
    }

    private boolean follows(int index, Set<String> words) {
        return index + 1 < to && words.stream().anyMatch(code.get(index + 1)::is);
    }

    private String kind(int keyword) {
        Token token = code.get(keyword);
        if (token.is("extern") && follows(keyword, Set.of("crate"))) {
            return "extern crate";
        }
        if (token.is("union") && !(keyword + 1 < to && code.get(keyword + 1).isName())) {
            return "";
        }
        if (KINDS.stream().anyMatch(token::is)) {
            return token.text();
        }
        if (token.is("macro_rules") && follows(keyword, Set.of("!"))) {
            return "macro_rules";
        }
        for (int index = keyword;
                index < to && (code.get(index).isName() || code.get(index).is(":"));
                index++) {
            if (follows(index, Set.of("!"))) {
                return "!";
            }
        }
        return "";
    }

    private int nameAt(String kind, int keyword) {
        if (Set.of("", "!", "use", "impl", "extern").contains(kind)) {
            return -1;
        }
        int index = keyword + (kind.equals("extern crate") || kind.equals("macro_rules") ? 2 : 1);
        if (kind.equals("static") && index < to && code.get(index).is("mut")) {
            index++;
        }
        return index < to && code.get(index).isName() ? index : -1;
    }

    /** Moves behind the item's end; the index of the brace that opens its body, or -1. */
    private int end(String kind, int from) {
        boolean semicolon = ENDED_BY_SEMICOLON.contains(kind);
        int index = from;
        while (index < to) {
            Token token = code.get(index);
            if (token.is(";")) {
                at = index + 1;
                return -1;
            }
            if (token.is("{") && !semicolon) {
                at = behindGroup(index);
                return index;
            }
            index = token.opens() ? behindGroup(index) : index + 1;
        }
        at = to;
        return -1;
    }

    /** Behind the bracket that closes the one at {@code open}. */
    private int behindGroup(int open) {
        int depth = 0;
        for (int index = open; index < to; index++) {
            if (code.get(index).opens()) {
                depth++;
            } else if (code.get(index).closes()) {
                depth--;
            }
            if (depth == 0) {
                return index + 1;
            }
        }
        return to;
    }
}
