package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a source that are compiled for tests only, in order. */
final class TestParts {
    private static final String TODO = "TODO";

    private final Source source;
    private final List<TestPart> parts = new ArrayList<>();

    private TestParts(Source source) {
        this.source = source;
    }

    static TestParts of(Source source) {
        TestParts parts = new TestParts(source);
        parts.collect(source.items(), List.of(), false);
        return parts;
    }

    List<TestPart> all() {
        return parts;
    }

    List<TestPart> tests() {
        return parts.stream().filter(TestPart::isTest).toList();
    }

    /** The first part of that kind and name. */
    Optional<TestPart> find(String kind, String name) {
        return parts.stream()
                .filter(part -> part.item().kind().equals(kind) && part.name().equals(name))
                .findFirst();
    }

    private void collect(List<Item> items, List<Item> modules, boolean forTests) {
        for (Item item : items) {
            boolean tests = forTests || item.isForTests();
            List<Item> within = item.items();
            if (within != null) {
                List<Item> deeper = new ArrayList<>(modules);
                deeper.add(item);
                collect(within, deeper, tests);
            } else if (tests || item.isTest()) {
                parts.add(new TestPart(source, item, modules, mayChange(item)));
            }
        }
    }

    private boolean mayChange(Item item) {
        boolean called =
                source.code().subList(item.start(), item.end()).stream().anyMatch(token -> token.is("todo"));
        return called || source.isMarked(TODO, item.start() - 1, item.end() - 1);
    }
}
