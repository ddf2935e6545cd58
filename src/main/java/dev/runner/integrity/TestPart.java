package dev.runner.integrity;

import java.util.List;

/**
 * An item that is compiled for tests only: a test, or what tests use.
 *
 * @param source where it stands
 * @param item the item
 * @param modules the modules around it, outermost first
 * @param mayChange whether the learner is to change it, because a {@code TODO} stands in it or before it
 */
record TestPart(Source source, Item item, List<Item> modules, boolean mayChange) {
    TestPart {
        modules = List.copyOf(modules);
    }

    String name() {
        return item.name();
    }

    boolean isTest() {
        return item.isTest();
    }

    /** What messages call it. */
    String shown() {
        if (isTest()) {
            return "test `" + name() + "`";
        }
        return item.name().isEmpty()
                ? "`" + Texts.shown(source.bare(item)) + "` in the tests"
                : "`" + name() + "` in the tests";
    }

    /** Its tokens, in the form that does not depend on formatting; with its attributes. */
    List<String> normal() {
        return Texts.normal(source.code().subList(item.start(), item.end()));
    }

    List<String> normalBody() {
        return Texts.normal(source.body(item));
    }
}
