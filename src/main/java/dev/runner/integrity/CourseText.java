package dev.runner.integrity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exercise as the course has it, against which a learner's file is held. Immutable and safe for use by many threads.
 */
public final class CourseText {
    private static final Set<String> ENDINGS = Set.of("exit", "_exit", "exec", "abort", "set_hook", "kill", "raise");

    /** Attributes of a function that leave it as it is. */
    private static final Set<String> PLAIN =
            Set.of("allow", "expect", "warn", "deny", "doc", "cfg", "inline", "rustfmt", "skip");

    private final Source original;
    private final @Nullable Source solution;

    private CourseText(Source original, @Nullable Source solution) {
        this.original = original;
        this.solution = solution;
    }

    /**
     * An exercise of a course.
     *
     * @param original the exercise's file
     * @param solution the solution's, or null; what it changes in the tests a learner may change too
     */
    public static CourseText of(String original, @Nullable String solution) {
        return new CourseText(Source.of(original), solution == null ? null : Source.of(solution));
    }

    /** What the learner's file has made of the course's tests, each in one line; empty if they are there. */
    public List<String> changedTests(String submission) {
        return TestComparison.differences(original, solution, Source.of(submission));
    }

    /** What tells the parts of a file's tests from others, whatever their formatting: a hash for each, in order. */
    public static List<String> fingerprints(String text) {
        return TestParts.of(Source.of(text)).all().stream()
                .filter(part -> !part.mayChange())
                .map(part -> Texts.hash(part.normal()))
                .toList();
    }

    /** Whether a file has tests with all of these fingerprints. */
    public boolean has(String text, List<String> fingerprints) {
        return new HashSet<>(fingerprints(text)).containsAll(fingerprints);
    }

    /**
     * What stands in the learner's file that an exercise has no use for, each in one line with its place. What the
     * course's own file or solution holds is no such thing.
     *
     * @param lints the lints that count
     * @param strict whether every warning counts
     */
    public List<String> suspicions(String submission, Collection<String> lints, boolean strict) {
        Set<String> known = new LinkedHashSet<>();
        all(original, lints, strict).forEach(each -> known.add(each.key()));
        if (solution != null) {
            all(solution, lints, strict).forEach(each -> known.add(each.key()));
        }
        Source source = Source.of(submission);
        List<String> found = all(source, lints, strict).stream()
                .filter(each -> !known.contains(each.key()))
                .map(Suspicion::shown)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        MainCalls.missing(MainCalls.required(original, solution), source)
                .forEach(name -> found.add("`main` no longer calls `" + name + "`"));
        return List.copyOf(found);
    }

    private List<Suspicion> all(Source source, Collection<String> lints, boolean strict) {
        List<Suspicion> all = new ArrayList<>(ForbiddenCode.in(source));
        all.addAll(Conditions.in(source));
        all.addAll(SilencedLints.in(source, lints, strict));
        all.addAll(Shadowing.in(source, original));
        return all;
    }

    /**
     * The learner's file, changed so that its run proves what it did.
     *
     * @param secrets gives numbers that nobody can guess
     * @param file where the numbers are appended, eight bytes each, the highest first; it must be there already
     */
    public Instrumented instrumented(String submission, LongSupplier secrets, String file) {
        List<String> tests =
                TestParts.of(original).tests().stream().map(TestPart::name).toList();
        boolean main = MainCalls.main(original).filter(this::isPlain).isPresent() && !mayExit();
        Set<String> entered = main ? MainCalls.always(original, solution) : Set.of();
        return new Instrumentation(Source.of(submission), secrets).apply(tests, main, entered, file);
    }

    /** Whether the course's {@code main} can be called as it is written: no macro makes another function of it. */
    private boolean isPlain(Item main) {
        boolean async =
                original.code().subList(main.head(), main.nameAt()).stream().anyMatch(each -> each.is("async"));
        return !async && main.attributes().stream().allMatch(each -> PLAIN.contains(each.name()));
    }

    /** What in the learner's file might end a process before its end, each as {@code calls `exit` in line 3}. */
    public static List<String> endings(String submission) {
        return Source.of(submission).code().stream()
                .filter(token -> token.isName() && ENDINGS.contains(token.text()))
                .map(token -> "calls `" + token.text() + "` in line " + token.line())
                .toList();
    }

    /** Whether the course itself ends its program otherwise than by coming to the end of {@code main}. */
    private boolean mayExit() {
        List<Token> code = original.code();
        for (int at = 0; at + 2 < code.size(); at++) {
            boolean exit = code.get(at).names("exit") && code.get(at + 1).is("(");
            if (exit
                    && (code.get(at + 2).kind() != Token.Kind.LITERAL
                            || code.get(at + 2).text().equals("0"))) {
                return true;
            }
        }
        return false;
    }
}
