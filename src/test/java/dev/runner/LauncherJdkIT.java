package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JDK {@code ./runner} takes, and the options it gives to it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script")
class LauncherJdkIT {
    @TempDir
    Path machine;

    Checkout checkout;

    @BeforeEach
    void aBuiltClone() throws IOException {
        checkout = new Checkout(machine, "clone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "usr/lib/jvm/it",
                "user/.sdkman/candidates/java/it",
                "user/.jdks/it",
                "user/.jbang/cache/jdks/it",
                "user/.asdf/installs/java/it",
                "user/.local/share/mise/installs/java/it"
            })
    void theUsualPlacesAreSearched(String place) throws IOException {
        checkout.jdk(place, "17.0.15");
        assertThat(checkout.run().java()).isEqualTo("java: it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Library/Java/JavaVirtualMachines/temurin-21", "user/Library/Java/JavaVirtualMachines/x"})
    void theMacsPlacesAreSearched(String place) throws IOException {
        checkout.jdk(place + "/Contents/Home", "21");
        assertThat(checkout.run().java()).isEqualTo("java: Home");
    }

    @ParameterizedTest
    @CsvSource({
        "17.0.15, 25.0.3, b",
        "25.0.3, 17.0.15, a",
        "17.0.9, 17.0.15, b",
        "21, 21.0.1, b",
        "9.0.4, 17, b",
        "1.8.0_402, 17, b",
        "25-ea, 21.0.9, a",
        "17.0.9+9, 17.0.10, b"
    })
    void theNewestWins(String a, String b, String winner) throws IOException {
        checkout.jdk("usr/lib/jvm/a", a);
        checkout.jdk("user/.jdks/b", b);
        assertThat(checkout.run().java()).isEqualTo("java: " + winner);
    }

    @Test
    void javaHomeWinsAmongEquals() throws IOException {
        checkout.jdk("usr/lib/jvm/a", "21.0.4");
        checkout.environment.put("JAVA_HOME", checkout.jdk("opt/mine", "21.0.4").toString());
        assertThat(checkout.run().java()).isEqualTo("java: mine");
    }

    @Test
    void theJdkBehindTheJavaOnPathIsFound() throws IOException {
        checkout.jdk("usr/lib/jvm/a", "17.0.1");
        Path odd = checkout.jdk("opt/odd place/jdk", "21.0.4");
        Files.createSymbolicLink(machine.resolve("alternative"), odd.resolve("bin/java"));
        Files.createSymbolicLink(checkout.bin.resolve("java"), Path.of("../alternative"));
        assertThat(checkout.run().java()).isEqualTo("java: jdk");
    }

    @Test
    void runnerJavaHomeWinsOverNewerOnes() throws IOException {
        checkout.jdk("usr/lib/jvm/newer", "25.0.3");
        checkout.environment.put(
                "RUNNER_JAVA_HOME", checkout.jdk("opt/chosen", "17.0.1").toString());
        assertThat(checkout.run().java()).isEqualTo("java: chosen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opt/nothing", "opt/old"})
    void aRunnerJavaHomeThatWontDoIsAnError(String place) throws IOException {
        checkout.jdk("usr/lib/jvm/newer", "25.0.3");
        checkout.jdk("opt/old", "11.0.20");
        checkout.environment.put("RUNNER_JAVA_HOME", machine.resolve(place).toString());
        var run = checkout.run();
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains("error: RUNNER_JAVA_HOME is " + machine.resolve(place));
    }

    @Test
    void aJavaThatCannotBeExecutedIsPassedOver() throws IOException {
        checkout.jdk("usr/lib/jvm/good", "17.0.1");
        Path broken = checkout.jdk("usr/lib/jvm/broken", "25.0.3");
        assertThat(broken.resolve("bin/java").toFile().setExecutable(false)).isTrue();
        assertThat(checkout.run().java()).isEqualTo("java: good");
    }

