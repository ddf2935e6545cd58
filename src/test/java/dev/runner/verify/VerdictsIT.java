package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Exercise;
import dev.runner.testing.Courses;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.LocalToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A course of rustlings v6 with an exercise per outcome, judged by the real toolchain: directly, and by cargo. An
 * exercise's first comments, {@code //@}, say what is expected and what stands in {@code info.toml}.
 */
class VerdictsIT {
    private static final Path FIXTURES = Path.of("src", "test", "resources", "verdicts");
    private static final String MARK = "//@ ";
    private static final String MANIFEST = """
            [package]
            name = "exercises"
            edition = "2024"

            [lints.rust]
            unsafe_code = "forbid"
            dead_code = "allow"

            [lints.clippy]
            todo = "deny"
            """;

    @TempDir
    private static Path directory;

    private static final List<Case> CASES = cases();
    private static Judging judging = Judging.NOT_YET;

    /** An exercise, what its file holds, and what the verdict on it should be. */
    private record Case(String name, String text, String expected, List<String> keys) {
        static Case of(String name, String text) {
            List<String> marks = text.lines()
                    .map(line -> line.startsWith("\uFEFF") ? line.substring(1) : line)
                    .takeWhile(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()).strip())
                    .toList();
            return new Case(name, text, marks.get(0), marks.subList(1, marks.size()));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(FIXTURES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".rs", "");
                cases.add(Case.of(name, Files.readString(file)));
            }
            String passes = Files.readString(FIXTURES.resolve("passes.rs"));
            String broken = Files.readString(FIXTURES.resolve("does_not_compile.rs"));
            cases.add(Case.of("with_line_ends_of_windows", passes.replace("\n", "\r\n")));
            cases.add(Case.of("with_a_byte_order_mark", "\uFEFF" + passes));
            cases.add(Case.of("with_both_and_broken", "\uFEFF" + broken.replace("\n", "\r\n")));
            return cases;
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @BeforeAll
    static void writeTheCourse() throws InterruptedException {
        StringBuilder info = new StringBuilder("format_version = 1\n");
        StringBuilder bins = new StringBuilder("bin = [\n");
        Courses course = Courses.in(directory.resolve("course"));
        for (Case each : CASES) {
            String keys = each.keys().stream().map(key -> key + "\n").collect(Collectors.joining());
            info.append("[[exercises]]\nname = \"")
                    .append(each.name())
                    .append("\"\nhint = \"\"\n")
                    .append(keys);
            String path = "exercises/" + each.name() + ".rs";
            bins.append("  { name = \"")
                    .append(each.name())
                    .append("\", path = \"")
                    .append(path)
                    .append("\" },\n");
            course.with(path, each.text());
        }
        course.with("info.toml", info.toString()).with("Cargo.toml", bins + "]\n" + MANIFEST);
        judging = Judging.of(course, directory);
    }

    @AfterAll
    static void removeWhatWasBuilt() {
        judging.scratch().close();
    }

    static List<Case> everyCase() {
        return CASES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyCase")
    void theQuickWayAndCargoGiveTheExpectedVerdict(Case each) throws InterruptedException {
        Verdict quick = judging.quickly(each.name());
        assertThat(Described.briefly(quick)).isEqualTo(each.expected());
        assertThat(Described.wholly(judging.byCargo(each.name()))).isEqualTo(Described.wholly(quick));
    }

    /** Both judges, with nothing between that would choose. */
    private record Judging(Courses course, Scratch scratch, List<Judge> judges) {
        static final Judging NOT_YET = new Judging(Courses.in(Path.of("")), new Scratch(List.of()), List.of());

        static Judging of(Courses course, Path directory) throws InterruptedException {
            LocalToolchain toolchain = LocalToolchain.locate(course.workspace().root(), System.getenv());
            Scratch scratch = new Scratch(List.of(directory.resolve("scratch")));
            Crates crates = new Crates(toolchain);
            Judge quick = new RustcJudge(toolchain, crates, scratch, Chains.Order.SIDE_BY_SIDE, null, step -> {});
            return new Judging(course, scratch, List.of(quick, new CargoJudge(toolchain, crates, scratch)));
        }

        Verdict quickly(String name) throws InterruptedException {
            return judge(judges.get(0), name);
        }

        Verdict byCargo(String name) throws InterruptedException {
            return judge(judges.get(1), name);
        }

        private Verdict judge(Judge judge, String name) throws InterruptedException {
            Exercise exercise = course.exercise(name);
            // A busy machine is slow to start a program; only a loop may take too long.
            Planner planner =
                    new Planner(course.workspace(), course.course(), course.manifest(), Duration.ofMinutes(1));
            CheckPlan plan = planner.exercise(exercise);
            assertThat(plan.viaCargo()).isNull();
            return judge.judge(plan, new Cancellation());
        }
    }
}
