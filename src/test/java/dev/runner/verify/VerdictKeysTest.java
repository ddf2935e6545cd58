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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private record Made(
            String target,
            Path root,
            String source,
            Mode mode,
            boolean test,
            boolean strict,
            String edition,
            List<String> lints,
            boolean abort,
            List<String> crates,
            Duration time,
            @Nullable String viaCargo) {
        CheckPlan plan() {
            Manifest manifest =
                    new Manifest(true, "exercises", edition, new Lints(lints), abort, Set.of(), Map.of(), null);
            return new CheckPlan(target, root, Path.of(source), mode, test, strict, manifest, crates, time, viaCargo);
        }
    }

    private Made made() {
        return new Made(
                "a",
                root,
                "a.rs",
                Mode.STANDARD,
                true,
                false,
                "2024",
                List.of("--deny=x"),
                false,
                List.of(),
                Duration.ofSeconds(10),
                null);
    }

    @Test
    void everyChangeOfThePlanIsAnotherKey() throws IOException {
        Duration ten = Duration.ofSeconds(10);
        List<String> lints = List.of("--deny=x");
        Map<String, Made> changed = new LinkedHashMap<>();
        changed.put("nothing", made());
        changed.put(
                "target",
                new Made("b", root, "a.rs", Mode.STANDARD, true, false, "2024", lints, false, List.of(), ten, null));
        changed.put(
                "source",
                new Made("a", root, "b.rs", Mode.STANDARD, true, false, "2024", lints, false, List.of(), ten, null));
        changed.put(
                "mode",
                new Made("a", root, "a.rs", Mode.TEST, true, false, "2024", lints, false, List.of(), ten, null));
        changed.put(
                "test",
                new Made("a", root, "a.rs", Mode.STANDARD, false, false, "2024", lints, false, List.of(), ten, null));
        changed.put(
                "strict",
                new Made("a", root, "a.rs", Mode.STANDARD, true, true, "2024", lints, false, List.of(), ten, null));
        changed.put(
                "edition",
                new Made("a", root, "a.rs", Mode.STANDARD, true, false, "2021", lints, false, List.of(), ten, null));
        changed.put(
                "lints",
                new Made(
                        "a",
                        root,
                        "a.rs",
                        Mode.STANDARD,
                        true,
                        false,
                        "2024",
                        List.of("--warn=x"),
                        false,
                        List.of(),
                        ten,
                        null));
        changed.put(
                "abort",
                new Made("a", root, "a.rs", Mode.STANDARD, true, false, "2024", lints, true, List.of(), ten, null));
        changed.put(
                "crates",
                new Made(
                        "a",
                        root,
                        "a.rs",
                        Mode.STANDARD,
                        true,
                        false,
                        "2024",
                        lints,
                        false,
                        List.of("serde"),
                        ten,
                        null));
        changed.put(
                "time",
                new Made(
                        "a",
                        root,
                        "a.rs",
                        Mode.STANDARD,
                        true,
                        false,
                        "2024",
                        lints,
                        false,
                        List.of(),
                        Duration.ofSeconds(9),
                        null));
        List<String> hashes = new ArrayList<>();
        changed.forEach((what, each) -> hashes.add(hash(KEYS, each.plan())));
        Files.writeString(root.resolve("a.rs"), "fn main() { }\n");
        hashes.add(hash(KEYS, made().plan()));
        assertThat(hashes).doesNotHaveDuplicates().hasSize(12).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void everyChangeAroundThePlanIsAnotherKey() {
        CheckPlan plan = made().plan();
        List<String> hashes = new ArrayList<>(List.of(
                hash(KEYS, plan),
                hash(new VerdictKeys("code 2", Map.of(), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUSTC_BOOTSTRAP", "1"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUST_MIN_STACK", "1"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUST_MIN_STACK", "2"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("RUSTFLAGS", "-O"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("CLIPPY_ARGS", "-W"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of("CARGO_PKG_RUST_VERSION", "1.60"), USUAL), plan),
                hash(new VerdictKeys("code 1", Map.of(), new Confinement(Optional.empty(), 64 << 20)), plan)));
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
        assertThat(hash(new VerdictKeys("code 1", other, USUAL), made().plan())).isEqualTo(hash(KEYS, made().plan()));
        Release elsewhere = new Release(Path.of("/other"), "rustc 1", true, true);
        assertThat(KEYS.of(made().plan(), elsewhere)).isEqualTo(KEYS.of(made().plan(), RELEASE));
        Files.writeString(root.resolve("Cargo.lock"), "version = 3\n");
        String before = hash(KEYS, made().plan());
        Path moved = course("deeper/moved");
        Made there = new Made(
                "a",
                moved,
                "a.rs",
                Mode.STANDARD,
                true,
                false,
                "2024",
                List.of("--deny=x"),
                false,
                List.of(),
                Duration.ofSeconds(10),
                null);
        assertThat(hash(KEYS, there.plan())).isEqualTo(before);
    }

    @Test
    void dependenciesCountWhereTheyAreUsed() throws IOException {
        Made uses = new Made(
                "a",
                root,
                "a.rs",
                Mode.STANDARD,
                true,
                false,
                "2024",
                List.of(),
                false,
                List.of("serde"),
                Duration.ofSeconds(10),
                null);
        List<String> hashes = new ArrayList<>();
        hashes.add(hash(KEYS, uses.plan()));
        Files.writeString(root.resolve("Cargo.lock"), LOCK.replace("1.0.0", "1.0.1"));
        hashes.add(hash(KEYS, uses.plan()));
        Files.writeString(root.resolve("Cargo.toml"), "[package]\nname = \"exercises\"\n# features\n");
        hashes.add(hash(KEYS, uses.plan()));
        Files.createDirectory(root.resolve(".cargo"));
        Files.writeString(root.resolve(".cargo/config.toml"), "[build]\nrustflags = [\"-O\"]\n");
        hashes.add(hash(KEYS, uses.plan()));
        assertThat(hashes).doesNotHaveDuplicates();
        Files.writeString(root.resolve("Cargo.lock"), LOCK + "\n[[package]]\nname = \"mine\"\nversion = \"0.1.0\"\n");
        assertThat(KEYS.of(uses.plan(), RELEASE))
                .as("a dependency in a directory")
                .isEmpty();
        Files.delete(root.resolve("Cargo.lock"));
        assertThat(KEYS.of(uses.plan(), RELEASE)).as("nothing locked").isEmpty();
    }

    @Test
    void dependenciesThatMightReachOutHaveNoKey() {
        for (String crate : List.of("tokio", "rand", "chrono", "reqwest")) {
            Made uses = new Made(
                    "a",
                    root,
                    "a.rs",
                    Mode.STANDARD,
                    true,
                    false,
                    "2024",
                    List.of(),
                    false,
                    List.of(crate),
                    Duration.ofSeconds(10),
                    null);
            assertThat(KEYS.of(uses.plan(), RELEASE)).as(crate).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"course/clippy.toml", "course/.clippy.toml", "clippy.toml"})
    void clippysSettingsArePartOfIt(String file) throws IOException {
        String before = hash(KEYS, made().plan());
        Files.writeString(machine.resolve(file), "msrv = \"1.60\"\n");
        String with = hash(KEYS, made().plan());
        Files.writeString(machine.resolve(file), "msrv = \"1.70\"\n");
        assertThat(List.of(before, with, hash(KEYS, made().plan()))).doesNotHaveDuplicates();
    }

    @Test
    void clippysSettingsMayLieWhereAVariableSays() throws IOException {
        Path settings = Files.createDirectory(machine.resolve("settings"));
        VerdictKeys keys = new VerdictKeys("code 1", Map.of("CLIPPY_CONF_DIR", settings.toString()), USUAL);
        String before = hash(keys, made().plan());
        Files.writeString(settings.resolve("clippy.toml"), "msrv = \"1.60\"\n");
        assertThat(hash(keys, made().plan())).isNotEqualTo(before);
    }

    @Test
    void whatCargoJudgesOrNobodyCanReadHasNoKey() {
        Duration ten = Duration.ofSeconds(10);
        assertThat(List.of(
                        new Made(
                                "a",
                                root,
                                "a.rs",
                                Mode.STANDARD,
                                true,
                                false,
                                "2024",
                                List.of(),
                                false,
                                List.of(),
                                ten,
                                "it says so"),
                        new Made(
                                "a",
                                root,
                                "a.rs",
                                Mode.BUILDSCRIPT,
                                true,
                                false,
                                "2024",
                                List.of(),
                                false,
                                List.of(),
                                ten,
                                null),
                        new Made(
                                "a",
                                root,
                                "a.rs",
                                Mode.STANDARD,
                                true,
                                false,
                                "2018",
                                List.of(),
                                false,
                                List.of(),
                                ten,
                                null),
                        new Made(
                                "a",
                                root,
                                "absent.rs",
                                Mode.STANDARD,
                                true,
                                false,
                                "2024",
                                List.of(),
                                false,
                                List.of(),
                                ten,
                                null)))
                .allSatisfy(each -> assertThat(KEYS.of(each.plan(), RELEASE)).isEmpty());
    }

    @Test
    void withoutKnowingTheCodeNothingHasAKey() {
        assertThat(new VerdictKeys(null, Map.of(), USUAL).of(made().plan(), RELEASE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "use std::fs; fn main() {}",
                "use std::time::Instant; fn main() {}",
                "fn main() { std::thread::sleep(std::time::Duration::from_secs(1)); }",
            })
    void whatReachesOutOrWaitsHasNoKey(String source) throws IOException {
        Files.writeString(root.resolve("a.rs"), source);
        assertThat(KEYS.of(made().plan(), RELEASE)).isEmpty();
        Files.writeString(root.resolve("a.rs"), "// " + source + "\nfn main() {}");
        assertThat(KEYS.of(made().plan(), RELEASE)).isPresent();
    }

    @Test
    void whatIsLeftToChanceSaysSo() throws IOException {
        assertThat(KEYS.of(made().plan(), RELEASE).orElseThrow().chance()).isFalse();
        Files.writeString(root.resolve("a.rs"), "fn main() { std::thread::spawn(|| ()); }");
        assertThat(KEYS.of(made().plan(), RELEASE).orElseThrow().chance()).isTrue();
    }

    private static String hash(VerdictKeys keys, CheckPlan plan) {
        return keys.of(plan, RELEASE).orElseThrow().hash();
    }
}
