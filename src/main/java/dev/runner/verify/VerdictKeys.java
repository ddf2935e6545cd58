package dev.runner.verify;

import dev.runner.course.Mode;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names a {@link CheckPlan} and the files behind it by a hash of all that its verdict depends on: the source, how it is
 * built and judged, the toolchain and its settings, the dependencies, the limits, the variables that compilers read, and
 * the judging code itself. What depends on more than that has no name: sources that reach for files, the network, the
 * clock, other programs or the environment, dependencies that might, and all that cargo itself judges.
 */
public final class VerdictKeys {
    /** Dependencies that reach for nothing outside of the program. */
    private static final Set<String> HARMLESS_CRATES = Set.of(
            "serde", "serde_json", "serde_derive", "bytes", "anyhow", "thiserror", "itertools", "regex", "smallvec");

    private final Map<String, String> environment;
    private final String common;

    /**
     * @param environment the environment that compilers are started in
     * @param confinement what the judged programs run under
     */
    public VerdictKeys(Map<String, String> environment, Confinement confinement) {
        this(JudgingCode.identity().orElse(null), environment, confinement);
    }

    /** @param code the identity of the judging code; null if nobody knows, and then nothing has a name */
    VerdictKeys(@Nullable String code, Map<String, String> environment, Confinement confinement) {
        this.environment = Map.copyOf(environment);
        StringBuilder text = new StringBuilder("memory " + confinement.memoryBytes() + ", sandbox "
                + confinement.sandbox().isPresent() + "\n");
        new TreeMap<>(environment).forEach((name, value) -> {
            if (isRead(name)) {
                text.append(name).append('=').append(value).append('\n');
            }
        });
        this.common = code == null ? "" : hash(code + "\n" + text);
    }

    /**
     * A name.
     *
     * @param hash in hexadecimal digits
     * @param chance whether another run may go otherwise, so that a failed one proves nothing
     */
    record Key(String hash, boolean chance) {}

    /** The name; empty where there is none, and where a file can't be read. */
    Optional<Key> of(CheckPlan plan, Release release) {
        if (common.isEmpty()
                || plan.viaCargo() != null
                || plan.mode() == Mode.BUILDSCRIPT
                || !RustCode.EDITIONS.contains(plan.manifest().edition())
                || !HARMLESS_CRATES.containsAll(plan.crates())) {
            return Optional.empty();
        }
        try {
            byte[] source = Files.readAllBytes(plan.root().resolve(plan.source()));
            RustCode code = RustCode.of(new String(source, StandardCharsets.UTF_8));
            if (Outside.isReachedBy(code)) {
                return Optional.empty();
            }
            MessageDigest digest = sha256();
            add(digest, common);
            add(digest, described(plan, release));
            addSettings(digest, plan);
            if (!plan.crates().isEmpty() && !addDependencies(digest, plan)) {
                return Optional.empty();
            }
            add(digest, source);
            return Optional.of(new Key(HexFormat.of().formatHex(digest.digest()), Outside.isLeftToChance(code)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** rustc and clippy read their own variables; cargo's tell clippy the oldest Rust that is to work, and more. */
    private static boolean isRead(String name) {
        return name.startsWith("RUST") && !name.startsWith("RUSTUP_")
                || name.startsWith("CLIPPY_")
                || name.startsWith("CARGO_") && !name.equals("CARGO_HOME");
    }

    /** clippy takes the first {@code clippy.toml} from its directory upwards (Clippy's book, "Configuration"). */
    private void addSettings(MessageDigest digest, CheckPlan plan) throws IOException {
        String named = environment.getOrDefault("CLIPPY_CONF_DIR", environment.getOrDefault("CARGO_MANIFEST_DIR", ""));
        Path start = plan.root().resolve(named).toRealPath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            for (String name : new String[] {".clippy.toml", "clippy.toml"}) {
                Path file = directory.resolve(name);
                if (Files.exists(file)) {
                    add(digest, name);
                    add(digest, Files.readAllBytes(file));
                    return;
                }
            }
        }
        add(digest, "");
    }

    /** False where a dependency is more than what {@code Cargo.lock} says of it. */
    private static boolean addDependencies(MessageDigest digest, CheckPlan plan) throws IOException {
        byte[] lock = Files.readAllBytes(plan.root().resolve("Cargo.lock"));
        add(digest, lock);
        add(digest, Files.readAllBytes(plan.root().resolve("Cargo.toml")));
        for (Path directory = plan.root(); directory != null; directory = directory.getParent()) {
            for (String name : new String[] {".cargo/config", ".cargo/config.toml"}) {
                Path file = directory.resolve(name);
                if (Files.exists(file)) {
                    add(digest, Files.readAllBytes(file));
                }
            }
        }
        // A package in a directory has no source there, and its files may change; the course itself is one.
        String[] packages = new String(lock, StandardCharsets.UTF_8).split("\\[\\[package]]", -1);
        return Stream.of(packages)
                        .skip(1)
                        .filter(locked -> !locked.contains("\nsource = "))
                        .count()
                == 1;
    }

    private static void add(MessageDigest digest, String text) {
        add(digest, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The length comes first, so that no two rows of contents look like one another. */
    private static void add(MessageDigest digest, byte[] content) {
        digest.update((content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
    }

    /** The place of the course is left out: what the compiler and the programs say of files is relative to it. */
    private static String described(CheckPlan plan, Release release) {
        return String.join(
                "\n",
                release.identity(),
                "clippy " + release.clippy() + ", dynamic " + release.dynamicStd(),
                plan.target(),
                plan.source().toString(),
                plan.mode() + ", test " + plan.test() + ", strict " + plan.strict(),
                plan.manifest().edition() + ", abort " + plan.manifest().panicAbort(),
                plan.manifest().lints().arguments().toString(),
                plan.crates().toString(),
                plan.time().toString());
    }
}
