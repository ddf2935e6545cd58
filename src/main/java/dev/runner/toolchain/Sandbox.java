package dev.runner.toolchain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A view of the system for code that strangers wrote, made by bubblewrap out of Linux's namespaces: everything is read-only
 * but what the process was given to write to, the home directory is empty but for the toolchain, temporary files are its
 * own and bounded, and there is no network, no other process and no terminal. When its first process ends, all end.
 */
public final class Sandbox {
    /** How much its temporary files may take together. */
    static final long TEMPORARY_BYTES = 256L << 20;

    private final Path bubblewrap;
    private final Map<String, String> environment;

    private Sandbox(Path bubblewrap, Map<String, String> environment) {
        this.bubblewrap = bubblewrap;
        this.environment = Map.copyOf(environment);
    }

    /** What came of looking for one: the sandbox, or why there is none. */
    public record Search(Optional<Sandbox> sandbox, String obstacle) {}

    /**
     * Looks for bubblewrap and tries it: some systems and most containers don't let a user make namespaces.
     *
     * @param environment the environment that we were started in
     */
    public static Search find(Map<String, String> environment) throws InterruptedException {
        LocalPrograms programs = new LocalPrograms(environment);
        Optional<Path> bubblewrap = programs.find("bwrap");
        if (bubblewrap.isEmpty()) {
            return new Search(Optional.empty(), "bubblewrap (bwrap) is not installed");
        }
        Sandbox sandbox = new Sandbox(bubblewrap.get(), environment);
        List<String> trial = sandbox.command(new Place(Path.of("/"), List.of(), List.of(), false), List.of("true"));
        Invocation invocation =
                Invocation.of(bubblewrap.get(), trial.subList(1, trial.size()), Path.of("/"), Limits.PROGRAM);
        Completion completion = programs.run(invocation, new Cancellation());
        return completion.succeeded()
                ? new Search(Optional.of(sandbox), "")
                : new Search(
                        Optional.empty(),
                        "bubblewrap does not work here: "
                                + completion.output().text().strip());
    }

    /**
     * What a process sees besides the system.
     *
     * @param directory its working directory
     * @param readable what it can read, though it lies where the sandbox is empty
     * @param writable what it can write to
     * @param network whether it may reach the network
     */
    record Place(Path directory, List<Path> readable, List<Path> writable, boolean network) {}

    /** The beginning of a command line that runs the rest of it in the sandbox. */
    List<String> command(Place place, List<String> rest) {
        List<String> command = new ArrayList<>(List.of(bubblewrap.toString(), "--unshare-all", "--die-with-parent"));
        if (place.network()) {
            command.add("--share-net");
        }
        command.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        for (String hidden : List.of(environment.getOrDefault("HOME", ""), "/tmp", "/var/tmp", "/run", "/dev/shm")) {
            // An empty HOME, or the root as a home, would hide the system.
            if (hidden.length() > 1 && Files.isDirectory(Path.of(hidden))) {
                command.addAll(List.of("--size", Long.toString(TEMPORARY_BYTES), "--tmpfs", hidden));
            }
        }
        bind(command, "--ro-bind", place.readable());
        bind(command, "--ro-bind", List.of(place.directory()));
        bind(command, "--bind", place.writable());
        for (String secret : List.of("credentials.toml", "credentials")) {
            Path file = cargoHome().resolve(secret);
            if (Files.exists(file)) {
                command.addAll(List.of("--ro-bind-try", "/dev/null", file.toString()));
            }
        }
        command.addAll(List.of(
                "--setenv", "TMPDIR", "/tmp", "--chdir", place.directory().toString(), "--"));
        command.addAll(rest);
        return command;
    }

    private static void bind(List<String> command, String how, List<Path> paths) {
        for (Path path : paths) {
            String name = path.toString();
            if (!name.equals("/") && Files.exists(path)) {
                command.addAll(List.of(how, name, name));
            }
        }
    }

    /** cargo's own directory, where the sources of the dependencies lie. */
    Path cargoHome() {
        return named("CARGO_HOME", ".cargo");
    }

    /** Where rustup keeps its toolchains. */
    Path rustupHome() {
        return named("RUSTUP_HOME", ".rustup");
    }

    private Path named(String variable, String usual) {
        String named = environment.getOrDefault(variable, "");
        return named.isEmpty() ? Path.of(environment.getOrDefault("HOME", "/"), usual) : Path.of(named);
    }
}
