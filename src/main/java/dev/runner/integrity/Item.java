package dev.runner.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a module, as ranges of its source's code tokens.
 *
 * @param kind its keyword, such as {@code fn}; {@code macro_rules}; {@code !} for a macro's call; empty for anything else
 * @param name its name; empty where it has none, as {@code use} and {@code impl}
 * @param attributes its outer attributes
 * @param start its first token, attributes included
 * @param head its first token behind the attributes
 * @param nameAt its name's token, or -1
 * @param open the brace that opens its body, or -1
 * @param end behind its last token
 * @param inner the attributes at the beginning of a module's body
 * @param items what a module holds; null for all other items
 */
record Item(
        String kind,
        String name,
        List<Attribute> attributes,
        int start,
        int head,
        int nameAt,
        int open,
        int end,
        List<Attribute> inner,
        @Nullable List<Item> items) {
    Item {
        attributes = List.copyOf(attributes);
        inner = List.copyOf(inner);
    }

    boolean has(String attribute) {
        return attributes.stream().anyMatch(each -> each.name().equals(attribute));
    }

    boolean isTest() {
        return kind.equals("fn") && attributes.stream().anyMatch(each -> each.isBare("test"));
    }

    boolean isForTests() {
        return attributes.stream().anyMatch(Attribute::isForTests);
    }
}
