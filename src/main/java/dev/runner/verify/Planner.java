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
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the {@link CheckPlan} of an exercise, of its solution, or of another file in its place. */
public final class Planner {
    private static final String SOLUTION_SUFFIX = "_sol";

    private final Workspace workspace;
    private final Course course;
    private final Manifest manifest;
    private final Duration usualTime;

    /** @param usualTime the limit for tests and for programs of exercises that name none, or null for ours */
    public Planner(Workspace workspace, Course course, Manifest manifest, @Nullable Duration usualTime) {
        this.workspace = workspace;
        this.course = course;
        this.manifest = manifest;
        this.usualTime = usualTime == null ? Limits.PROGRAM.time() : usualTime;
    }

    /** The learner's file. */
    public CheckPlan exercise(Exercise exercise) {
        return plan(exercise, exercise.name(), exercise.source(), exercise.strictClippy());
    }

    /** The course's solution, with every warning denied, as rustlings judges solutions. */
    public CheckPlan solution(Exercise exercise) {
        return plan(exercise, exercise.name() + SOLUTION_SUFFIX, exercise.solution(), true);
    }

    /** Another file in the exercise's place. */
    CheckPlan substitute(Exercise exercise, Path source, boolean strict) {
        CheckPlan plan = plan(exercise, exercise.name(), exercise.source(), strict);
        return new CheckPlan(
                plan.target(),
                plan.root(),
                source,
                plan.mode(),
                plan.test(),
                strict,
                plan.manifest(),
                plan.crates(),
                plan.time(),
                // cargo would look at the file that Cargo.toml names, not at this one.
                null);
    }

    private CheckPlan plan(Exercise exercise, String target, Path source, boolean strict) {
        String text = read(workspace.resolve(source));
        return new CheckPlan(
                target,
                workspace.root(),
                source,
                exercise.mode(),
                exercise.test(),
                strict,
                manifest,
                crates(exercise, text),
                exercise.timeout() == null ? usualTime : exercise.timeout(),
                viaCargo(exercise, target, source, text));
    }

    private List<String> crates(Exercise exercise, String text) {
        TreeSet<String> crates = new TreeSet<>();
        for (String crate : manifest.dependencies()) {
            if (exercise.crates().contains(crate) || mentions(text, crate)) {
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
