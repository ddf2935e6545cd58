package dev.runner.cli;

import dev.runner.toolchain.Cancellation;
import dev.runner.view.FullScreen;
import dev.runner.view.Terminal;
import dev.runner.watch.Keyboard;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What the commands get from outside: the composition root makes it for the real world, a test for its own.
 *
 * @param terminals makes the terminal for a choice of {@code --color}
 * @param directory the working directory
 * @param environment the process's environment
 * @param clock for times that are kept
 * @param nanoTime for times that are measured
 * @param toolchains finds the toolchain that is active in a directory
 * @param home where the launcher lies, if there was one
 * @param keyboard the keys that a learner presses while watching, and whether there is anybody to press some
 * @param screens takes the whole terminal over, for a choice of {@code --color}
 * @param interruption asked for when the process is to end
 * @param options what every command takes; filled in when the command line is read
 * @param version our version
 */
public record Context(
        Function<ColourChoice, Terminal> terminals,
        Path directory,
        Map<String, String> environment,
        Clock clock,
        LongSupplier nanoTime,
        Toolchains toolchains,
        Optional<Path> home,
        Keyboard keyboard,
        Function<ColourChoice, FullScreen.Opener> screens,
        Cancellation interruption,
        CommonOptions options,
        String version) {
    public Context {
        environment = Map.copyOf(environment);
    }
}
