package dev.runner;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.runner.toolchain.LocalPrograms;
import dev.runner.toolchain.Toolchain;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the packages' arrows, the confinement of each library, and that only the root knows the world outside. */
final class ArchitectureTest {
    private static final String ROOT = "dev.runner";
    private static final Path SOURCES = Path.of("src/main/java/dev/runner");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    /** Each package and those it may use; the root may use all. */
    private static final Map<String, String> ARROWS = Map.ofEntries(
            Map.entry("cli", "watch view grade report author verify integrity progress toolchain course"),
            Map.entry("watch", "view verify progress toolchain course"),
            Map.entry("grade", "report verify progress toolchain course"),
            Map.entry("view", "verify progress toolchain course"),
            Map.entry("report", "verify progress toolchain course"),
            Map.entry("author", "verify toolchain course"),
            Map.entry("verify", "integrity toolchain course"),
            Map.entry("integrity", ""),
            Map.entry("progress", "course"),
            Map.entry("toolchain", ""),
            Map.entry("course", ""));

    static final List<Map.Entry<String, String>> ROWS = List.copyOf(ARROWS.entrySet());

    @ParameterizedTest
    @FieldSource("ROWS")
    void aPackageUsesOnlyThoseBelowIt(Map.Entry<String, String> row) {
        String[] own = Stream.concat(
                        Stream.of(row.getKey()), Arrays.stream(row.getValue().split(" ", -1)))
                .filter(name -> !name.isEmpty())
                .map(ArchitectureTest::inPackage)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(inPackage(row.getKey()))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(own)))
                .check(CLASSES);
    }

    @Test
    void theArrowsGoRoundNowhere() {
        ARROWS.forEach((name, below) -> {
            for (String other : below.split(" ", -1)) {
                assertThat(ARROWS.getOrDefault(other, "").split(" ")).as(other).doesNotContain(name);
            }
        });
    }

    @Test
    void everyPackageHasItsArrows() throws IOException {
        assertThat(packages().map(path -> SOURCES.relativize(path).toString()).filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    }

    /** It knows the values that the verifier takes and gives, but runs nothing itself. */
    @Test
    void theWatchLeavesTheToolchainToTheVerifier() {
        noClasses()
                .that()
                .resideInAPackage(inPackage("watch"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Toolchain.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(LocalPrograms.class)
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "picocli..,              cli",
        "io.methvin..,           watch",
        "org.slf4j..,            watch",
        "org.jline..,            view",
        "com.google.gson..,      report verify progress toolchain",
        "org.zeroturnaround..,   toolchain",
        "com.moandjiezana..,     course"
    })
    void aLibraryIsKnownOnlyWhereItIsNeeded(String library, String places) {
        String[] allowed = Arrays.stream(places.split(" ", -1))
                .map(ArchitectureTest::inPackage)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(CLASSES);
        // A rule about a library that is gone would hold for ever.
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> resideInAPackage(library).test(dependency.getTargetClass())))
                .isNotEmpty();
    }

    @Test
    void toml4jIsKnownToOneClass() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".course.TomlDocument")
                .should()
                .dependOnClassesThat(resideInAPackage("com.moandjiezana.."))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in", "out", "err"})
    void belowTheRootNobodyTouchesAStandardStream(String stream) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .accessField(System.class, stream)
                .check(CLASSES);
    }

    /** The same streams by their back door; the whole screen alone reads its keys there. */
    @ParameterizedTest
    @ValueSource(strings = {"in", "out", "err"})
    void belowTheRootOnlyTheWholeScreenTouchesAStandardDescriptor(String stream) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .and()
                .doNotHaveFullyQualifiedName(ROOT + ".view.JLineScreen")
                .should()
                .accessField(FileDescriptor.class, stream)
                .check(CLASSES);
    }

    @Test
    void belowTheRootNobodyEndsTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    @Test
    void theProcessIsEndedInOnePlace() {
        classes()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should()
                .onlyCallMethodsThat(describe(
                        "do not end the process",
                        method -> !method.getOwner().isEquivalentTo(System.class)
                                || !method.getName().equals("exit")))
                .check(CLASSES);
    }

    @Test
    void belowTheRootNobodyAsksForTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void belowTheRootNobodyTakesTheDefaultClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> directories = Files.walk(SOURCES)) {
            return directories.filter(ArchitectureTest::holdsSources).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSaysWhatItIsAndForbidsNull(Path directory) {
        assertThat(directory.resolve("package-info.java"))
                .content()
                .startsWith("/** ")
                .contains(". */\n@NullMarked\npackage ");
        String name = (ROOT + "." + SOURCES.relativize(directory).toString().replace('/', '.')).replaceAll("\\.$", "");
        assertThat(CLASSES.getPackage(name).isAnnotatedWith(NullMarked.class)).isTrue();
    }

    private static boolean holdsSources(Path directory) {
        try (Stream<Path> entries = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            return entries.anyMatch(entry -> entry.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String inPackage(String name) {
        return ROOT + "." + name + "..";
    }
}
