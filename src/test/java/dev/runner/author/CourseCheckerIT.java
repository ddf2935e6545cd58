package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Course;
import dev.runner.course.CourseReader;
import dev.runner.course.CourseScaffold;
import dev.runner.course.Manifest;
import dev.runner.course.ManifestReader;
import dev.runner.course.Workspace;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.LocalToolchain;
import dev.runner.verify.Judges;
import dev.runner.verify.Planner;
import dev.runner.verify.Scratch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the toolchain of this machine. */
class CourseCheckerIT {
    private static final Path DEFECTIVE = Path.of("src", "test", "resources", "defective-course");
    private static final Path EXPECTED = Path.of("src", "test", "resources", "defective-course-findings.txt");

    @TempDir
    private Path directory;

    @Test
    void theBeginningOfACourseIsAsItShouldBe() throws IOException, InterruptedException {
        CourseReport report = check(CourseScaffold.writeTo(directory.resolve("course")));
        assertThat(Findings.render(report.findings())).isEmpty();
        assertThat(report.solutions()).isEqualTo(1);
        assertThat(report.wrongAnswers()).isEqualTo(1);
        assertThat(report.mutants()).isPositive();
    }

    @Test
    void everyKindOfDefectIsFound() throws IOException, InterruptedException {
        CourseReport report = check(new Workspace(copy()));
        assertThat(String.join("\n", Findings.render(report.findings())) + "\n").isEqualTo(Files.readString(EXPECTED));
        assertThat(report.survivors())
                .containsExactly(
                        "solutions/good.rs:4: no test notices > -> >=",
                        "solutions/good.rs:4: no test notices 10 -> 11");
        assertThat(report.solutions()).isEqualTo(9);
        assertThat(report.wrongAnswers()).isEqualTo(3);
    }

    private Path copy() throws IOException {
        Path course = directory.resolve("course");
        try (Stream<Path> files = Files.walk(DEFECTIVE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = course.resolve(DEFECTIVE.relativize(file).toString());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(file, target);
            }
        }
        return course;
    }

    private CourseReport check(Workspace workspace) throws InterruptedException {
        Course course = CourseReader.read(workspace);
        Manifest manifest = ManifestReader.read(workspace, course.format());
        LocalToolchain toolchain = LocalToolchain.locate(workspace.root(), System.getenv());
        try (Scratch scratch = new Scratch(List.of(directory.resolve("scratch")))) {
            return new CourseChecker(
                            workspace,
                            course,
                            manifest,
                            new Planner(workspace, course, manifest, null),
                            Judges.forMany(toolchain, scratch),
                            toolchain,
                            scratch,
                            new CourseChecker.Options(true, true, 2))
                    .check(name -> {}, new Cancellation());
        }
    }
}
