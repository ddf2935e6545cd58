package dev.runner.toolchain;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the toolchain that is active in a directory. rustup's rules ({@code RUSTUP_TOOLCHAIN}, {@code
 * rust-toolchain.toml}, overrides) hold because rustc itself is asked there for its sysroot; the tools are then taken from
 * the sysroot, past rustup's proxies. Without rustup, rustc and its tools are those of the search path.
 */
final class ToolchainLocator {
    private static final String INSTALL =
            "install Rust as https://rustup.rs says, then open a new terminal and try again";

    private final Path directory;
    private final Map<String, String> environment;
    private final Processes processes;

    ToolchainLocator(Path directory, Map<String, String> environment, Processes processes) {
        this.directory = directory;
        this.environment = environment;
        this.processes = processes;
    }

    /** What was found. */
    record Located(Release release, Map<Tool, Path> tools) {}

    Located locate() throws InterruptedException {
        Path rustc = onPath(Tool.RUSTC)
                .orElseThrow(() -> new ToolchainException("rustc was not found on the search path", INSTALL));
        SysrootMemory memory = new SysrootMemory(rustc, directory, environment);
        Optional<Path> known = memory.recall();
        Path sysroot = known.isPresent() ? known.get() : sysroot(rustc);
        if (known.isEmpty()) {
            memory.keep(sysroot);
        }
        Map<Tool, Path> tools = new EnumMap<>(Tool.class);
        for (Tool tool : Tool.values()) {
            inSysroot(sysroot, tool).or(() -> onPath(tool)).ifPresent(path -> tools.put(tool, path));
        }
        // A proxy of rustup is there for every component; only the sysroot tells whether clippy is.
        boolean clippy = inSysroot(sysroot, Tool.CLIPPY_DRIVER).isPresent()
                || !isRustupSysroot(sysroot) && tools.containsKey(Tool.CLIPPY_DRIVER);
        if (!tools.containsKey(Tool.CARGO)) {
            throw new ToolchainException("cargo was not found beside " + rustc, INSTALL);
        }
        return new Located(new Release(sysroot, identity(sysroot, rustc), clippy, dynamicStd(sysroot)), tools);
    }

    private Path sysroot(Path rustc) throws InterruptedException {
        Completion completion = ask(rustc, "--print", "sysroot");
        String answer = completion.output().text().strip();
        if (!completion.succeeded() || answer.isEmpty()) {
            String said = completion.errors().text().strip();
            throw new ToolchainException(
                    said.isEmpty() ? rustc + " does not work: exit code " + completion.exitCode() : said,
                    "try it yourself in " + directory + ": rustc --version");
        }
        return Path.of(answer);
    }

    private Completion ask(Path rustc, String... arguments) throws InterruptedException {
        Invocation invocation = new Invocation(
                new Program.Toolchained(Tool.RUSTC),
                List.of(arguments),
                directory,
                Map.of(),
                Limits.COMPILER.withTime(java.time.Duration.ofSeconds(60)),
                false,
                List.of(),
                List.of(),
                false,
                true);
        return processes.run(rustc, invocation, new Cancellation(), OutputListener.NONE);
    }

    /** The name of the compiler's library holds a hash of the build. */
    private String identity(Path sysroot, Path rustc) throws InterruptedException {
        for (String below : List.of("lib", "lib64", "bin")) {
            Optional<String> driver = names(sysroot.resolve(below))
                    .filter(name -> name.contains("rustc_driver-"))
                    .findFirst();
            if (driver.isPresent()) {
                return driver.get();
            }
        }
        return ask(rustc, "-vV").output().text();
    }

    /** {@code lib/rustlib/TARGET/lib/libstd-HASH.so}; on Windows programs would not find it, so it does not count. */
    private static boolean dynamicStd(Path sysroot) {
        Path targets = sysroot.resolve("lib").resolve("rustlib");
        return names(targets)
                .anyMatch(target -> names(targets.resolve(target).resolve("lib"))
                        .anyMatch(name ->
                                name.startsWith("libstd-") && (name.endsWith(".so") || name.endsWith(".dylib"))));
    }

    private static Stream<String> names(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).toList().stream();
        } catch (IOException | UncheckedIOException none) {
            return Stream.empty();
        }
    }

    private static boolean isRustupSysroot(Path sysroot) {
        Path parent = sysroot.getParent();
        return parent != null && parent.endsWith("toolchains");
    }

    private static Optional<Path> inSysroot(Path sysroot, Tool tool) {
        return executable(sysroot.resolve("bin"), tool);
    }

    private Optional<Path> onPath(Tool tool) {
        for (Path place : places()) {
            Optional<Path> found = executable(place, tool);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The search path, then where Rust usually lies: a terminal opened before the installation does not know it yet. */
    private List<Path> places() {
        List<Path> places = new ArrayList<>();
        for (String entry : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            add(places, entry);
        }
        add(places, environment.getOrDefault("CARGO_HOME", ""), "bin");
        add(places, environment.getOrDefault("HOME", ""), ".cargo", "bin");
        add(places, environment.getOrDefault("USERPROFILE", ""), ".cargo", "bin");
        add(places, "/usr/local/bin");
        add(places, "/opt/homebrew/bin");
        return places;
    }

    private void add(List<Path> places, String base, String... more) {
        if (!base.isEmpty()) {
            try {
                places.add(directory.resolve(Path.of(base, more)));
            } catch (InvalidPathException notForUs) {
                // A search path may hold anything.
            }
        }
    }

    private static Optional<Path> executable(Path place, Tool tool) {
        @Nullable Path found = null;
        for (String ending : List.of("", ".exe")) {
            Path candidate = place.resolve(tool.executable() + ending);
            if (found == null && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                found = candidate;
            }
        }
        return Optional.ofNullable(found);
    }
}