    @Test
    void onlyOldJdksAreAnErrorThatNamesThem() throws IOException {
        checkout.jdk("usr/lib/jvm/java-8", "1.8.0_402");
        checkout.jdk("usr/lib/jvm/java-11", "11.0.20");
        Checkout.script(checkout.bin.resolve("apt-get"), "#!/bin/sh\n");

        var run = checkout.run("watch");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("error: runner needs a JDK, version 17 or newer", "11.0.20 in ", "1.8.0_402 in ")
                .contains("help: sudo apt install openjdk-21-jdk");
    }

    @ParameterizedTest
    @CsvSource({"brew, brew install openjdk", "dnf, sudo dnf install", "pacman, sudo pacman -S", "none, adoptium.net"})
    void noJdkAtAllSaysWhatToInstallHere(String packager, String advice) throws IOException {
        Checkout.script(checkout.bin.resolve(packager), "#!/bin/sh\n");
        var run = checkout.run("watch");
        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.err()).contains(advice);
    }

    @Test
    void aJavaWithoutReleaseFileIsAskedWhenThereIsNoOther() throws IOException {
        Path real = checkout.jdk("opt/real", "21.0.4");
        Files.delete(real.resolve("release"));
        Checkout.script(checkout.bin.resolve("java"), """
                #!/bin/sh
                printf 'Property settings:\\n    java.home = %s\\n    java.version = 21.0.4\\n' >&2
                """.formatted(real));
        assertThat(checkout.run().java()).isEqualTo("java: real");

        Checkout.script(real.resolve("bin/java"), """
                #!/bin/sh
                case $* in *-version) echo 'openjdk version "25.0.1" 2025-10-21' >&2 ;; *) echo "$*" ;; esac
                """);
        checkout.environment.put("RUNNER_JAVA_HOME", real.toString());
        assertThat(checkout.run().out()).contains("--enable-native-access=ALL-UNNAMED");
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, false", "21.0.4, false", "23.0.2, false", "24, true", "25.0.3, true"})
    void nativeAccessIsGrantedWhereTheJvmWouldWarn(String version, boolean granted) throws IOException {
        checkout.jdk("usr/lib/jvm/a", version);
        String out = checkout.run().out();
        assertThat(out).contains("[-XX:+UseSerialGC]", "[-XX:TieredStopAtLevel=1]", "[-Xlog:disable]");
        assertThat(out.contains("[--enable-native-access=ALL-UNNAMED]")).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"17.0.15, true", "24, true", "25.0.3, false"})
    void anArchiveStaysWhereItIsWhereMovingItIsSlow(String version, boolean stays) throws IOException {
        checkout.jdk("usr/lib/jvm/a", version);
        String out = checkout.run().out();
        assertThat(out.contains("[-XX:+UnlockDiagnosticVMOptions]\n[-XX:ArchiveRelocationMode=0]\n"))
                .isEqualTo(stays);
    }

    /** A JVM for other processors does not start with that option. */
    @Test
    void onlyAJdkForX86IsToldToLeaveItsVectorsAlone() throws IOException {
        Path jdk = checkout.jdk("usr/lib/jvm/a", "21");
        assertThat(checkout.run().out()).doesNotContain("AVX");
        Files.createDirectories(jdk.resolve("lib"));
        Files.writeString(jdk.resolve("lib/libjsvml.so"), "");
        assertThat(checkout.run().out()).contains("[-XX:UseAVX=0]");
    }

    @Test
    void furtherOptionsComeAfterOurs() throws IOException {
        checkout.jdk("usr/lib/jvm/a", "21");
        checkout.environment.put("RUNNER_JAVA_OPTS", "-Xmx256m  -Dall=*");
        assertThat(checkout.run().out()).containsSubsequence("[-Xlog:disable]\n", "[-Xmx256m]\n[-Dall=*]\n", "[-jar]");
    }
}
