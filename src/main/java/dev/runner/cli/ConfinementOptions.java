package dev.runner.cli;

import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Sandbox;
import dev.runner.toolchain.ToolchainException;
import dev.runner.view.Line;
import dev.runner.view.Style;
import dev.runner.view.Terminal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --memory} and {@code --sandbox}: what strangers' code may take, and where it runs. */
final class ConfinementOptions {
    /** Whether to use a sandbox. */
    enum Choice {
        AUTO,
        ON,
        OFF
    }

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "How much memory a test run or a program may take. Default: 4096; 0 for no limit.")
    long megabytes = Confinement.USUAL_MEMORY >> 20;

    @Option(
            names = "--sandbox",
            paramLabel = "WHEN",
            description = "Build and run in a sandbox (bubblewrap): read-only system, own temporary files, no network,"
                    + " no other process. auto: if it works here; on: or fail; off. Default: off, or auto where"
                    + " strangers' code is judged.")
    @Nullable
    Choice sandbox;

    /**
     * What they ask for; says on the terminal what {@code auto} came to.
     *
     * @param strangers whether the code to judge is somebody else's
     */
    Confinement confinement(boolean strangers, Map<String, String> environment, Terminal terminal)
            throws InterruptedException {
        if (megabytes < 0 || megabytes > 1L << 30) {
            throw new UsageException("--memory " + megabytes + " is no number of megabytes", "give one from 64, or 0");
        }
        if (megabytes > 0 && megabytes < 64) {
            throw new UsageException("--memory " + megabytes + " is too little for any program", "give at least 64");
        }
        Choice choice = sandbox != null ? sandbox : strangers ? Choice.AUTO : Choice.OFF;
        return new Confinement(
                choice == Choice.OFF ? Optional.empty() : found(choice, environment, terminal),
                megabytes << 20,
                strangers);
    }

    private static Optional<Sandbox> found(Choice choice, Map<String, String> environment, Terminal terminal)
            throws InterruptedException {
        Sandbox.Search search = Sandbox.find(environment);
        if (search.sandbox().isEmpty() && choice == Choice.ON) {
            throw new ToolchainException(
                    "there is no sandbox: " + search.obstacle(),
                    "install bubblewrap and allow user namespaces, or leave --sandbox out");
        }
        terminal.remark(Line.of(
                search.sandbox().isPresent()
                        ? "Running in a sandbox (bubblewrap)."
                        : "Running without a sandbox: " + search.obstacle() + ".",
                Style.FAINT));
        return search.sandbox();
    }
}
