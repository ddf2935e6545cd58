package dev.runner.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionsTest {
    @TempDir
    Path machine;

    private void submission(String path) throws IOException {
        Files.createDirectories(machine.resolve(path).resolve("exercises"));
    }

    private List<Submission> find(String... names) {
        return Submissions.find(Arrays.stream(names).map(Path::of).toList(), machine);
    }

    @Test
    void aDirectoryWithExercisesIsASubmission() throws IOException {
        submission("ada");
        assertThat(find("ada")).containsExactly(new Submission("ada", "ada", machine.resolve("ada"), null));
    }

    @Test
    void aDirectoryOfThemIsAllOfThemInNaturalOrder() throws IOException {
        submission("class/s10");
        submission("class/s9");
        submission("class/.git");
        Files.createDirectories(machine.resolve("class/notes"));
        Files.writeString(machine.resolve("class/roster.csv"), "s9\n");
        assertThat(find("class"))
                .extracting(Submission::name, Submission::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("notes", "it holds no exercises"),
                        org.assertj.core.groups.Tuple.tuple("s9", null),
                        org.assertj.core.groups.Tuple.tuple("s10", null));
    }

    @Test
    void anUnpackedArchiveMayHoldItOneStepFurtherDown() throws IOException {
        submission("class/ada_123/work");
        submission("class/grace");
        submission("class/both/one");
        submission("class/both/two");
        assertThat(find("class"))
                .extracting(Submission::name, Submission::root, Submission::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ada_123", machine.resolve("class/ada_123/work"), null),
                        org.assertj.core.groups.Tuple.tuple(
                                "both", machine.resolve("class/both"), "it holds 2 submissions instead of one"),
                        org.assertj.core.groups.Tuple.tuple("grace", machine.resolve("class/grace"), null));
    }

    @Test
    void whatCantBeGradedSaysWhy() throws IOException {
        Files.writeString(machine.resolve("file"), "");
        Files.createSymbolicLink(machine.resolve("loop"), Path.of("loop"));
        Files.createDirectory(machine.resolve("empty"));
        assertThat(find("file", "loop", "empty", "gone"))
                .extracting(Submission::problem)
                .containsExactly(
                        "it is a file, not a directory",
                        "it is a symbolic link that leads nowhere",
                        "it holds no exercises",
                        "there is no such directory");
    }

    @Test
    void equalNamesAreToldApartByTheirPaths() throws IOException {
        submission("monday/ada");
        submission("friday/ada");
        submission("grace");
        List<Submission> found = find("monday/ada", "friday/ada", "grace");
        assertThat(found).extracting(Submission::name).containsExactly("monday/ada", "friday/ada", "grace");
        assertThat(found).extracting(Submission::id).doesNotHaveDuplicates().allMatch(id -> !id.contains("/"));
    }

    @Test
    void whatIsNamedTwiceCountsOnce() throws IOException {
        submission("class/ada");
        assertThat(find("class/ada", "class", "class/../class/ada")).hasSize(1);
    }

    @Test
    void aNameThatWouldSteerATerminalIsShownWithoutThat() throws IOException {
        submission("a\u001b[31mb\nc");
        assertThat(find("a\u001b[31mb\nc")).extracting(Submission::name).containsExactly("a?[31mb?c");
    }

    @Test
    void theDirectoryItselfIsASubmissionToo() throws IOException {
        submission(".");
        assertThat(find(".")).extracting(Submission::name).containsExactly(String.valueOf(machine.getFileName()));
    }
}
