package dev.runner.verify;

import dev.runner.course.Course;
import dev.runner.course.Exercise;
import dev.runner.course.Format;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import dev.runner.course.Workspace;
import dev.runner.toolchain.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the {@link CheckPlan} of an exercise, of its solution, or of another file in its place. */
public final class Planner {
    private static final String SOLUTION_SUFFIX = "_sol";

    /** Long enough for a test of an exercise; what loops for ever after a change costs no more than that. */
    private static final Duration TESTS_ONLY_TIME = Duration.ofSeconds(3);

    private final Workspace workspace;
    private final Course course;
    private final Manifest manifest;
    private final Duration usualTime;
    private final Function<Exercise, Optional<Reference>> references;

    /** @param usualTime the limit for tests and for programs of exercises that name none, or null for ours */
    public Planner(Workspace workspace, Course course, Manifest manifest, @Nullable Duration usualTime) {
        this(
                workspace,
                course,
                manifest,
                usualTime == null ? Limits.PROGRAM.time() : usualTime,
                exercise -> Optional.empty());
    }

    private Planner(
            Workspace workspace,
            Course course,
            Manifest manifest,
            Duration usualTime,
            Function<Exercise, Optional<Reference>> references) {
        this.workspace = workspace;
        this.course = course;
        this.manifest = manifest;
        this.usualTime = usualTime;
        this.references = references;
    }

    /** The same, whose exercises are held against what {@code references} knows of them. */
    public Planner comparing(Function<Exercise, Optional<Reference>> other) {
        return new Planner(workspace, course, manifest, usualTime, other);
    }

    /** The learner's file. */
    public CheckPlan exercise(Exercise exercise) {
        return plan(exercise, exercise.name(), exercise.source(), exercise.strictClippy())
                .withReference(references.apply(exercise).orElse(null));
    }

    /**
     * A stranger's file, judged in the place of this course's own.
     *
     * @param submission the file and the directory that it was handed in with
     * @param solution what this course's solution holds, or null
     * @param strict whether every warning is denied, whatever the course says
     */
    public CheckPlan against(
            Exercise exercise, Reference.Submission submission, @Nullable String solution, boolean strict) {
        String original = read(workspace.resolve(exercise.source()));
        boolean all = strict || exercise.strictClippy();
        String text = original + SubmittedFile.read(submission).text();
        CheckPlan plan = plan(exercise, exercise.name(), exercise.source(), all, text);
        return plan.withReference(new Reference(original, solution, lints(exercise), List.of(), submission));
    }

    /** The lints that the exercise is about, and those that its course denies. */
    private List<String> lints(Exercise exercise) {
        List<String> lints = new ArrayList<>();
        exercise.failsWith().stream()
                .filter(failure -> failure.startsWith("clippy::") || failure.matches("[a-z]+(_[a-z]+)+"))
                .forEach(lints::add);
        manifest.lints().arguments().stream()
                .filter(argument -> argument.startsWith("--deny="))
                .forEach(argument -> lints.add(argument.substring("--deny=".length())));
        return lints;
    }

    /** The course's solution, with every warning denied, as rustlings judges solutions. */
    public CheckPlan solution(Exercise exercise) {
        return plan(exercise, exercise.name() + SOLUTION_SUFFIX, exercise.solution(), true);
    }

    /** Another file in the exercise's place; absolute, or relative to the course's directory. */
    public CheckPlan substitute(Exercise exercise, Path source) {
        return inPlace(exercise, source, exercise.mode(), time(exercise));
    }

    /**
     * Another file in the exercise's place, which is expected to fail: where there are tests, it has a short time for it.
     */
    public CheckPlan wrongAnswer(Exercise exercise, Path source) {
        Duration time = time(exercise);
        boolean shorter = exercise.test() && time.compareTo(TESTS_ONLY_TIME) > 0;
        return inPlace(exercise, source, exercise.mode(), shorter ? TESTS_ONLY_TIME : time);
    }

    /** Another file in the exercise's place, of which only the tests are asked, and for a short time. */
    public CheckPlan testsOnly(Exercise exercise, Path source) {
        return inPlace(exercise, source, Mode.TEST, TESTS_ONLY_TIME);
    }

    private CheckPlan inPlace(Exercise exercise, Path source, Mode mode, Duration time) {
        CheckPlan plan = plan(exercise, exercise.name(), exercise.source(), exercise.strictClippy());
        return new CheckPlan(
                plan.target(),
                plan.root(),
                source,
                mode,
                plan.test(),
                plan.strict(),
                plan.manifest(),
                plan.crates(),
                time,
                // cargo would look at the file that Cargo.toml names, not at this one.
                null);
    }

    private CheckPlan plan(Exercise exercise, String target, Path source, boolean strict) {
        return plan(exercise, target, source, strict, read(workspace.resolve(source)));
    }

    private CheckPlan plan(Exercise exercise, String target, Path source, boolean strict, String text) {
        return new CheckPlan(
                target,
                workspace.root(),
                source,
                exercise.mode(),
                exercise.test(),
                strict,
                manifest,
                crates(exercise, text),
                time(exercise),
                viaCargo(exercise, target, source, text));
    }

    private Duration time(Exercise exercise) {
        return exercise.timeout() == null ? usualTime : exercise.timeout();
    }

    private List<String> crates(Exercise exercise, String text) {
        TreeSet<String> crates = new TreeSet<>();
        // In a course that declares them nothing needs to be guessed from words such as `bytes`.
        boolean declared =
                course.exercises().stream().anyMatch(other -> !other.crates().isEmpty());
        for (String crate : manifest.dependencies()) {
            if (exercise.crates().contains(crate) || !declared && mentions(text, crate)) {
                crates.add(crate);
            }
        }
        return List.copyOf(crates);
    }

    private @Nullable String viaCargo(Exercise exercise, String target, Path source, String text) {
        if (exercise.mode() == Mode.BUILDSCRIPT) {
            return "it has a build script";
        }
        if (course.format() == Format.RUSTLINGS_V5 || !manifest.present()) {
            return null;
        }
        if (manifest.needsCargo() != null) {
            return manifest.needsCargo();
        }
        String listed = manifest.bins().get(target);
        if (listed == null) {
            return "Cargo.toml does not list it";
        }
        if (!Path.of(listed).normalize().equals(source)) {
            return "Cargo.toml lists another path for it";
        }
        return text.contains("CARGO_") || text.contains("OUT_DIR") ? "it reads cargo's variables" : null;
    }

    /** Whether {@code text} holds {@code word} with nothing beside it that an identifier could hold. */
    private static boolean mentions(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            int end = at + word.length();
            boolean startsFree = at == 0 || !Character.isUnicodeIdentifierPart(text.charAt(at - 1));
            boolean endsFree = end == text.length() || !Character.isUnicodeIdentifierPart(text.charAt(end));
            if (startsFree && endsFree) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /** A file that can't be read mentions nothing; the compiler will say what is wrong with it. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
