package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive that the JDK of these tests makes of the packaged program, installed somewhere. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class RealArchiveIT {
    private static final String JDK = System.getProperty("java.home");

    @TempDir
    static Path installed;

    static Path home;
    static Path caches;

    @TempDir
    Path directory;

    @BeforeAll
    static void trained() throws Exception {
        assumeTrue(Files.exists(Path.of(JDK, "lib/modules")) && Files.exists(Path.of(JDK, "bin/java")));
        // JDK-8339460: older ones look for the classes of a jar in a directory with blanks under its URI.
        String name = Runtime.version().feature() < 24 ? "runner" : "runner of mine";
        home = Files.createDirectories(installed.toRealPath().resolve(name));
        caches = Files.createDirectory(installed.resolve("caches"));
        Files.createDirectory(home.resolve("lib"));
        Files.copy(Path.of("target/runner.jar"), home.resolve("lib/runner.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(Path.of("runner"), home.resolve("runner"), StandardCopyOption.COPY_ATTRIBUTES);

        assertThat(start(installed, Map.of(), "init", "course").exit()).isZero();

        Path mine = archives(caches);
        Archives.await(
                "the training", () -> Files.exists(mine.resolve("key")) && Files.notExists(mine.resolve("lock")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "doctor"})
    void theClassesComeFromItAndTheOutputIsTheSame(String command) throws Exception {
        var plain = start(course(), Map.of("RUNNER_NO_ARCHIVE", "1"), command);
        var archived = start(course(), Map.of(), command);
        var logged = start(course(), Map.of("RUNNER_JAVA_OPTS", "-Xlog:class+load"), command);
        var unarchived =
                start(course(), Map.of("RUNNER_JAVA_OPTS", "-Xlog:class+load", "RUNNER_NO_ARCHIVE", "1"), command);

        assertThat(archived).isEqualTo(plain);
        assertThat(logged.out()).containsPattern("dev\\.runner\\.Main source: shared objects file");
        assertThat(unarchived.out()).doesNotContainPattern("dev\\.runner\\.Main source: shared objects file");
    }

    @Test
    void theExitCodeIsTheSame() throws Exception {
        assertThat(start(course(), Map.of(), "run", "no-such-exercise").exit())
                .isEqualTo(start(course(), Map.of("RUNNER_NO_ARCHIVE", "1"), "run", "no-such-exercise")
                        .exit())
                .isNotZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut off", "overwritten"})
    void aDamagedOneHarmsNoStart(String damage) throws Exception {
        Path copy = copyOfTheCaches();
        Path generation = archives(copy)
                .resolve(Files.readAllLines(archives(copy).resolve("key")).get(0));
        var whole = start(course(), Map.of("XDG_CACHE_HOME", copy.toString()), "list");
        for (String kind : List.of("long", "short")) {
            if (Files.exists(generation.resolve(kind))) {
                damage(generation.resolve(kind), damage);
            }
        }

        // In CI, so that this does not train again.
        var damaged = start(course(), Map.of("XDG_CACHE_HOME", copy.toString(), "CI", "true"), "list");

        assertThat(damaged).isEqualTo(whole);
        assertThat(damaged.exit()).isZero();
    }

    private static void damage(Path archive, String how) throws IOException {
        assertThat(archive.toFile().setWritable(true)).isTrue();
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            if (how.equals("cut off")) {
                file.setLength(file.length() / 2);
            } else {
                file.seek(file.length() / 2);
                file.write(new byte[(int) (file.length() - file.length() / 2)]);
            }
        }
    }

    private Path copyOfTheCaches() throws IOException {
        Path copy = directory.resolve("caches");
        List<Path> files = new ArrayList<>();
        try (var all = Files.walk(caches)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Files.copy(file, copy.resolve(caches.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return copy;
    }

    private static Path archives(Path caches) {
        return Path.of(caches + "/runner/archives" + home + JDK);
    }

    private static Path course() {
        return installed.resolve("course");
    }

    private static Checkout.Run start(Path directory, Map<String, String> variables, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(home.resolve("runner").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(installed, "out", "");
        Path err = Files.createTempFile(installed, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = new HashMap<>(variables);
        environment.putIfAbsent("XDG_CACHE_HOME", caches.toString());
        environment.put("RUNNER_JAVA_HOME", JDK);
        for (String name :
                List.of("CI", "RUNNER_NO_ARCHIVE", "RUNNER_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
            builder.environment().remove(name);
        }
        builder.environment().putAll(environment);
        return new Checkout.Started(builder.start(), out, err).join();
    }
}
