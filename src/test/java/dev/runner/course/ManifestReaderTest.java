package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestReaderTest {
    @TempDir
    Path directory;

    private Manifest read(String manifest) throws IOException {
        Files.writeString(directory.resolve("Cargo.toml"), manifest);
        return ManifestReader.read(new Workspace(directory), Format.RUSTLINGS_V6);
    }

    @Test
    void withoutAManifestACourseOfRustlings6HasItsDefaults() {
        assertThat(ManifestReader.read(new Workspace(directory), Format.RUSTLINGS_V6))
                .isEqualTo(Manifest.RUSTLINGS_DEFAULT);
    }

    @Test
    void theManifestOfRustlings5SaysNothingAboutItsCourse() throws IOException {
        Files.writeString(directory.resolve("Cargo.toml"), "[package]\nname = \"rustlings\"\nedition = \"2018\"\n");

        assertThat(ManifestReader.read(new Workspace(directory), Format.RUSTLINGS_V5))
                .isEqualTo(Manifest.RUSTLINGS_V5);
    }

    @Test
    void aWholeManifestIsRead() throws IOException {
        Manifest manifest = read("""
                bin = [
                  { name = "a", path = "exercises/a.rs" },
                  { name = "a_sol", path = "solutions/a.rs" },
                ]

                [package]
                name = "ovens"
                edition = "2021"

                [dependencies]
                serde-json = "1"
                rand = { version = "0.9", features = ["std"] }

                [dependencies.tokio]
                version = "1"

                [profile.dev]
                panic = "abort"

                [lints.rust]
                unsafe_code = "forbid"
                """);

        assertThat(manifest.present()).isTrue();
        assertThat(manifest.packageName()).isEqualTo("ovens");
        assertThat(manifest.edition()).isEqualTo("2021");
        assertThat(manifest.panicAbort()).isTrue();
        assertThat(manifest.lints().arguments()).containsExactly("--forbid=unsafe_code");
        assertThat(manifest.dependencies())
                .as("as the source writes them")
                .containsExactlyInAnyOrder("serde_json", "rand", "tokio");
        assertThat(manifest.bins()).containsOnly(entry("a", "exercises/a.rs"), entry("a_sol", "solutions/a.rs"));
    }

    @Test
    void binsMayBeTablesOfTheirOwn() throws IOException {
        Manifest manifest = read("""
                [package]
                name = "ovens"
                edition = "2024"

                [[bin]]
                name = "a"
                path = "exercises/a.rs"

                [[bin]]
                name = "b"
                path = "exercises/b.rs"
                """);

        assertThat(manifest.bins()).containsOnly(entry("a", "exercises/a.rs"), entry("b", "exercises/b.rs"));
    }

    @Test
    void withoutAnEditionItIsTheFirst() throws IOException {
        assertThat(read("[package]\nname = \"ovens\"\n").edition()).isEqualTo("2015");
    }

    @Test
    void withoutLintsThereAreNone() throws IOException {
        assertThat(read("[package]\nname = \"ovens\"\n").lints()).isEqualTo(Lints.NONE);
    }

    @Test
    void withoutAProfilePanicsUnwind() throws IOException {
        assertThat(read("[package]\nname = \"ovens\"\n").panicAbort()).isFalse();
    }

    @Test
    void theReleaseProfileSaysNothingAboutExercises() throws IOException {
        Manifest manifest = read("[package]\nname = \"ovens\"\n[profile.release]\npanic = \"abort\"\nlto = true\n");

        assertThat(manifest.panicAbort()).isFalse();
    }

    @Test
    void lintsComeInCargosOrder() throws IOException {
        Manifest manifest = read("""
                [lints.rust]
                unused = { level = "warn", priority = -1 }
                dead_code = "allow"
                unsafe_code = "forbid"

                [lints.clippy]
                pedantic = { level = "deny", priority = -2 }
                all = "warn"
                todo = { level = "allow" }

                [lints.cargo]
                unknown = "warn"
                """);

        assertThat(manifest.lints().arguments())
                .containsExactly(
                        "--deny=clippy::pedantic",
                        "--warn=unused",
                        "--forbid=unsafe_code",
                        "--allow=clippy::todo",
                        "--allow=dead_code",
                        "--warn=clippy::all");
    }

    @Test
    void aFileThatIsNoTomlIsLeftToCargo() throws IOException {
        Manifest manifest = read("[package\nname = 'ovens'\n");

        assertThat(manifest.present()).isTrue();
        assertThat(manifest.needsCargo())
                .isEqualTo("Cargo.toml is not as expected: Cargo.toml:1: a table name is not closed; expected ]");
    }

    @Test
    void whatOnlyToml4jCannotReadIsLeftToCargo() throws IOException {
        assertThat(read("[package]\nname = 'ovens'\n[package.metadata]\nx = [1, [2]]\n")
                        .needsCargo())
                .startsWith("Cargo.toml is not as expected: Cargo.toml:4: package.metadata.x: an array of values");
    }

    @Test
    void aFileThatIsNoUtf8IsLeftToCargo() throws IOException {
        Files.write(directory.resolve("Cargo.toml"), new byte[] {(byte) 0xff});

        assertThat(ManifestReader.read(new Workspace(directory), Format.RUSTLINGS_V6)
                        .needsCargo())
                .isEqualTo("Cargo.toml:1: a byte that is no UTF-8; expected a text file in UTF-8");
    }
}
