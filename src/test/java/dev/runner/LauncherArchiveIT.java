package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code ./runner} has the JVM start from an archive of classes, and when it has another made. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherArchiveIT {
    @TempDir
    Path machine;

    Checkout checkout;
    Archives archives;

    @BeforeEach
    void aBuiltCloneAndAJdk() throws IOException {
        checkout = new Checkout(machine, "my clone");
        archives = new Archives(checkout, "25.0.3");
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        archives.close();
    }

    @Test
    void theFirstStartDoesNotWaitAndTheNextHasAnArchive() throws IOException {
        archives.trainingsWait();
        var first = checkout.run("hint");
        assertThat(Archives.used(first)).isEmpty();
        assertThat(archives.directory().resolve("key")).doesNotExist();

        archives.go();
        archives.awaitEnd();
        var second = checkout.run("hint");

        assertThat(archives.trainings()).containsExactly("long", "short");
        assertThat(Archives.used(second)).isEqualTo("-XX:AOTCache=short");
        assertThat(archives.asked()).isEqualTo(1);
        assertThat(archives.directory().resolve("lock")).doesNotExist();
    }

    @Test
    void withAnArchiveEverythingElseIsTheSame() {
        checkout.environment.put("FAKE_EXIT", "3");
        var first = trained("verify", "a b", "");
        var second = checkout.run("verify", "a b", "");

        assertThat(second.out().replaceAll("\\[-XX:AOTCache=.*]\n", "")).isEqualTo(first.out());
        assertThat(List.of(first.exit(), second.exit())).containsOnly(3);
        assertThat(first.err() + second.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "25.0.3, hint,   -XX:AOTCache=short",
        "25.0.3, list,   -XX:AOTCache=short",
        "25.0.3, verify, -XX:AOTCache=long",
        "26,     watch,  -XX:AOTCache=long",
        "24.0.1, hint,   -XX:SharedArchiveFile=long",
        "21.0.4, verify, -XX:SharedArchiveFile=long",
        "17.0.1, list,   -XX:SharedArchiveFile=long"
    })
    void eachJdkGetsTheOptionItKnows(String version, String command, String option) throws IOException {
        archives = new Archives(checkout, version);
        trained();
        assertThat(Archives.used(checkout.run(command))).isEqualTo(option);
        assertThat(archives.trainings()).hasSize(option.contains("AOT") ? 2 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shorter", "longer", "empty", "gone", "same size"})
    void anArchiveThatIsNotAsItWasIsNotUsedAndMadeAnew(String damage) throws IOException {
        trained();
        Path file = archives.generation().resolve("short");
        FileTime time = Files.getLastModifiedTime(file);
        String whole = Files.readString(file);
        switch (damage) {
            case "shorter" -> Files.writeString(file, whole.substring(1));
            case "longer" -> Files.writeString(file, "x", StandardOpenOption.APPEND);
            case "empty" -> Files.writeString(file, "");
            case "gone" -> Files.delete(file);
            default -> Files.writeString(file, whole.replace('a', 'b'));
        }
        if (damage.equals("shorter") || damage.equals("longer") || damage.equals("empty")) {
            Files.setLastModifiedTime(file, time);
        }

        var damaged = checkout.run("hint");
        archives.awaitEnd();

        assertThat(Archives.used(damaged)).isEmpty();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
        assertThat(archives.generation().resolve("short")).hasContent(whole);
        assertThat(archives.trainings()).hasSize(4);
        assertOneGeneration();
    }

    @ParameterizedTest
    @CsvSource({
        "my clone/target/runner.jar, 10",
        "my clone/target/runner.jar, -10",
        "usr/lib/jvm/it/lib/modules, 10",
        "usr/lib/jvm/it/lib/modules, -10",
        "my clone/runner, 10",
        "my clone/runner, -10"
    })
    void whatIsOfOtherTimesIsNotUsedAndMadeAnew(String file, int seconds) throws IOException {
        trained();
        Path changed = checkout.machine.resolve(file);
        Instant time = Files.getLastModifiedTime(changed).toInstant();
        Files.setLastModifiedTime(changed, FileTime.from(time.plusSeconds(seconds)));

        var stale = checkout.run("hint");
        archives.awaitEnd();

        assertThat(Archives.used(stale)).isEmpty();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
        assertOneGeneration();
    }

    @Test
    void anotherVersionOfTheJdkInTheSamePlaceGetsAnArchiveOfItsOwn() throws IOException {
        trained();
        FileTime time = Files.getLastModifiedTime(archives.jdk.resolve("lib/modules"));
        archives = new Archives(checkout, "25.0.4");
        Files.setLastModifiedTime(archives.jdk.resolve("lib/modules"), time);
        assertThat(Archives.used(checkout.run("hint"))).isEmpty();
    }

    @Test
    void aSecondJdkDoesNotDisturbTheFirst() throws IOException {
        trained();
        Path other = checkout.jdk("usr/lib/jvm/it/other", "17.0.1");
        Files.createDirectory(other.resolve("lib"));
        Files.copy(archives.jdk.resolve("lib/modules"), other.resolve("lib/modules"));
        Files.copy(archives.jdk.resolve("bin/java"), other.resolve("bin/java"), StandardCopyOption.REPLACE_EXISTING);
        checkout.environment.put("RUNNER_JAVA_HOME", other.toString());
        trained();
        assertThat(Archives.used(checkout.run("hint"))).isEqualTo("-XX:SharedArchiveFile=long");

        checkout.environment.remove("RUNNER_JAVA_HOME");
        assertThat(Archives.used(checkout.run("hint"))).isEqualTo("-XX:AOTCache=short");
        assertThat(archives.asked()).isEqualTo(2);
    }

    @Test
    void aCloneThatWasMovedMakesItsArchivesAnew() throws IOException {
        trained();
        Path moved = Files.move(checkout.home, checkout.machine.resolve("moved"));

        var run = checkout.run(machine, moved.resolve("runner").toString(), "hint");
        archives.awaitEnd();

        assertThat(Archives.used(run)).isEmpty();
        assertThat(Archives.used(checkout.run(machine, moved.resolve("runner").toString(), "hint")))
                .isNotEmpty();
    }

    @Test
    void anInstalledCopyHasItsArchivesAmongTheUsersCaches() throws IOException {
        Files.delete(checkout.home.resolve("pom.xml"));
        Files.move(checkout.home.resolve("target"), checkout.home.resolve("lib"));
        trained();
        Path inHome = checkout.machine.resolve("user/.cache/runner/archives" + checkout.home);
        assertThat(archives.below(inHome).resolve("key")).exists();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();

        checkout.environment.put("XDG_CACHE_HOME", machine.resolve("caches").toString());
        trained();
        assertThat(archives.below(machine.resolve("caches/runner/archives" + checkout.home))
                        .resolve("key"))
                .exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "relative"})
    void withoutAPlaceThereAreNoArchives(String nowhere) throws IOException {
        Files.delete(checkout.home.resolve("pom.xml"));
        Files.move(checkout.home.resolve("target"), checkout.home.resolve("lib"));
        checkout.environment.put("HOME", nowhere);
        checkout.environment.put("XDG_CACHE_HOME", nowhere);
        assertNoArchive(checkout.run("hint"));
        checkout.environment.remove("HOME");
        assertNoArchive(checkout.run("hint"));
    }

    @Test
    void aTargetThatCannotBeWrittenSendsThemToTheUsersCaches() throws IOException {
        assertThat(checkout.home.resolve("target").toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(checkout.home.resolve("target")), "root may write everywhere");
        trained();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
    }

    @Test
    void whereADirectoryCannotBeMadeTheStartIsAsEver() throws IOException {
        Files.createFile(checkout.home.resolve("target/archives"));
        assertNoArchive(checkout.run("hint"));
    }

    @Test
    void whereADirectoryCannotBeWrittenTheStartIsAsEver() throws IOException {
        Files.createDirectories(archives.directory());
        assertThat(archives.directory().toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(archives.directory()), "root may write everywhere");
        var run = checkout.run("hint");
        assertThat(archives.directory().toFile().setWritable(true)).isTrue();

        assertThat(Archives.used(run) + run.err()).isEmpty();
        assertThat(archives.trainers()).isEmpty();
        trained();
    }

    @Test
    void inCiNothingIsTrainedButWhatIsThereIsUsed() throws IOException {
        checkout.environment.put("CI", "true");
        assertNoArchive(checkout.run("hint"));

        checkout.environment.remove("CI");
        trained();
        checkout.environment.put("CI", "true");
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
        checkout.touched("target/runner.jar", Instant.now());
        assertThat(Archives.used(checkout.run("hint"))).isEmpty();
        assertThat(archives.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNER_NO_ARCHIVE, 1",
        "RUNNER_JAVA_OPTS, -Xmx1g -Xshare:off",
        "RUNNER_JAVA_OPTS, -XX:AOTMode=off",
        "JAVA_TOOL_OPTIONS, -XX:SharedArchiveFile=/my.jsa",
        "JDK_JAVA_OPTIONS, -XX:ArchiveClassesAtExit=/my.jsa"
    })
    void theUserMayWantNone(String variable, String value) throws IOException {
        checkout.environment.put(variable, value);
        var untrained = checkout.run("hint");
        assertThat(Archives.used(untrained)).doesNotContain("short");
        assertThat(archives.directory()).doesNotExist();

        checkout.environment.remove(variable);
        trained();
        checkout.environment.put(variable, value);
        assertThat(checkout.run("hint").out()).isEqualTo(untrained.out());
    }

    @Test
    void aJvmWithoutAFileOfModulesGetsNoArchive() throws IOException {
        Files.delete(archives.jdk.resolve("lib/modules"));
        assertNoArchive(checkout.run("hint"));
    }

    private Checkout.Run trained(String... arguments) {
        var run = checkout.run(arguments);
        archives.awaitEnd();
        return run;
    }

    private void assertNoArchive(Checkout.Run run) throws IOException {
        assertThat(run.exit()).isZero();
        assertThat(run.arguments()).containsExactly("[hint]");
        assertThat(Archives.used(run) + run.err()).isEmpty();
        assertThat(archives.asked()).isZero();
    }

    private void assertOneGeneration() throws IOException {
        try (var files = Files.list(archives.directory())) {
            assertThat(files).containsExactlyInAnyOrder(archives.directory().resolve("key"), archives.generation());
        }
    }
}
