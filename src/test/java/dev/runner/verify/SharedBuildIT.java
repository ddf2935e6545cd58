package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.Exercise;
import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.ManifestReader;
import dev.runner.course.Workspace;
import dev.runner.testing.Courses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the quick way of judging many exercises against the slow one: the verdicts are equal in every part. The whole of
 * any course is compared with {@code -Dsharing.course=DIRECTORY}, its wrong answers with {@code -Dsharing.wrong=true}.
 */
class SharedBuildIT {
    private static final Path ODD = Path.of("src/test/resources/sharing/odd.txt");
    private static final String LINTS = """
            [package]
            name = "exercises"
            edition = "2024"

            [lints.rust]
            %s = "deny"
            """;

    /** Programs unwind, so that there is more that they can do; no lint is set. */
    private static final Manifest UNWINDING =
            new Manifest(false, "exercises", "2024", Lints.NONE, false, Set.of(), Map.of(), null);

    /** A busy machine is slow to start a program. */
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    /** One of the odd files. */
    private record Odd(String name, boolean shares, boolean passes, String text) {
        static Odd of(String section) {
            String[] head = section.substring(0, section.indexOf('\n')).strip().split(" ", -1);
            return new Odd(
                    head[0],
                    head[1].equals("shares"),
                    !head[head.length - 1].equals("fails"),
                    section.substring(section.indexOf('\n') + 1));
        }

        boolean hasTests() {
            return text.contains("#[test]") || text.contains("//@ test");
        }
    }

    @Test
    void oddFilesGetTheSameVerdicts() throws IOException, InterruptedException {
        List<Odd> files = odd();
        Map<String, CheckPlan> plans = plans(files, UNWINDING);
        SoftAssertions.assertSoftly(softly ->
                files.forEach(odd -> softly.assertThat(Sharing.isPossible(plan(plans, odd), odd.text()))
                        .as(odd.name())
                        .isEqualTo(odd.shares())));
        try (BothWays ways = new BothWays(directory, directory.resolve("scratch"))) {
            Map<String, Verdict> alone = ways.oneByOne(plans);
            SoftAssertions.assertSoftly(softly ->
                    files.forEach(odd -> softly.assertThat(verdict(alone, odd).passed())
                            .as("%s: %s", odd.name(), verdict(alone, odd))
                            .isEqualTo(odd.passes())));
            Map<String, Verdict> together = ways.together(plans);
            SoftAssertions.assertSoftly(softly -> files.forEach(odd ->
                    softly.assertThat(verdict(together, odd)).as(odd.name()).isEqualTo(verdict(alone, odd))));
            assertThat(ways.modulesRun()).isGreaterThanOrEqualTo((int)
                    files.stream().filter(odd -> odd.shares() && odd.passes()).count());
        }
    }

    @Test
    void lintsThatDenyFindTheSame() throws IOException, InterruptedException {
        List<Odd> files = odd().stream()
                .filter(odd -> odd.name().startsWith("unused")
                        || odd.name().contains("main_returns")
                        || odd.name().startsWith("plain")
                        || odd.name().startsWith("public"))
                .toList();
        for (String lint : List.of("unused", "missing_docs", "unreachable_pub", "warnings")) {
            Courses course = Courses.in(directory).with("Cargo.toml", LINTS.formatted(lint));
            course.with("info.toml", "format_version = 1\n[[exercises]]\nname = \"plain\"\nhint = \"\"\n");
            try (BothWays ways = new BothWays(directory, directory.resolve("scratch"))) {
                assertThat(ways.differences(plans(files, course.manifest())))
                        .as(lint)
                        .isEmpty();
            }
        }
    }

    @Test
    void oneThatDoesNotFitIsLeftOutAndTheOthersShare() throws IOException, InterruptedException {
        List<Odd> files = odd().stream()
                .filter(odd -> odd.name().equals("main_is_for_tests_only")
                        || odd.name().equals("error_after_monomorphisation")
                        || odd.text().contains("println!(\"plain\")"))
                .toList();
        try (BothWays ways = new BothWays(directory, directory.resolve("scratch"))) {
            ways.together(plans(files, UNWINDING));
            assertThat(ways.modulesRun()).isEqualTo(files.size() - 2);
        }
    }

