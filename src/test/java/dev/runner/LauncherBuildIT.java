package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When {@code ./runner} builds the program, and what it does when that fails or happens twice. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherBuildIT {
    private static final String FIRST = "Building runner (first start, about a minute) …\n";
    private static final String AGAIN = "Building runner again (its sources changed) …\n";
    private static final String WAITING = "Waiting for another runner that is building …\n";

    @TempDir
    Path machine;

    Checkout checkout;
    Path jdk;
    Path jar;

    @BeforeEach
    void aBuiltCloneWithAJdkAndMaven() throws IOException {
        checkout = new Checkout(machine, "my clone");
        jdk = checkout.jdk("usr/lib/jvm/jdk-21", "21.0.4");
        jar = checkout.home.resolve("target/runner.jar");
        checkout.maven(checkout.writesTheJarSlowly());
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws IOException {
        checkout.withoutJar();
        checkout.go();

        var first = checkout.run("list");
        var second = checkout.run("list");

        assertThat(first.err()).isEqualTo(FIRST);
        assertThat(first.arguments()).containsExactly("[list]");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.builds()).containsExactly(jdk.toString());
        assertThat(jar).hasContent("half and half");
        assertThat(checkout.home.resolve("target")).isDirectoryNotContaining("glob:**.lock");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "src/main/java/App.java", "src/main/java"})
    void newerSourcesAreBuiltAgain(String source) throws IOException {
        checkout.go();
        checkout.touched(source, Instant.now());
        assertThat(checkout.run().err()).isEqualTo(AGAIN);
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void aSavedExerciseBuildsNothing() throws IOException {
        checkout.touched("exercises/00_intro/intro1.rs", Instant.now());
        assertThat(checkout.run().err()).isEmpty();
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void aSourceSavedDuringTheBuildIsBuiltNextTime() throws Exception {
        checkout.withoutJar();
        var first = checkout.start(machine, checkout.home.resolve("runner").toString());
        first.awaitSaying(FIRST);
        awaitBuilds(1);
        Files.writeString(checkout.home.resolve("src/main/java/App.java"), "saved");
        // A file's own time may be a tick of the kernel's clock behind, and so no later than the build's.
        checkout.touched("src/main/java/App.java", Instant.now());
        checkout.go();
        first.join();

        assertThat(checkout.run().err()).isEqualTo(AGAIN);
    }

    @Test
    void aSourceFromTheFutureIsBuiltOnce() throws IOException {
        checkout.go();
        checkout.touched("pom.xml", Instant.now().plusSeconds(10_000));
        assertThat(checkout.run().err()).isEqualTo(AGAIN);
        assertThat(checkout.run().err()).isEmpty();
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        checkout.withoutJar();
        var first = checkout.start(machine, checkout.home.resolve("runner").toString(), "one");
        first.awaitSaying(FIRST);
        var second = checkout.start(machine, checkout.home.resolve("runner").toString(), "two");
        second.awaitSaying(WAITING);
        assertThat(jar).doesNotExist();
        checkout.go();

        assertThat(first.join().arguments()).containsExactly("[one]");
        assertThat(second.join().arguments()).containsExactly("[two]");
        assertThat(checkout.builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4194305 0", "4194305 4194306"})
    void theLockOfADeadRunnerIsTakenOver(String owner) throws IOException {
        checkout.withoutJar();
        checkout.go();
        Path lock = Files.createDirectory(checkout.home.resolve("target/runner.lock"));
        if (!owner.isEmpty()) {
            Files.writeString(lock.resolve("owner"), owner + "\n");
        }
        assertThat(checkout.run("list").exit()).isZero();
        assertThat(checkout.builds()).hasSize(1);
        assertThat(lock).doesNotExist();
    }

    @Test
    void anInterruptedBuildLeavesNoLockAndNoMaven() throws Exception {
        checkout.withoutJar();
        checkout.maven("echo $$ >>'" + checkout.machine + "/builds'\nexec sleep 1000\n");
        var run = checkout.start(machine, checkout.home.resolve("runner").toString());
        run.awaitSaying(FIRST);
        awaitBuilds(2);
        run.process().destroy();

        assertThat(run.join().exit()).isEqualTo(143);
        assertThat(checkout.home.resolve("target/runner.lock")).doesNotExist();
        String maven = checkout.builds().get(1);
        assertThat(ProcessHandle.of(Long.parseLong(maven))).isEmpty();
    }

    @Test
    void aFailedBuildShowsTheEndOfItsLog() throws IOException {
        checkout.withoutJar();
        checkout.maven("echo early; seq=0; while [ $seq -lt 30 ]; do seq=$((seq+1)); echo line $seq; done; exit 1\n");

        var run = checkout.run("list");

        assertThat(run.exit()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        Path log = checkout.home.resolve("target/build.log");
        assertThat(run.err())
                .startsWith(FIRST)
                .contains("line 11\n", "line 30\n", "error: runner could not be built", log.toString())
                .doesNotContain("early");
        assertThat(log).content().startsWith("early");
        assertThat(checkout.home.resolve("target/runner.lock")).doesNotExist();
    }

    @Test
    void aBuildThatFailsForWantOfANetworkSaysSo() throws IOException {
        checkout.withoutJar();
        checkout.maven("echo '[ERROR] Could not transfer artifact x from central: Unknown host'; exit 1\n");
        assertThat(checkout.run().err()).contains("help: the first build needs the network");
    }

    @Test
    void withoutMavenItSaysWhatToInstall() throws IOException {
        checkout.withoutJar();
        Files.delete(checkout.bin.resolve("mvn"));
        Checkout.script(checkout.bin.resolve("apt-get"), "#!/bin/sh\n");

        var run = checkout.run("list");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("there is no Maven (mvn)", "help: sudo apt install maven");
    }

    @Test
    void aJreRunsWhatIsBuiltButCannotBuild() throws IOException {
        Files.delete(jdk.resolve("bin/javac"));
        assertThat(checkout.run().exit()).isZero();

        checkout.withoutJar();
        var run = checkout.run();

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("without the compiler javac").contains("help: ");
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void mavenGetsTheNewestJdkThatHasACompiler() throws IOException {
        checkout.jre("usr/lib/jvm/jre-25", "25.0.3");
        checkout.withoutJar();
        checkout.go();
        assertThat(checkout.run().java()).isEqualTo("java: jre-25");
        assertThat(checkout.builds()).containsExactly(jdk.toString());
    }

    @Test
    void theWrapperIsPreferredToMaven() throws IOException {
        checkout.withoutJar();
        checkout.go();
        Files.move(checkout.bin.resolve("mvn"), checkout.home.resolve("mvnw"));
        assertThat(checkout.run("list").arguments()).containsExactly("[list]");
        assertThat(checkout.builds()).hasSize(1);
    }

    @Test
    void whatCannotBeBuiltAgainRunsAsItIs() throws IOException {
        checkout.touched("pom.xml", Instant.now());
        Files.delete(checkout.bin.resolve("mvn"));

        var run = checkout.run("list");

        assertThat(run.arguments()).containsExactly("[list]");
        assertThat(run.err())
                .isEqualTo(
                        "warning: runner is older than its sources, and there is no Maven (mvn); starting the older build\n");
    }

    @Test
    void inAReadOnlyTreeTheJarJustRuns() throws IOException {
        checkout.touched("pom.xml", Instant.now());
        assertThat(checkout.home.resolve("target").toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(checkout.home.resolve("target")), "root may write everywhere");

        assertThat(checkout.run("list").arguments()).containsExactly("[list]");
    }

    @Test
    void whereNoDirectoryCanBeMadeTheJarJustRuns() throws IOException {
        checkout.touched("pom.xml", Instant.now());
        Files.delete(checkout.bin.resolve("mkdir"));
        Checkout.script(checkout.bin.resolve("mkdir"), "#!/bin/sh\nexit 1\n");

        assertThat(checkout.run("list").arguments()).containsExactly("[list]");
        checkout.withoutJar();
        assertThat(checkout.run("list").err()).contains("error: ", "can't be written");
    }

    private void awaitBuilds(int count) throws IOException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (checkout.builds().size() < count) {
            assertThat(System.nanoTime()).as("builds begun").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
