package dev.runner.integrity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a learner's file has made of the course's tests. Formatting, comments, line ends, the tests' place, their
 * module's name and tests that the learner added are nobody's business. What a {@code TODO} asks for may be changed; so
 * may what the course's own solution changes.
 */
final class TestComparison {
    private static final Set<String> NEW_NAMES =
            Set.of("fn", "struct", "enum", "union", "trait", "const", "static", "type", "mod", "macro_rules");

    private final Source submission;
    private final TestParts course;
    private final TestParts theirs;
    private final @Nullable TestParts solved;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Set<String> differences = new LinkedHashSet<>();

    private TestComparison(Source original, @Nullable Source solution, Source submission) {
        this.submission = submission;
        this.course = TestParts.of(original);
        this.theirs = TestParts.of(submission);
        this.solved = solution == null ? null : TestParts.of(solution);
    }

    /** The differences, each as a message without a full stop; empty where the course's tests are there. */
    static List<String> differences(Source original, @Nullable Source solution, Source submission) {
        TestComparison comparison = new TestComparison(original, solution, submission);
        comparison.compare();
        return List.copyOf(comparison.differences);
    }

    private void compare() {
        if (!course.tests().isEmpty()
                && theirs.tests().isEmpty()
                && bodies().stream().noneMatch(this::renamed)) {
            differences.add(goneAltogether());
            return;
        }
        for (TestPart part : course.all()) {
            compare(part);
        }
        shadowed();
    }

    private Set<List<String>> bodies() {
        return course.tests().stream().map(TestPart::normalBody).collect(Collectors.toSet());
    }

    private boolean renamed(List<String> body) {
        return theirs.all().stream().anyMatch(part -> part.normalBody().equals(body));
    }

    private String goneAltogether() {
        boolean outside = course.tests().stream().anyMatch(test -> elsewhere(test.name()) != null);
        return outside
                ? "the tests are no tests any more: their module lacks its #[cfg(test)]"
                : "the tests were deleted";
    }

