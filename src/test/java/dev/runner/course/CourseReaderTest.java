package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses of rustlings 6, and what our superset adds. */
final class CourseReaderTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/dev/runner/course/toml");

    @TempDir
    Path directory;

    @Test
    void aCourseOfRustlings6IsReadWhole() throws IOException {
        Course course = CourseReader.parse(Files.readString(DOCUMENTS.resolve("course_v6.toml")));

        assertThat(course.format()).isEqualTo(Format.RUSTLINGS_V6);
        assertThat(course.title()).isNull();
        assertThat(course.welcomeMessage()).isEqualTo("""
                Welcome to the harbour course.
                A path may be written C:\\work\\new, and a tab as \t.
                """);
        assertThat(course.finalMessage()).isEqualTo("   /\\\n  /  \\   Nothing is an escape here: \\n \\d \\\\\n");
        assertThat(course.exercises())
                .containsExactly(
                        exercise("berth1", false, false, true, "No exercise, nothing to do: read \"main\" and save."),
                        new Exercise(
                                "berth2",
                                "00_berths",
                                Path.of("exercises/00_berths/berth2.rs"),
                                Path.of("solutions/00_berths/berth2.rs"),
                                Mode.STANDARD,
                                true,
                                false,
                                false,
                                new Hint(List.of(
                                        new HintStage("Which ship comes first?\n\n    let first = &ships[0];"),
                                        new HintStage("A blank line parts nothing in a string."))),
                                List.of(),
                                null,
                                List.of(),
                                null,
                                null,
                                1,
                                23),
                        new Exercise(
                                "cranes1",
                                "01_cranes",
                                Path.of("exercises/01_cranes/cranes1.rs"),
                                Path.of("solutions/01_cranes/cranes1.rs"),
                                Mode.STANDARD,
                                true,
                                true,
                                false,
                                Hint.NONE,
                                List.of(),
                                null,
                                List.of(),
                                null,
                                null,
                                1,
                                33));
    }

    private static Exercise exercise(String name, boolean test, boolean strict, boolean skip, String hint) {
        return new Exercise(
                name,
                "00_berths",
                Path.of("exercises/00_berths/" + name + ".rs"),
                Path.of("solutions/00_berths/" + name + ".rs"),
                Mode.STANDARD,
                test,
                strict,
                skip,
                new Hint(List.of(new HintStage(hint))),
                List.of(),
                null,
                List.of(),
                null,
                null,
                1,
                16);
    }

    @Test
    void whatOurSupersetAddsIsRead() throws IOException {
        Course course = CourseReader.parse(Files.readString(DOCUMENTS.resolve("course_superset.toml")));

        assertThat(course.title()).isEqualTo("Ämter & Öfen");
        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.failsWith())
                    .containsExactly("E0382", "clippy::needless_return", "test:a_cold_oven_bakes_nothing");
            assertThat(exercise.timeout()).isEqualTo(Duration.ofMillis(2500));
            assertThat(exercise.crates()).as("as the source writes them").containsExactly("serde", "serde_json");
            assertThat(exercise.points()).isEqualTo(3);
            assertThat(exercise.book()).isEqualTo("ch04-01-what-is-ownership.html");
            assertThat(exercise.description()).isEqualTo("Who owns the dough?");
            assertThat(exercise.hint())
                    .isEqualTo(new Hint(List.of(
                            new HintStage("Look at the first arrow of the message.", List.of("E0382")),
                            new HintStage("A `clone` would help, at a price."),
                            new HintStage("Borrow it: `&dough`."))));
        });
    }

    /** What only rustlings' author check objects to. */
    @ParameterizedTest
    @CsvSource({
        "1st, 00_intro",
        "with-dash, 00_intro",
        "a_name_of_more_than_thirty_two_letters, 00_intro",
        "x, nested/twice",
        "x, with blank",
        "x.y, a.b"
    })
    void namesThatRustlingsRunsAreAccepted(String name, String dir) {
        Course course = CourseReader.parse(v6("name = \"" + name + "\"\ndir = \"" + dir + "\"\nhint = \"\""));

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.source()).isEqualTo(Path.of("exercises", dir, name + ".rs"));
            assertThat(exercise.chapter()).isEqualTo(dir);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dir = \"\""})
    void withoutADirTheExerciseLiesDirectlyInExercises(String dir) {
        Course course = CourseReader.parse(v6("name = \"quiz1\"\nhint = \"\"\n" + dir));

        assertThat(course.exercises()).singleElement().satisfies(exercise -> {
            assertThat(exercise.source()).isEqualTo(Path.of("exercises/quiz1.rs"));
            assertThat(exercise.solution()).isEqualTo(Path.of("solutions/quiz1.rs"));
            assertThat(exercise.chapter()).isEmpty();
        });
    }

    @Test
    void exercisesMayBeAnArrayOfInlineTables() {
        Course course = CourseReader.parse("""
                format_version = 1
                exercises = [
                  { name = "a", hint = "" },
                  { name = "b", hint = "" },
                ]
                """);

        assertThat(course.exercises())
                .extracting(Exercise::name, Exercise::line)
                .containsExactly(tuple("a", 3), tuple("b", 4));
    }

    @Test
    void aCourseThatPartsOneHintPartsNoneByItself() {
        Course course = CourseReader.parse(v6("name = \"a\"\nhint = \"one\\n---\\ntwo\"")
                + "[[exercises]]\nname = \"b\"\nhint = \"one\\n\\nstill one\"\n");

        assertThat(course.exercises())
                .extracting(exercise -> exercise.hint().size())
                .containsExactly(2, 1);
    }

    @Test
    void theShortestTimeLimitIsAMillisecond() {
        Course course = CourseReader.parse(v6("name = \"a\"\nhint = \"\"\ntimeout = 0.0001"));

        assertThat(course.exercises()).extracting(Exercise::timeout).containsExactly(Duration.ofMillis(1));
    }

    @Test
    void unknownKeysAreIgnored() {
        Course course = CourseReader.parse("future = 1\n" + v6("name = \"a\"\nhint = \"\"\nexplanation = [1]"));

        assertThat(course.exercises()).hasSize(1);
    }

    @Test
    void unknownKeysAreFoundForAuthorsInTheOrderOfTheFile() throws IOException {
        Files.writeString(directory.resolve("info.toml"), """
                format_version = 1
                wellcome_message = "hi"

                [[exercises]]
                name = "a"
                hint = ""

                [[exercises]]
                name = "b"
                hnit = ""
                strict_clipy = true
                """);

        assertThat(CourseReader.unknownKeys(new Workspace(directory)))
                .extracting(Finding::render)
                .containsExactly(
                        "info.toml:2: wellcome_message: is a key that nobody reads; expected one of"
                                + " exercises, final_message, format_version, title, welcome_message",
                        "info.toml:10: exercises[2].hnit: is a key that nobody reads; expected one of book, crates,"
                                + " description, dir, fails_with, hint, mode, name, path, points, skip_check_unsolved,"
                                + " strict_clippy, test, timeout",
                        "info.toml:11: exercises[2].strict_clipy: is a key that nobody reads; expected one of book,"
                                + " crates, description, dir, fails_with, hint, mode, name, path, points, skip_check_unsolved,"
                                + " strict_clippy, test, timeout");
    }

    @Test
    void aWorkspacesCourseIsRead() throws IOException {
        Files.writeString(
                directory.resolve("info.toml"),
                "\ufeff" + v6("name = \"a\"\nhint = \"\"").replace("\n", "\r\n"));

        assertThat(CourseReader.read(new Workspace(directory)).exercises())
                .extracting(Exercise::name)
                .containsExactly("a");
    }

    @Test
    void whereThereIsNoCourseTheWayToOneIsTold() {
        Workspace workspace = new Workspace(directory);

        assertThatExceptionOfType(CourseException.class)
                .isThrownBy(() -> CourseReader.read(workspace))
                .withMessage(workspace.infoFile() + ": there is no course here; expected a directory with an info.toml;"
                        + " to get the bundled course type: runner init DIR");
    }

    @Test
    void aSourceThatIsMissingHurtsOnlyItsOwnExercise() throws IOException {
        Files.createDirectories(directory.resolve("exercises/b.rs"));
        Files.createFile(directory.resolve("exercises/c.rs"));
        Course course = CourseReader.parse(v6("name = \"a\"\nhint = \"\"")
                + "[[exercises]]\nname = \"b\"\nhint = \"\"\n[[exercises]]\nname = \"c\"\nhint = \"\"\n");

        assertThat(CourseReader.missingSources(new Workspace(directory), course))
                .extracting(Finding::render)
                .containsExactly(
                        "info.toml:2: exercise \"a\": its file exercises/a.rs is missing;"
                                + " expected a readable source file there",
                        "info.toml:5: exercise \"b\": its file exercises/b.rs is a directory;"
                                + " expected a readable source file there");
    }

    private static String v6(String exercise) {
        return "format_version = 1\n[[exercises]]\n" + exercise + "\n";
    }
}
