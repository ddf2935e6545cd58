package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgingCodeTest {
    @TempDir
    private Path directory;

    @Test
    void thisBuildHasAnIdentity() {
        assertThat(JudgingCode.identity()).isPresent().isEqualTo(JudgingCode.identity());
        assertThat(JudgingCode.identity().orElseThrow()).contains("dev/runner/verify/SharedJudge.class ");
    }

    @Test
    void aJarAndADirectoryOfTheSameClassesAreTheSame() throws IOException {
        byte[] content = {1, 2, 3};
        Path classes = directory.resolve("classes");
        Files.createDirectories(classes.resolve("dev/runner/verify"));
        Files.write(classes.resolve("dev/runner/verify/A.class"), content);
        assertThat(JudgingCode.identity(jar("a.jar", "dev/runner/verify/A.class", content)))
                .isPresent()
                .isEqualTo(JudgingCode.identity(classes));
    }

    @Test
    void anotherByteIsAnotherIdentityButOnlyWhereItJudges() throws IOException {
        byte[] content = {1, 2, 3};
        byte[] other = {1, 2, 4};
        String judging = "dev/runner/toolchain/A.class";
        assertThat(JudgingCode.identity(jar("b.jar", judging, other)))
                .isNotEqualTo(JudgingCode.identity(jar("a.jar", judging, content)));
        assertThat(JudgingCode.identity(jar("c.jar", "dev/runner/view/A.class", other)))
                .isEmpty();
    }

    private Path jar(String name, String entry, byte[] content) throws IOException {
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
            zip.closeEntry();
        }
        return jar;
    }
}