    private @Nullable Item elsewhere(String name) {
        return submission.allItems().stream()
                .filter(item -> item.kind().equals("fn") && item.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void compare(TestPart part) {
        Optional<TestPart> found = part.item().name().isEmpty()
                ? same(part)
                : theirs.find(part.item().kind(), part.name());
        boolean free = part.mayChange() || solutionChanges(part);
        if (found.isEmpty()) {
            if (!free || part.isTest()) {
                differences.add(missing(part));
            }
            return;
        }
        conditions(part, found.get());
        together(part, found.get());
        if (free) {
            asked(part, found.get());
        } else if (!found.get().normal().equals(part.normal())) {
            differences.add(part.shown() + " " + edited(part, found.get()));
        }
    }

    private Optional<TestPart> same(TestPart part) {
        return theirs.all().stream()
                .filter(each -> each.normal().equals(part.normal()))
                .findFirst();
    }

    private boolean solutionChanges(TestPart part) {
        return solved != null
                && solved.all().stream().noneMatch(each -> each.normal().equals(part.normal()));
    }

    private String missing(TestPart part) {
        if (!part.isTest()) {
            return part.shown() + " was deleted or edited";
        }
        Optional<TestPart> renamed = theirs.all().stream()
                .filter(each -> !part.normalBody().isEmpty()
                        && each.normalBody().equals(part.normalBody())
                        && course.find("fn", each.name()).isEmpty())
                .findFirst();
        if (renamed.isPresent()) {
            return part.shown() + " was renamed to `" + renamed.get().name() + "`";
        }
        return part.shown() + (elsewhere(part.name()) == null ? " was deleted" : " is no test any more");
    }

    /** A part counts only if nothing around it takes it away. */
    private void conditions(TestPart part, TestPart found) {
        Set<String> known = new HashSet<>();
        part.modules().forEach(module -> known.addAll(conditionsOf(module)));
        for (Item module : found.modules()) {
            for (String condition : conditionsOf(module)) {
                if (!known.contains(condition) && !condition.equals("#[cfg(test)]")) {
                    differences.add(part.shown() + " is cfg-ed away: " + condition);
                }
            }
        }
    }

    /** What stood in one module stands in one module still: names mean the same there. */
    private void together(TestPart part, TestPart found) {
        Integer place = places.putIfAbsent(innermost(part), innermost(found));
        if (place != null && place != innermost(found)) {
            differences.add(part.shown() + " was moved away from the other tests");
        }
    }

    private static int innermost(TestPart part) {
        return part.modules().isEmpty()
                ? -1
                : part.modules().get(part.modules().size() - 1).start();
    }

    private static List<String> conditionsOf(Item module) {
        List<Attribute> all = new ArrayList<>(module.attributes());
        all.addAll(module.inner());
        return all.stream().filter(Attribute::isCondition).map(Attribute::shown).toList();
    }

    /** What the learner was to write must still be a test that does something. */
    private void asked(TestPart part, TestPart found) {
        if (!part.isTest()) {
            return;
        }
        String fault = null;
        if (!found.isTest()) {
            fault = "has lost its #[test]";
        } else if (found.item().has("ignore") && !part.item().has("ignore")) {
            fault = "is ignored";
        } else if (found.item().attributes().stream().anyMatch(Attribute::isCondition)) {
            fault = "is cfg-ed away";
        } else if (found.normalBody().isEmpty()) {
            fault = "is empty";
        }
        if (fault != null) {
            differences.add(part.shown() + " " + fault);
        }
    }

    private static String edited(TestPart part, TestPart found) {
        if (part.isTest() && !found.isTest()) {
            return "has lost its #[test]";
        }
        if (found.item().has("ignore") && !part.item().has("ignore")) {
            return "is ignored";
        }
        if (!part.isTest()) {
            return "was edited";
        }
        if (found.item().attributes().stream().anyMatch(Attribute::isCondition)) {
            return "is cfg-ed away";
        }
        if (found.item().has("should_panic") && !part.item().has("should_panic")) {
            return "is told to panic";
        }
        if (found.normalBody().isEmpty()) {
            return "was emptied";
        }
        if (found.normalBody().equals(part.normalBody())) {
            return "has other attributes";
        }
        return onlyValues(part.source().body(part.item()), found.source().body(found.item()))
                ? "has other expected values"
                : "was edited";
    }

    private static boolean onlyValues(List<Token> before, List<Token> after) {
        boolean same = before.size() == after.size();
        for (int index = 0; same && index < before.size(); index++) {
            Token one = before.get(index);
            Token other = after.get(index);
            boolean value = isValue(one) && isValue(other);
            same = value || one.text().equals(other.text());
        }
        return same;
    }

    private static boolean isValue(Token token) {
        return token.kind() == Token.Kind.LITERAL || token.is("true") || token.is("false");
    }

    /** A name that the tests use, given another meaning beside them. */
    private void shadowed() {
        Set<String> used = Names.used(course);
        for (TestPart part : theirs.all()) {
            boolean known = course.all().stream()
                    .anyMatch(each -> each.item().kind().equals(part.item().kind())
                            && each.name().equals(part.name())
                            && (!part.name().isEmpty() || each.normal().equals(part.normal())));
            if (!known && !solvedHas(part) && places.containsValue(innermost(part))) {
                for (String name : newNames(part)) {
                    if (used.contains(name)) {
                        differences.add("`" + name + "`, which the tests use, is given another meaning beside them");
                    }
                }
            }
        }
    }

    private boolean solvedHas(TestPart part) {
        return solved != null
                && solved.all().stream().anyMatch(each -> each.normal().equals(part.normal()));
    }

    private static Set<String> newNames(TestPart part) {
        if (NEW_NAMES.contains(part.item().kind())) {
            return Set.of(part.name());
        }
        return part.item().kind().equals("use") ? Names.imported(part.source().bare(part.item())) : Set.of();
    }
}
