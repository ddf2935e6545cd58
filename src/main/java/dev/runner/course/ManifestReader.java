package dev.runner.course;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the root {@code Cargo.toml}, and finds out whether rustc called directly gives the same verdicts as cargo would.
 * Never fails: what it does not understand is left to cargo.
 */
public final class ManifestReader {
    /** Top-level tables and keys that do not change how a binary is judged, or that are read here. */
    private static final Set<String> UNDERSTOOD =
            Set.of("package", "bin", "lints", "dependencies", "profile", "workspace", "badges");

    private static final Set<String> PACKAGE_HARMLESS = Set.of(
            "name",
            "edition",
            "version",
            "publish",
            "authors",
            "description",
            "license",
            "license-file",
            "readme",
            "repository",
            "homepage",
            "documentation",
            "keywords",
            "categories",
            "rust-version",
            "autobins",
            "autoexamples",
            "autotests",
            "autobenches",
            "exclude",
            "include",
            "default-run",
            "metadata");

    /** Keys of a profile that change how quickly something is built or runs, but no verdict. */
    private static final Set<String> PROFILE_HARMLESS =
            Set.of("panic", "debug", "incremental", "codegen-units", "split-debuginfo", "strip", "rpath");

    /** Files that change what cargo does. */
    private static final List<String> TELLING_FILES = List.of("src/lib.rs", "build.rs", "clippy.toml", ".clippy.toml");

    private final TomlTable root;
    private final List<Finding> findings;
    private @Nullable String needsCargo;

    private ManifestReader(TomlDocument document) {
        this.findings = new ArrayList<>(document.syntaxErrors());
        this.root = document.root(findings);
    }

    /** How the exercises of a workspace are compiled. */
    public static Manifest read(Workspace workspace, Format format) {
        return besides(workspace, format, stated(workspace, format));
    }

    /** What the {@code Cargo.toml} of a workspace states, whatever lies beside it. */
    public static Manifest stated(Workspace workspace, Format format) {
        if (format == Format.RUSTLINGS_V5) {
            return Manifest.RUSTLINGS_V5;
        }
        if (!Files.exists(workspace.manifestFile())) {
            return Manifest.RUSTLINGS_DEFAULT;
        }
        try {
            TomlDocument document = TomlDocument.read(workspace.manifestFile(), Workspace.MANIFEST_FILE);
            return new ManifestReader(document).manifest();
        } catch (CourseException unreadable) {
            return new Manifest(
                    true, "exercises", "2024", Lints.NONE, false, Set.of(), Map.of(), unreadable.getMessage());
        }
    }

    private Manifest manifest() {
        TomlTable packageTable = table(root, "package");
        String name = packageTable == null ? null : packageTable.string("name");
        String edition = packageTable == null ? null : packageTable.string("edition");
        checkKeys(packageTable);
        boolean panicAbort = profiles();
        Lints lints = lints();
        Set<String> dependencies = dependencies();
        Map<String, String> bins = bins();
        if (!findings.isEmpty()) {
            need("Cargo.toml is not as expected: " + findings.get(0).render());
        }
        return new Manifest(
                true,
                name == null ? "exercises" : name,
                // cargo's default is the first edition.
                edition == null ? "2015" : edition,
                lints,
                panicAbort,
                dependencies,
                bins,
                needsCargo);
    }

    private void need(String reason) {
        if (needsCargo == null) {
            needsCargo = reason;
        }
    }

    private void checkKeys(@Nullable TomlTable packageTable) {
        for (String key : root.keys()) {
            if (!UNDERSTOOD.contains(key)) {
                need("Cargo.toml has [" + key + "]");
            }
        }
        for (String key : packageTable == null ? Set.<String>of() : packageTable.keys()) {
            if (!PACKAGE_HARMLESS.contains(key)) {
                need("Cargo.toml's package has " + key);
            }
        }
        TomlTable workspaceTable = table(root, "workspace");
        if (workspaceTable != null && !Set.of("resolver").containsAll(workspaceTable.keys())) {
            need("Cargo.toml is a workspace");
        }
    }

    /** Whether programs abort on panic. */
    private boolean profiles() {
        TomlTable profiles = table(root, "profile");
        if (profiles == null) {
            return false;
        }
        if (profiles.has("test")) {
            need("Cargo.toml has a test profile");
        }
        TomlTable dev = table(profiles, "dev");
        if (dev == null) {
            return false;
        }
        for (String key : dev.keys()) {
            if (!PROFILE_HARMLESS.contains(key)) {
                need("Cargo.toml's dev profile sets " + key);
            }
        }
        return "abort".equals(dev.get("panic"));
    }

    private Lints lints() {
        TomlTable lints = table(root, "lints");
        if (lints == null) {
            return Lints.NONE;
        }
        LintArguments arguments = new LintArguments();
        for (String tool : lints.keys()) {
            TomlTable levels = table(lints, tool);
            if (levels == null || !arguments.add(tool, levels)) {
                need("Cargo.toml's lints have settings of their own");
            }
        }
        return arguments.lints();
    }

    private Set<String> dependencies() {
        Set<String> names = new HashSet<>();
        TomlTable dependencies = table(root, "dependencies");
        for (String name : dependencies == null ? Set.<String>of() : dependencies.keys()) {
            names.add(name.replace('-', '_'));
            if (dependencies != null && !isFromRegistry(dependencies.get(name))) {
                need("the dependency " + name + " does not come from a registry");
            }
        }
        return names;
    }

    private static boolean isFromRegistry(@Nullable Object dependency) {
        if (dependency instanceof Map<?, ?> table) {
            return table.get("version") instanceof String
                    && !table.containsKey("path")
                    && !table.containsKey("git")
                    && !Boolean.TRUE.equals(table.get("optional"));
        }
        return dependency instanceof String;
    }

    private Map<String, String> bins() {
        Map<String, String> bins = new HashMap<>();
        List<TomlTable> tables = root.tables("bin");
        for (TomlTable bin : tables == null ? List.<TomlTable>of() : tables) {
            String name = bin.string("name");
            String path = bin.string("path");
            if (name != null && path != null) {
                bins.put(name, path);
            }
            if (!Set.of("name", "path").containsAll(bin.keys())) {
                need("Cargo.toml has settings for a single binary");
            }
        }
        return bins;
    }

    /** The manifest, with what the files beside it mean for it. */
    public static Manifest besides(Workspace workspace, Format format, Manifest stated) {
        if (format == Format.RUSTLINGS_V5 || !stated.present() || stated.needsCargo() != null) {
            return stated;
        }
        for (String file : TELLING_FILES) {
            if (Files.exists(workspace.root().resolve(file))) {
                return stated.withNeedsCargo("the course has a " + file);
            }
        }
        // cargo takes its configuration from here and from every directory above; its own home holds the user's.
        for (Path place = workspace.root(); place != null; place = place.getParent()) {
            boolean configured =
                    Files.exists(place.resolve(".cargo/config.toml")) || Files.exists(place.resolve(".cargo/config"));
            if (configured) {
                return stated.withNeedsCargo("there is a cargo configuration in " + place);
            }
        }
        return stated;
    }

    private static @Nullable TomlTable table(TomlTable table, String key) {
        return table.table(key);
    }
}
