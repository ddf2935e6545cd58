package dev.runner.toolchain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Other programs of this machine, run under the same limits as the toolchain's. */
public final class LocalPrograms {
    private final Map<String, String> environment;
    private final Processes processes;

    /** @param environment the environment that we were started in */
    public LocalPrograms(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        this.processes = new Processes(environment);
    }

    /** The program of that name on the search path. */
    public Optional<Path> find(String name) {
        for (String place : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String ending : new String[] {"", ".exe"}) {
                try {
                    Path candidate = Path.of(place, name + ending);
                    if (!place.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                        return Optional.of(candidate);
                    }
                } catch (InvalidPathException notForUs) {
                    // A search path may hold anything.
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Runs an invocation of a {@link Program.Built}; see {@link Toolchain#run}.
     *
     * @throws ToolchainException if it can't be started
     */
    public Completion run(Invocation invocation, Cancellation cancellation) throws InterruptedException {
        Path binary = ((Program.Built) invocation.program()).binary();
        return processes.run(binary, invocation, cancellation, OutputListener.NONE);
    }
}
