package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkspaceTest {
    @TempDir
    Path directory;

    @Test
    void itsRootIsAbsoluteAndNormal() {
        assertThat(new Workspace(Path.of("a/../b")).root())
                .isEqualTo(Path.of("b").toAbsolutePath());
    }

    @Test
    void itIsFoundFromBelow() throws IOException {
        Files.createFile(directory.resolve("info.toml"));
        Path deep = Files.createDirectories(directory.resolve("exercises/00_intro"));

        assertThat(Workspace.find(deep)).contains(new Workspace(directory));
        assertThat(Workspace.find(directory)).contains(new Workspace(directory));
    }

    @Test
    void theNearestIsTaken() throws IOException {
        Files.createFile(directory.resolve("info.toml"));
        Path inner = Files.createDirectories(directory.resolve("inner"));
        Files.createFile(inner.resolve("info.toml"));

        assertThat(Workspace.find(inner.resolve("not/there"))).contains(new Workspace(inner));
    }

    @Test
    void aDirectoryBesideIsNotSearched() throws IOException {
        Path tests = Files.createDirectories(directory.resolve("tests"));
        Files.createFile(tests.resolve("info.toml"));

        assertThat(Workspace.find(directory)).isNotEqualTo(java.util.Optional.of(new Workspace(tests)));
    }

    @Test
    void itsFilesAreBelowIt() {
        Workspace workspace = new Workspace(directory);
        Exercise exercise = CourseReader.parse("""
                        format_version = 1
                        [[exercises]]
                        name = "a"
                        dir = "00_x"
                        hint = ""
                        """).exercises().get(0);

        assertThat(workspace.infoFile()).isEqualTo(directory.resolve("info.toml"));
        assertThat(workspace.manifestFile()).isEqualTo(directory.resolve("Cargo.toml"));
        assertThat(workspace.stateDirectory()).isEqualTo(directory.resolve(".runner"));
        assertThat(workspace.source(exercise)).isEqualTo(directory.resolve("exercises/00_x/a.rs"));
        assertThat(workspace.solution(exercise)).isEqualTo(directory.resolve("solutions/00_x/a.rs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../a", "a/../../b", "a/b/../../.."})
    void whatLeavesItIsRefused(String path) {
        Workspace workspace = new Workspace(directory);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.resolve(Path.of(path)))
                .withMessage(Path.of(path) + " leaves " + directory);
    }

    @Test
    void anAbsolutePathIsRefusedEvenInside() {
        Workspace workspace = new Workspace(directory);

        assertThatIllegalArgumentException().isThrownBy(() -> workspace.resolve(directory.resolve("a")));
    }

    @Test
    void aDetourInsideIsGood() {
        assertThat(new Workspace(directory).resolve(Path.of("a/../b"))).isEqualTo(directory.resolve("b"));
    }
}