    @Test
    void theBundledCourseGetsTheSameVerdicts() throws IOException, InterruptedException {
        Bundle bundle = Bundle.in(Path.of("").toAbsolutePath());
        Map<String, CheckPlan> plans = new LinkedHashMap<>();
        // A solution of each chapter; of one chapter all that there is.
        bundle.course().chapters().forEach(chapter -> {
            List<Exercise> exercises = chapter.exercises();
            bundle.addSolution(plans, exercises.get(exercises.size() - 1));
        });
        for (Exercise exercise : bundle.course().exercises()) {
            if (exercise.chapter().startsWith("05")) {
                bundle.addSolution(plans, exercise);
                bundle.addExercise(plans, exercise);
                bundle.addWrong(plans, exercise);
            }
        }
        try (BothWays ways = new BothWays(bundle.root(), directory.resolve("scratch"))) {
            assertThat(ways.differences(plans)).isEmpty();
            assertThat(ways.modulesRun()).isGreaterThan(plans.size() / 4);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "sharing.course", matches = ".+")
    void aWholeCourseGetsTheSameVerdicts() throws IOException, InterruptedException {
        Bundle bundle = Bundle.in(Path.of(System.getProperty("sharing.course")));
        Map<String, CheckPlan> plans = new LinkedHashMap<>();
        for (Exercise exercise : bundle.course().exercises()) {
            bundle.addSolution(plans, exercise);
            bundle.addExercise(plans, exercise);
            if (Boolean.getBoolean("sharing.wrong")) {
                bundle.addWrong(plans, exercise);
            }
        }
        try (BothWays ways = new BothWays(bundle.root(), directory.resolve("scratch"))) {
            Map<String, List<Verdict>> differences = ways.differences(plans);
            assertThat(differences).as("%s", differences.keySet()).isEmpty();
        }
    }

    /** A course as it lies on the disk. */
    private record Bundle(Path root, Course course, Planner planner) {
        static Bundle in(Path root) {
            Workspace workspace = new Workspace(root);
            Course course = CourseReader.read(workspace);
            Manifest manifest = ManifestReader.read(workspace, course.format());
            return new Bundle(root, course, new Planner(workspace, course, manifest, LONG));
        }

        void addSolution(Map<String, CheckPlan> plans, Exercise exercise) {
            if (Files.exists(root.resolve(exercise.solution()))) {
                plans.put("solution of " + exercise.name(), planner.solution(exercise));
            }
        }

        void addExercise(Map<String, CheckPlan> plans, Exercise exercise) {
            // What declares that it hangs would cost its whole limit, twice.
            if (!exercise.failsWith().contains("timeout")) {
                plans.put(exercise.name(), planner.exercise(exercise));
            }
        }

        void addWrong(Map<String, CheckPlan> plans, Exercise exercise) throws IOException {
            Path wrong = root.resolve("wrong");
            if (!Files.isDirectory(wrong)) {
                return;
            }
            try (Stream<Path> files = Files.list(wrong)) {
                files.filter(file -> file.getFileName().toString().startsWith(exercise.name() + "_"))
                        .sorted()
                        .forEach(file -> plans.put(
                                file.getFileName().toString(), planner.substitute(exercise, root.relativize(file))));
            }
        }
    }

    private static CheckPlan plan(Map<String, CheckPlan> plans, Odd odd) {
        return Objects.requireNonNull(plans.get(odd.name()));
    }

    private static Verdict verdict(Map<String, Verdict> verdicts, Odd odd) {
        return Objects.requireNonNull(verdicts.get(odd.name()));
    }

    private static List<Odd> odd() throws IOException {
        List<Odd> files = new ArrayList<>();
        for (String section : Files.readString(ODD).split("(?m)^=== ", -1)) {
            if (!section.isEmpty()) {
                files.add(Odd.of(section));
            }
        }
        Odd plain = files.get(0);
        files.add(new Odd("line_ends_of_windows", true, true, plain.text().replace("\n", "\r\n")));
        files.add(new Odd("without_a_last_line_end", true, true, plain.text().strip()));
        files.add(new Odd("a_last_comment", true, true, plain.text() + "// here it ends"));
        return files;
    }

    private Map<String, CheckPlan> plans(List<Odd> files, Manifest manifest) throws IOException {
        Map<String, CheckPlan> plans = new LinkedHashMap<>();
        for (Odd odd : files) {
            Path source = Path.of("exercises", odd.name() + ".rs");
            Files.createDirectories(directory.resolve("exercises"));
            Files.writeString(directory.resolve(source), odd.text());
            CheckPlan plan = Plans.in(directory).manifest(manifest).plan();
            CheckPlan own = new CheckPlan(
                    odd.name(), directory, source, plan.mode(), odd.hasTests(), false, manifest, List.of(), LONG, null);
            plans.put(odd.name(), own);
        }
        return plans;
    }
}
