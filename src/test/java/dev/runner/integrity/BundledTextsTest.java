package dev.runner.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exercise of the bundled course is solved by its own solution, and nothing in that is held against it. */
class BundledTextsTest {
    private static final Path EXERCISES = Path.of("exercises");

    /** An exercise's texts. */
    record Pair(Path path, String original, String solution) {
        static Pair of(Path path) {
            try {
                Path solution = Path.of("solutions").resolve(EXERCISES.relativize(path));
                return new Pair(path, Files.readString(path), Files.readString(solution));
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
        }

        @Override
        public String toString() {
            return path.getFileName().toString();
        }
    }

    static List<Pair> pairs() throws IOException {
        try (Stream<Path> files = Files.walk(EXERCISES)) {
            return files.filter(path -> path.toString().endsWith(".rs"))
                    .sorted()
                    .map(Pair::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSolutionHasTheCoursesTests(Pair pair) {
        CourseText course = CourseText.of(pair.original(), pair.solution());
        assertThat(course.changedTests(pair.solution())).isEmpty();
        assertThat(course.changedTests(pair.original())).isEmpty();
    }

    /** What a learner's own solution is held against is known where the course has none, too. */
    @ParameterizedTest
    @MethodSource("pairs")
    void itHasThemAlsoWhereNoSolutionIsKnown(Pair pair) {
        assertThat(CourseText.of(pair.original(), null).changedTests(pair.solution()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nothingInASolutionIsSuspicious(Pair pair) {
        assertThat(CourseText.of(pair.original(), null).suspicions(pair.solution(), Set.of(), true))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void everyTestOfTheCourseIsToProveThatItRan(Pair pair) {
        Set<String> tests = TestParts.of(Source.of(pair.original())).tests().stream()
                .map(TestPart::name)
                .collect(Collectors.toSet());
        AtomicLong secrets = new AtomicLong(1);
        Instrumented proving = CourseText.of(pair.original(), pair.solution())
                .instrumented(pair.solution(), secrets::incrementAndGet, "/p");
        List<String> proved = new ArrayList<>();
        proving.proofs().stream().filter(Proof::forTests).forEach(proof -> proved.add(proof.what()));
        assertThat(proved)
                .containsAll(tests.stream()
                        .map(name -> "test `" + name + "` ran to its end")
                        .toList());
        assertThat(proving.text().lines().count())
                .isEqualTo(pair.solution().lines().count());
    }

    @Test
    void theCourseHasTests() throws IOException {
        assertThat(pairs()).hasSizeGreaterThan(150);
    }
}
