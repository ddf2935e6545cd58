package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds whatever the bundled course teaches. */
final class BundledCourseTest {
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
