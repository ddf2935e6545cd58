package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever the bundled course teaches. */
final class BundledCourseTest {
    @Test
    void aCopyIsACourseWithoutAFinding(@TempDir Path directory) throws IOException {
        Workspace workspace = BundledCourse.copyTo(directory.resolve("new/place"));
        Course course = CourseReader.read(workspace);

        assertThat(workspace.root()).isEqualTo(directory.resolve("new/place"));
        assertThat(CourseReader.missingSources(workspace, course)).isEmpty();
        assertThat(CourseReader.unknownKeys(workspace)).isEmpty();
        assertThat(course.exercises())
                .allSatisfy(exercise -> assertThat(workspace.solution(exercise)).isRegularFile());
        assertThat(BundledCourse.isCopyAt(workspace)).isTrue();
        assertThat(directory.resolve("new/place/.gitignore")).content().contains("target/\n", ".runner/\n");
    }

    @Test
    void itsFilesAreThoseOfTheCopyByteForByte(@TempDir Path directory) throws IOException {
        Workspace workspace = BundledCourse.copyTo(directory);

        assertThat(BundledCourse.files())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(file -> assertThat(workspace.root().resolve(file))
                        .hasBinaryContent(BundledCourse.file(file).orElseThrow()));
    }

    @Test
    void aCopyReplacesNothing(@TempDir Path directory) throws IOException {
        Path mine = Files.writeString(directory.resolve(".gitignore"), "mine");

        assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(() -> BundledCourse.copyTo(directory));
        assertThat(mine).hasContent("mine");
    }

    @Test
    void aFileThatItHasNotIsEmpty() {
        assertThat(BundledCourse.file(Path.of("exercises/no_such_chapter/no_such_exercise.rs")))
                .isEmpty();
    }

    @Test
    void aWorkspaceIsNoCopyUnlessItSaysSo(@TempDir Path directory) throws IOException {
        Workspace workspace = new Workspace(directory);
        assertThat(BundledCourse.isCopyAt(workspace)).isFalse();

        Files.createDirectories(workspace.stateDirectory());
        assertThat(BundledCourse.isCopyAt(workspace)).isFalse();

        Files.createFile(workspace.stateDirectory().resolve("bundled-course"));
        assertThat(BundledCourse.isCopyAt(workspace)).isTrue();
    }
}
