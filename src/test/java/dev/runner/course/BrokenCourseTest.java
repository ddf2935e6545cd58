package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ways to break an {@code info.toml}, one a file, with the report on it beside it. {@code -Dgolden.update=true} writes the
 * reports anew.
 */
final class BrokenCourseTest {
    private static final Path BROKEN = Path.of("src/test/resources/dev/runner/course/broken");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    static Stream<Path> documents() throws IOException {
        return files(".toml").stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theReportIsAsExpected(Path document) throws IOException {
        Path golden = document.resolveSibling(document.getFileName().toString().replace(".toml", ".txt"));
        String report = String.valueOf(refusal(document).getMessage()) + "\n";
        if (UPDATE) {
            Files.writeString(golden, report);
        }

        assertThat(golden).exists();
        assertThat(report).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void eachFindingHasFileLineKeyAndWhatWasExpected(Path document) throws IOException {
        assertThat(refusal(document).findings())
                .isNotEmpty()
                .isSortedAccordingTo(Finding.ORDER)
                .allSatisfy(finding -> {
                    assertThat(finding.file()).isEqualTo("info.toml");
                    assertThat(finding.line()).isPositive();
                    assertThat(finding.problem())
                            .isNotBlank()
                            .doesNotContain("\n")
                            .doesNotEndWith(".");
                    assertThat(finding.expected()).isNotBlank().doesNotContain("\n");
                });
        // Only where the text is too broken to tell a key is there none.
        if (!document.getFileName().toString().startsWith("syntax-")) {
            assertThat(refusal(document).findings()).extracting(Finding::key).doesNotContainNull();
        }
    }

    @Test
    void noReportIsOrphaned() throws IOException {
        assertThat(files(".txt").stream().map(BrokenCourseTest::stem))
                .containsExactlyElementsOf(
                        files(".toml").stream().map(BrokenCourseTest::stem).toList());
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceAll("\\.[a-z]+$", "");
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static CourseException refusal(Path document) throws IOException {
        String text = Files.readString(document);
        return catchThrowableOfType(CourseException.class, () -> CourseReader.parse(text));
    }
}
