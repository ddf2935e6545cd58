package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.course.Lints;
import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictKeysTest {
    private static final Release RELEASE = new Release(Path.of("/sysroot"), "rustc 1", true, true);
    private static final Confinement USUAL = Confinement.USUAL;
    private static final VerdictKeys KEYS = new VerdictKeys("code 1", Map.of(), USUAL);
    private static final String LOCK = """
            version = 4

            [[package]]
            name = "exercises"
            version = "0.1.0"

            [[package]]
            name = "serde"
            version = "1.0.0"
            source = "registry+https://example.org"
            """;

    @TempDir
    private Path machine;

    private Path root = Path.of("");

    @BeforeEach
    void writeTheCourse() throws IOException {
        root = course("course");
    }

    private Path course(String name) throws IOException {
        Path directory = Files.createDirectories(machine.resolve(name));
        Files.writeString(directory.resolve("a.rs"), "fn main() {}\n");
        Files.writeString(directory.resolve("b.rs"), "fn main() {}\n");
        Files.writeString(directory.resolve("Cargo.toml"), "[package]\nname = \"exercises\"\n");
        Files.writeString(directory.resolve("Cargo.lock"), LOCK);
        return directory;
    }

    /** All that a key is made of, for changing one thing at a time. */
    private static final class Made {
        private String target = "a";
        private Path root;
        private String source = "a.rs";
        private Mode mode = Mode.STANDARD;
        private boolean test = true;
        private boolean strict;
        private String edition = "2024";
        private String lint = "--deny=x";
        private boolean abort;
        private List<String> crates = List.of();
        private int seconds = 10;
        private @Nullable String viaCargo;

        Made(Path root) {
            this.root = root;
        }

        CheckPlan plan() {
            Manifest manifest =
                    new Manifest(true, "exercises", edition, new Lints(List.of(lint)), abort, Set.of(), Map.of(), null);
            Duration time = Duration.ofSeconds(seconds);
            return new CheckPlan(target, root, Path.of(source), mode, test, strict, manifest, crates, time, viaCargo);
        }
    }

    private CheckPlan made(Consumer<Made> change) {
        Made made = new Made(root);
        change.accept(made);
        return made.plan();
    }

    private CheckPlan made() {
        return made(nothing -> {});
    }

    @Test
    void everyChangeOfThePlanIsAnotherKey() throws IOException {
        List<Consumer<Made>> changes = List.of(
                nothing -> {},
                made -> made.target = "b",
                made -> made.source = "b.rs",
                made -> made.mode = Mode.TEST,
                made -> made.test = false,
                made -> made.strict = true,
                made -> made.edition = "2021",
                made -> made.lint = "--warn=x",
                made -> made.abort = true,
                made -> made.crates = List.of("serde"),
                made -> made.seconds = 9);
        List<String> hashes = new ArrayList<>();
        changes.forEach(change -> hashes.add(hash(KEYS, made(change))));
        Files.writeString(root.resolve("a.rs"), "fn main() { }\n");
        hashes.add(hash(KEYS, made()));
        assertThat(hashes).doesNotHaveDuplicates().hasSize(12).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void everyChangeAroundThePlanIsAnotherKey() {
        CheckPlan plan = made();
        List<String> hashes = new ArrayList<>(List.of(
                hash(KEYS, plan),
                hash(new VerdictKeys("code 2", Map.of(), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUSTC_BOOTSTRAP", "1"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUST_MIN_STACK", "1"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUST_MIN_STACK", "2"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUSTFLAGS", "-O"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("CLIPPY_ARGS", "-W"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("CARGO_PKG_RUST_VERSION", "1.60"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of(), new Confinement(Optional.empty(), 64 << 20, false)), plan)));
        for (Release other : List.of(
                new Release(RELEASE.sysroot(), "rustc 2", true, true),
                new Release(RELEASE.sysroot(), "rustc 1", false, true),
                new Release(RELEASE.sysroot(), "rustc 1", true, false))) {
            hashes.add(KEYS.of(plan, other).orElseThrow().hash());
        }
        assertThat(hashes).doesNotHaveDuplicates().hasSize(12);
    }

    @Test
    void whatSaysNothingIsNoPartOfIt() throws IOException {
        Map<String, String> other = Map.of("HOME", "/x", "RUSTUP_HOME", "/y", "CARGO_HOME", "/z", "LANG", "de");
        assertThat(hash(new VerdictKeys("code 1", other, USUAL), made())).isEqualTo(hash(KEYS, made()));
        Release elsewhere = new Release(Path.of("/other"), "rustc 1", true, true);
        assertThat(KEYS.of(made(), elsewhere)).isEqualTo(KEYS.of(made(), RELEASE));
        Files.writeString(root.resolve("Cargo.lock"), "version = 3\n");
        String before = hash(KEYS, made());
        Path moved = course("deeper/moved");
        CheckPlan there = made(made -> made.root = moved);
        assertThat(hash(KEYS, there)).isEqualTo(before);
    }

    @Test
    void dependenciesCountWhereTheyAreUsed() throws IOException {
        CheckPlan uses = made(made -> made.crates = List.of("serde"));
        List<String> hashes = new ArrayList<>();
        hashes.add(hash(KEYS, uses));
        Files.writeString(root.resolve("Cargo.lock"), LOCK.replace("1.0.0", "1.0.1"));
        hashes.add(hash(KEYS, uses));
        Files.writeString(root.resolve("Cargo.toml"), "[package]\nname = \"exercises\"\n# features\n");
        hashes.add(hash(KEYS, uses));
        Files.createDirectory(root.resolve(".cargo"));
        Files.writeString(root.resolve(".cargo/config.toml"), "[build]\nrustflags = [\"-O\"]\n");
        hashes.add(hash(KEYS, uses));
        assertThat(hashes).doesNotHaveDuplicates();
        Files.writeString(root.resolve("Cargo.lock"), LOCK + "\n[[package]]\nname = \"mine\"\nversion = \"0.1.0\"\n");
        assertThat(KEYS.of(uses, RELEASE)).as("a dependency in a directory").isEmpty();
        Files.delete(root.resolve("Cargo.lock"));
        assertThat(KEYS.of(uses, RELEASE)).as("nothing locked").isEmpty();
    }

    @Test
    void dependenciesThatMightReachOutHaveNoKey() {
        for (String crate : List.of("tokio", "rand", "chrono", "reqwest")) {
            CheckPlan uses = made(made -> made.crates = List.of(crate));
            assertThat(KEYS.of(uses, RELEASE)).as(crate).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"course/clippy.toml", "course/.clippy.toml", "clippy.toml"})
    void clippysSettingsArePartOfIt(String file) throws IOException {
        String before = hash(KEYS, made());
        Files.writeString(machine.resolve(file), "msrv = \"1.60\"\n");
        String with = hash(KEYS, made());
        Files.writeString(machine.resolve(file), "msrv = \"1.70\"\n");
        assertThat(List.of(before, with, hash(KEYS, made()))).doesNotHaveDuplicates();
    }

    @Test
    void clippysSettingsMayLieWhereAVariableSays() throws IOException {
        Path settings = Files.createDirectory(machine.resolve("settings"));
        VerdictKeys keys = new VerdictKeys("code 1", Map.of("CLIPPY_CONF_DIR", settings.toString()), USUAL);
        String before = hash(keys, made());
        Files.writeString(settings.resolve("clippy.toml"), "msrv = \"1.60\"\n");
        assertThat(hash(keys, made())).isNotEqualTo(before);
    }

    @Test
    void whatCargoJudgesOrNobodyCanReadHasNoKey() {
        List<Consumer<Made>> changes = List.of(
                made -> made.viaCargo = "it says so",
                made -> made.mode = Mode.BUILDSCRIPT,
                made -> made.edition = "2018",
                made -> made.source = "absent.rs");
        assertThat(changes)
                .allSatisfy(change -> assertThat(KEYS.of(made(change), RELEASE)).isEmpty());
    }

    @Test
    void withoutKnowingTheCodeNothingHasAKey() {
        assertThat(new VerdictKeys(null, Map.of(), USUAL).of(made(), RELEASE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use std::fs; fn main() {}",
                "fn main() { println!(\"{:?}\", std::env::args()); }",
            })
    void whatReachesOutHasNoKey(String source) throws IOException {
        Files.writeString(root.resolve("a.rs"), source);
        assertThat(KEYS.of(made(), RELEASE)).isEmpty();
        Files.writeString(root.resolve("a.rs"), "// " + source + "\nfn main() {}");
        assertThat(KEYS.of(made(), RELEASE)).isPresent();
    }

    @Test
    void whatIsLeftToChanceSaysSo() throws IOException {
        assertThat(KEYS.of(made(), RELEASE).orElseThrow().chance()).isFalse();
        Files.writeString(root.resolve("a.rs"), "fn main() { std::thread::spawn(|| ()); }");
        assertThat(KEYS.of(made(), RELEASE).orElseThrow().chance()).isTrue();
    }

    private static String hash(VerdictKeys keys, CheckPlan plan) {
        return keys.of(plan, RELEASE).orElseThrow().hash();
    }
}
