package dev.runner.toolchain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs compilers as forks of one that is loaded already, where that is possible and gives what starting them would: on
 * Linux, for what loads no code of others. Whatever is unusual is left to be done by starting: a compiler that crashed, a
 * server that ended. Safe for use by many threads.
 *
 * <p>Each tool has a server of its own: clippy-driver could be a rustc, too, with its option {@code --rustc}, but writes
 * {@code std::option::Option} in its messages then where rustc writes {@code Option}.
 */
final class Forks implements AutoCloseable {
    private static final Set<Tool> TOOLS = Set.of(Tool.RUSTC, Tool.CLIPPY_DRIVER);
    /** Without the library so many runs are waited for before it is built: it costs what they would gain. */
    private static final int FEW = 4;
    /** Longer than a learner thinks between two saves; 7 MB for each tool are held so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ForkLibrary library;
    private final Processes processes;
    private final Map<Tool, ForkServer> servers = new HashMap<>();
    private int missed;
    private boolean useless;

    private Forks(ForkLibrary library, Processes processes) {
        this.library = library;
        this.processes = processes;
    }

    /**
     * Looks whether it is possible here.
     *
     * @param environment the environment that we were started in; {@code RUNNER_NO_FORK_SERVER} asks to do without
     */
    static Optional<Forks> of(Map<String, String> environment, ToolchainLocator.Located located, Processes processes) {
        Path rustc = located.tools().get(Tool.RUSTC);
        Optional<Path> caches = CacheHome.of(environment);
        if (rustc == null || caches.isEmpty() || !isKnownSystem() || isUnwanted(environment)) {
            return Optional.empty();
        }
        return Optional.of(new Forks(new ForkLibrary(caches.get(), located.release(), rustc, processes), processes));
    }

    /** The numbers in {@code fork_server.rs} are those of these; and the protocol's strings are UTF-8. */
    private static boolean isKnownSystem() {
        String architecture = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return System.getProperty("os.name", "").equals("Linux")
                && (architecture.equals("amd64") || architecture.equals("aarch64"))
                && System.getProperty("sun.jnu.encoding", "").equalsIgnoreCase("UTF-8");
    }

    /** Who has something preloaded wants it in the compilers too. */
    private static boolean isUnwanted(Map<String, String> environment) {
        return !environment.getOrDefault("RUNNER_NO_FORK_SERVER", "").isEmpty()
                || environment.containsKey("LD_PRELOAD")
                || environment.containsKey("LD_BIND_NOW");
    }

    /** What came of it; empty if it is to be started instead. */
    Optional<Completion> run(Path program, Invocation invocation, Cancellation cancellation)
            throws InterruptedException {
        if (!fits(invocation)) {
            return Optional.empty();
        }
        Tool tool = ((Program.Toolchained) invocation.program()).tool();
        Optional<ForkServer> server = server(tool, program);
        if (server.isEmpty()) {
            return Optional.empty();
        }
        return server.get()
                .run(program, invocation, processes.variables(invocation), cancellation)
                .filter(Forks::isUsual);
    }

    /** A fork is found by nobody but its server, so that it must leave nothing behind. */
    private static boolean fits(Invocation invocation) {
        return invocation.program() instanceof Program.Toolchained compiler
                && TOOLS.contains(compiler.tool())
                && !invocation.orphans()
                && !invocation.merged();
    }

    /** It compiled, it refused, or we stopped it. */
    private static boolean isUsual(Completion completion) {
        return completion.end() != Completion.End.EXITED || completion.exitCode() == 0 || completion.exitCode() == 1;
    }

    private synchronized Optional<ForkServer> server(Tool tool, Path program) throws InterruptedException {
        if (useless) {
            return Optional.empty();
        }
        ForkServer known = servers.get(tool);
        if (known != null && !known.hasEnded()) {
            return Optional.of(known);
        }
        Optional<Path> built = library.find();
        if (built.isEmpty()) {
            missed++;
            if (missed == FEW) {
                buildLater();
            }
            return Optional.empty();
        }
        try {
            ForkServer started = processes.startForkServer(program, built.get(), PATIENCE);
            servers.put(tool, started);
            return Optional.of(started);
        } catch (IOException notHere) {
            useless = true;
            library.doubt();
            return Optional.empty();
        }
    }

    private void buildLater() {
        Thread builder = new Thread(
                () -> {
                    try {
                        library.build();
                    } catch (InterruptedException ending) {
                        Thread.currentThread().interrupt();
                    }
                },
                "fork-library");
        builder.setDaemon(true);
        builder.start();
    }

    /** Ends the servers, and what they run. */
    @Override
    public synchronized void close() {
        useless = true;
        servers.values().forEach(ForkServer::close);
        try {
            for (ForkServer server : servers.values()) {
                server.awaitEnd();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        servers.clear();
    }
}
