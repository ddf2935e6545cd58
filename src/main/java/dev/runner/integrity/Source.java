package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;

/** A source file, read: its text, its tokens and the items of its modules. Immutable. */
final class Source {
    private final String text;
    private final List<Token> comments;
    private final List<Token> code;
    private final List<Attribute> inner;
    private final List<Item> items;

    private Source(String text) {
        this.text = text;
        List<Token> tokens = Lexer.tokens(text);
        this.comments = tokens.stream()
                .filter(token -> token.kind() == Token.Kind.COMMENT)
                .toList();
        this.code = tokens.stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
        ItemReader reader = new ItemReader(code, 0, code.size());
        this.inner = reader.inner();
        this.items = reader.items();
    }

    static Source of(String text) {
        return new Source(text);
    }

    String text() {
        return text;
    }

    /** Its tokens without comments. */
    List<Token> code() {
        return code;
    }

    /** The crate's own attributes, {@code #![…]}. */
    List<Attribute> inner() {
        return inner;
    }

    /** The items of the crate's root. */
    List<Item> items() {
        return items;
    }

    /** The items of the root and of all modules, outer ones first. */
    List<Item> allItems() {
        List<Item> all = new ArrayList<>();
        collect(items, all);
        return all;
    }

    private static void collect(List<Item> items, List<Item> all) {
        for (Item item : items) {
            all.add(item);
            List<Item> within = item.items();
            if (within != null) {
                collect(within, all);
            }
        }
    }

    /** The tokens of an item behind its attributes. */
    List<Token> bare(Item item) {
        return code.subList(item.head(), item.end());
    }

    /** The tokens between the braces of an item. */
    List<Token> body(Item item) {
        return item.open() < 0 ? List.of() : code.subList(item.open() + 1, Math.max(item.open() + 1, item.end() - 1));
    }

    /** Whether a comment with that word stands in the code from one token's end to another's, both by index. */
    boolean isMarked(String word, int afterToken, int end) {
        int from = afterToken < 0 ? 0 : code.get(afterToken).end();
        int to = end >= code.size() ? text.length() : code.get(end).start();
        return comments.stream()
                .anyMatch(comment -> comment.start() >= from
                        && comment.end() <= to
                        && comment.text().contains(word));
    }
}
