package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CourseScaffoldTest {
    @TempDir
    Path directory;

    @Test
    void aNewCourseIsReadWithoutAFinding() throws IOException {
        Workspace workspace = CourseScaffold.writeTo(directory.resolve("new/course"));
        Course course = CourseReader.read(workspace);

        assertThat(workspace.root()).isEqualTo(directory.resolve("new/course"));
        assertThat(course.exercises()).hasSize(1);
        assertThat(CourseReader.missingSources(workspace, course)).isEmpty();
        assertThat(CourseReader.unknownKeys(workspace)).isEmpty();
    }

    @Test
    void itsExerciseShowsAnAuthorEveryPart() throws IOException {
        Workspace workspace = CourseScaffold.writeTo(directory);
        Exercise exercise = CourseReader.read(workspace).exercises().get(0);

        assertThat(exercise.failsWith()).isNotEmpty();
        assertThat(exercise.description()).isNotBlank();
        assertThat(exercise.hint().size()).isGreaterThanOrEqualTo(3);
        assertThat(workspace.source(exercise)).content().contains("TODO");
        assertThat(workspace.solution(exercise)).content().doesNotContain("TODO");
        assertThat(directory.resolve("wrong")).isDirectoryContaining("glob:**.rs");
    }

    @Test
    void itsManifestListsItsFilesAndNeedsNoCargo() throws IOException {
        Workspace workspace = CourseScaffold.writeTo(directory);
        Manifest manifest = ManifestReader.read(workspace, Format.RUSTLINGS_V6);

        assertThat(manifest.bins().values())
                .hasSize(2)
                .allSatisfy(path -> assertThat(directory.resolve(path)).isRegularFile());
    }

    @Test
    void whatItBuildsStaysOutOfItsRepository() throws IOException {
        CourseScaffold.writeTo(directory);

        assertThat(directory.resolve(".gitignore")).hasContent("target/\n.runner/\nCargo.lock\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info.toml", "exercises/01_first/first1.rs", ".gitignore"})
    void itReplacesNothing(String name) throws IOException {
        Path mine = directory.resolve(name);
        Files.createDirectories(mine.toAbsolutePath().getParent());
        Files.writeString(mine, "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> CourseScaffold.writeTo(directory));
        assertThat(mine).hasContent("mine");
    }
}
