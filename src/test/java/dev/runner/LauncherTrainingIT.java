package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ./runner} makes its archives in the background: once, unseen, and of no harm when that fails. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherTrainingIT {
    @TempDir
    Path machine;

    Checkout checkout;
    Archives archives;

    @BeforeEach
    void aBuiltCloneAndAJdk() throws IOException {
        checkout = new Checkout(machine, "clone");
        archives = new Archives(checkout, "25.0.3");
    }

    @AfterEach
    void nothingIsLeftRunning() throws IOException {
        archives.close();
    }

    @Test
    void twoFirstStartsAtOnceTrainOnce() throws IOException {
        archives.trainingsWait();
        var one = start();
        var two = start();
        one.join();
        two.join();
        archives.awaitTrainers();
        archives.go();
        archives.awaitEnd();

        assertThat(archives.trainers()).hasSize(2);
        assertTrainedOnce();
    }

    @Test
    void aStartByARelativePathTrainsOnceToo() throws IOException {
        checkout.run(checkout.home, "./runner", "hint");
        archives.awaitEnd();
        assertThat(Archives.used(checkout.run(checkout.home, "./runner", "hint")))
                .isNotEmpty();
        assertThat(Archives.used(checkout.run(checkout.home.resolve("src"), "../runner", "hint")))
                .isNotEmpty();
        assertThat(archives.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "own"})
    void theForkServersLibraryIsKeptForTheUsersRuns(String caches) throws IOException {
        Path place = checkout.machine.resolve(caches.isEmpty() ? "user/.cache" : caches);
        if (!caches.isEmpty()) {
            checkout.environment.put("XDG_CACHE_HOME", place.toString());
        }
        Path kept = Files.createDirectories(place.resolve("runner/fork-server"));
        Files.writeString(kept.resolve("known.so"), "known");
        archives.training("""
                for name in known new; do
                    %s -p "$XDG_CACHE_HOME/runner/fork-server"
                    echo trained >"$XDG_CACHE_HOME/runner/fork-server/$name.so"
                done
                """.formatted(Checkout.realTool("mkdir")));
        checkout.run("hint");
        archives.awaitEnd();
        assertThat(kept.resolve("known.so")).hasContent("known");
        assertThat(kept.resolve("new.so")).hasContent("trained");
        assertThat(kept).isDirectoryNotContaining(file -> file.toString().contains("new-"));
        assertThat(archives.generation().resolve("cache")).doesNotExist();
    }

    @Test
    void aStartDuringATrainingLeavesItAlone() throws IOException {
        archives.trainingsWait();
        checkout.run("hint");
        archives.awaitTrainings(1);
        checkout.run("hint");
        Archives.await(
                "the second trainer's end",
                () -> archives.trainers().size() == 2
                        && !Archives.runs(archives.trainers().get(1)));
        archives.go();
        archives.awaitEnd();

        assertTrainedOnce();
    }

    @Test
    void whoComesToTheLockWhenAllIsDoneDoesNotTrainAgain() throws IOException {
        archives.holdTheNextStart();
        var slow = start();
        archives.awaitHeld();
        checkout.run("hint");
        Archives.await("the key", () -> Files.exists(archives.directory().resolve("key")));
        Path generation = archives.generation();
        archives.release();
        slow.join();
        archives.awaitEnd();

        assertTrainedOnce();
        assertThat(archives.generation()).isEqualTo(generation);
    }

    @ParameterizedTest
    @CsvSource({"4194305, 0", "'', 120", "1, 120"})
    void aDeadOrForgottenTrainersLockIsTakenOver(String owner, int minutes) throws IOException {
        lockOf(owner, minutes);
        checkout.run("hint");
        archives.awaitEnd();
        assertTrainedOnce();
        assertThat(archives.directory().resolve("lock")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 50", "'', 0"})
    void aLivingTrainersLockIsNot(String owner, int minutes) throws IOException {
        Path lock = lockOf(owner, minutes);
        checkout.run("hint");
        archives.awaitEnd();
        assertThat(archives.trainings()).isEmpty();
        assertThat(lock).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit 1", "exit 0", "exit 134", ": >\"$made\"; exit 0"})
    void aTrainingThatFailsIsNotRepeatedAtEachStart(String failure) throws IOException {
        archives.training(failure + "\n");
        assertNoUse();
    }

    @Test
    void anArchiveWithWhichTheJvmDoesNotStartIsNeverUsed() throws IOException {
        archives.refused();
        assertNoUse();
    }

    @Test
    void aNewJarHasTheTrainingTriedAgain() throws IOException {
        archives.refused();
        checkout.run("hint");
        archives.awaitEnd();
        Files.delete(checkout.machine.resolve("refused"));
        checkout.touched("target/runner.jar", Instant.now());
        checkout.run("hint");
        archives.awaitEnd();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
    }

    private void assertNoUse() throws IOException {
        checkout.run("hint");
        archives.awaitEnd();
        var next = checkout.run("hint");

        assertThat(Archives.used(next)).isEmpty();
        assertThat(next.exit()).isZero();
        assertThat(archives.asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "KILL"})
    void aTrainingKilledInTheMiddleLeavesNothingThatIsUsed(String signal) throws IOException {
        archives.training(
                "printf half >\"$made\"\necho >'MACHINE/half'\nuntil [ -f 'MACHINE/go' ]; do sleep 0.02; done\n");
        checkout.run("hint");
        Archives.await("half an archive", () -> Files.exists(machine.resolve("half")));
        archives.endTrainers(signal);
        if (signal.equals("KILL")) {
            // Whenever init gets to it, that number is nobody's.
            Files.writeString(archives.directory().resolve("lock/owner"), "4194305\n");
        }
        assertThat(archives.directory().resolve("key")).doesNotExist();

        archives.go();
        assertThat(Archives.used(checkout.run("hint"))).isEmpty();
        archives.awaitEnd();
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
        try (var files = Files.list(archives.directory())) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aJvmThatIsToldToEndHasNotFailed() throws IOException {
        archives.trainingsWait();
        checkout.run("hint");
        checkout.send("TERM", archives.awaitTrainings(1));
        archives.awaitEnd();
        assertThat(archives.directory()).isEmptyDirectory();
    }

    @Test
    void theTerminalsSignalsDoNotReachIt() throws IOException {
        archives.trainingsWait();
        checkout.run("hint");
        String jvm = archives.awaitTrainings(1);
        for (String signal : new String[] {"INT", "QUIT", "HUP", "TSTP"}) {
            checkout.send(signal, jvm);
            checkout.send(signal, archives.trainers().get(0));
        }
        archives.go();
        archives.awaitEnd();
        assertTrainedOnce();
    }

    @Test
    void whoReadsTheOutputOfTheStartNeedNotWaitForTheTraining() throws IOException {
        archives.trainingsWait();
        var run = checkout.run(
                machine,
                "/bin/sh",
                "-c",
                "{ \"$0\" hint 2>&1 3>&1 7>&1; echo \"exit $?\"; } | while read -r line; do echo \"$line\"; done",
                checkout.home.resolve("runner").toString());
        // The pipe's reader has seen its end, and that training stands still.
        archives.awaitTrainings(1);
        archives.go();
        archives.awaitEnd();

        assertThat(run.out()).endsWith("[hint]\nexit 0\n").doesNotContain("training");
        assertTrainedOnce();
    }

    @Test
    void optionsForTheUsersJvmAreNotTheTrainings() throws IOException {
        archives.training("echo \"${JAVA_TOOL_OPTIONS-none} ${JDK_JAVA_OPTIONS-none} $*\" >>'MACHINE/options'\n");
        checkout.environment.put("JAVA_TOOL_OPTIONS", "-agentlib:jdwp=server=y");
        checkout.environment.put("JDK_JAVA_OPTIONS", "-Da=b");
        checkout.environment.put("RUNNER_JAVA_OPTS", "-Dc=d");
        checkout.run("hint");
        archives.awaitEnd();
        assertThat(Files.readAllLines(checkout.machine.resolve("options")))
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line).startsWith("none none -XX:").doesNotContain("-Dc=d"));
    }

    @Test
    void whereTimesAreCoarserThereIsNoArchiveButNoTrainingAtEachStartEither() throws IOException {
        Checkout.script(checkout.bin.resolve("touch"), "#!/bin/sh\nexit 0\n");
        assertNoUse();
        assertThat(archives.trainings()).isEmpty();
    }

    @Test
    void aGenerationOfTheSameProcessNumberIsNotOverwritten() throws IOException {
        checkout.run("hint");
        archives.awaitEnd();
        Path first = archives.generation();
        archives.takeNames();
        Files.delete(first.resolve("short"));
        checkout.run("hint");
        archives.awaitEnd();
        assertThat(archives.generation().getFileName().toString())
                .startsWith("0")
                .endsWith(".25000003");
        assertThat(Archives.used(checkout.run("hint"))).isNotEmpty();
    }

    private Checkout.Started start() {
        return checkout.start(machine, checkout.home.resolve("runner").toString(), "hint");
    }

    private void assertTrainedOnce() throws IOException {
        assertThat(archives.trainings()).containsExactly("long", "short");
        assertThat(Archives.used(checkout.run("hint"))).isEqualTo("-XX:AOTCache=short");
    }

    private Path lockOf(String owner, int minutes) throws IOException {
        Path lock = Files.createDirectories(archives.directory().resolve("lock"));
        if (!owner.isEmpty()) {
            Files.writeString(lock.resolve("owner"), owner + "\n");
        }
        return Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(minutes * 60L)));
    }
}
