package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a course is judged by cargo itself, because rustc called directly might judge it otherwise. */
final class NeedsCargoTest {
    private static final String PLAIN = "[package]\nname = \"ovens\"\nedition = \"2024\"\n";

    @TempDir
    Path machine;

    private Path course = Path.of("");

    @BeforeEach
    void makeTheCourse() throws IOException {
        for (Path above = machine.getParent(); above != null; above = above.getParent()) {
            assumeThat(above.resolve(".cargo/config.toml")).doesNotExist();
            assumeThat(above.resolve(".cargo/config")).doesNotExist();
        }
        course = Files.createDirectories(machine.resolve("user/course"));
    }

    private @Nullable String reason(String manifest) throws IOException {
        Files.writeString(course.resolve("Cargo.toml"), manifest);
        return ManifestReader.read(new Workspace(course), Format.RUSTLINGS_V6).needsCargo();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "version = \"0.1.0\"\npublish = false\nauthors = []\nrust-version = \"1.85\"\nautobins = false\n",
                "metadata.x = { y = 1 }\n",
                "[dependencies]\n",
                "[dependencies]\nserde = \"1\"\n",
                "[dependencies]\nserde = { version = \"1\", features = [\"derive\"], default-features = false }\n",
                "[dependencies]\nold_rand = { version = \"0.8\", package = \"rand\", optional = false }\n",
                "[[bin]]\nname = \"a\"\npath = \"exercises/a.rs\"\n",
                "[lints.rust]\nunsafe_code = \"forbid\"\n",
                "[lints.clippy]\nall = { level = \"warn\", priority = -1 }\n",
                "[lints.cargo]\nanything = { goes = true }\n",
                "[profile.dev]\npanic = \"abort\"\ndebug = 0\n",
                "[profile.release]\nopt-level = 3\n",
                "[workspace]\n",
                "[workspace]\nresolver = \"3\"\n",
                "[badges]\nmaintenance = { status = \"none\" }\n"
            })
    void whatChangesNoVerdictNeedsNoCargo(String more) throws IOException {
        assertThat(reason(PLAIN + more)).isNull();
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                arguments("build = \"make.rs\"", "Cargo.toml's package has build"),
                arguments("links = \"z\"", "Cargo.toml's package has links"),
                arguments("[lib]\npath = \"a.rs\"", "Cargo.toml has [lib]"),
                arguments("[[test]]\nname = \"a\"", "Cargo.toml has [test]"),
                arguments("[dev-dependencies]\nrand = \"0.9\"", "Cargo.toml has [dev-dependencies]"),
                arguments("[build-dependencies]\ncc = \"1\"", "Cargo.toml has [build-dependencies]"),
                arguments("[target.'cfg(unix)'.dependencies]\nlibc = \"0.2\"", "Cargo.toml has [target]"),
                arguments("[features]\ndefault = []", "Cargo.toml has [features]"),
                arguments("[patch.crates-io]\nrand = { path = \"rand\" }", "Cargo.toml has [patch]"),
                arguments("[workspace]\nmembers = [\"a\"]", "Cargo.toml is a workspace"),
                arguments("[profile.test]\nopt-level = 1", "Cargo.toml has a test profile"),
                arguments("[profile.dev]\nopt-level = 1", "Cargo.toml's dev profile sets opt-level"),
                arguments("[profile.dev]\noverflow-checks = false", "Cargo.toml's dev profile sets overflow-checks"),
                arguments("[profile.dev.package.rand]\nopt-level = 1", "Cargo.toml's dev profile sets package"),
                arguments(
                        "[lints.rust]\nunexpected_cfgs = { level = \"warn\", check-cfg = [\"cfg(x)\"] }",
                        "Cargo.toml's lints have settings of their own"),
                arguments("[lints.rust]\nunused = \"Warn\"", "Cargo.toml's lints have settings of their own"),
                arguments("[lints.rust]\nunused = 1", "Cargo.toml's lints have settings of their own"),
                arguments("[lints.rust]\nunused = { priority = 1 }", "Cargo.toml's lints have settings of their own"),
                arguments(
                        "[lints.rust]\nunused = { level = \"warn\", priority = \"high\" }",
                        "Cargo.toml's lints have settings of their own"),
                arguments("[lints]\nworkspace = true", "Cargo.toml's lints have settings of their own"),
                arguments(
                        "[dependencies]\nmine = { path = \"mine\" }",
                        "the dependency mine does not come from a registry"),
                arguments(
                        "[dependencies]\nmine = { version = \"1\", path = \"mine\" }",
                        "the dependency mine does not come from a registry"),
                arguments(
                        "[dependencies.theirs]\nversion = \"1\"\ngit = \"https://example.org\"",
                        "the dependency theirs does not come from a registry"),
                arguments(
                        "[dependencies]\nours = { workspace = true }",
                        "the dependency ours does not come from a registry"),
                arguments(
                        "[dependencies]\nrand = { version = \"1\", optional = true }",
                        "the dependency rand does not come from a registry"),
                arguments("[dependencies]\nrand = 1", "the dependency rand does not come from a registry"),
                arguments(
                        "[[bin]]\nname = \"a\"\npath = \"a.rs\"\nrequired-features = [\"x\"]",
                        "Cargo.toml has settings for a single binary"),
                arguments(
                        "[[bin]]\nname = \"a\"\npath = 1",
                        "Cargo.toml is not as expected: Cargo.toml:6: bin[1].path: is an integer; expected a string"),
                arguments(
                        "edition.workspace = true",
                        "Cargo.toml is not as expected: Cargo.toml:3: package.edition: is a table; expected a string"));
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void whatMayChangeAVerdictNeedsCargo(String more, String reason) throws IOException {
        String plain = more.startsWith("edition") ? PLAIN.replace("edition = \"2024\"\n", "") : PLAIN;

        assertThat(reason(plain + more)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/lib.rs", "build.rs", "clippy.toml", ".clippy.toml"})
    void aFileThatCargoOrClippyFindsByItselfNeedsCargo(String file) throws IOException {
        Files.createDirectories(course.resolve(file).toAbsolutePath().getParent());
        Files.createFile(course.resolve(file));

        assertThat(reason(PLAIN)).isEqualTo("the course has a " + file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user/course/.cargo/config.toml", "user/.cargo/config.toml", "user/.cargo/config"})
    void aConfigurationOfCargoHereOrAboveNeedsCargo(String file) throws IOException {
        Path configuration = machine.resolve(file);
        Path place = configuration.resolve("../..").normalize();
        Files.createDirectories(place.resolve(".cargo"));
        Files.createFile(configuration);

        assertThat(reason(PLAIN)).isEqualTo("there is a cargo configuration in " + place.toAbsolutePath());
    }

    @Test
    void theFirstReasonIsGiven() throws IOException {
        assertThat(reason(PLAIN + "build = \"b.rs\"\n[profile.dev]\nopt-level = 1\n"))
                .isEqualTo("Cargo.toml's package has build");
    }

    @Test
    void whatCargoNeedsIsReadNevertheless() throws IOException {
        Files.writeString(course.resolve("Cargo.toml"), PLAIN + "build = \"b.rs\"\n[dependencies]\nserde = \"1\"\n");
        Manifest manifest = ManifestReader.read(new Workspace(course), Format.RUSTLINGS_V6);

        assertThat(manifest.edition()).isEqualTo("2024");
        assertThat(manifest.dependencies()).containsExactly("serde");
    }
}
