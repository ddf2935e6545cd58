package dev.runner.toolchain;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One process to run: standard input is empty, and there is never a shell between.
 *
 * @param program what is started
 * @param arguments its arguments
 * @param directory its working directory
 * @param environment set on top of the environment that we were started in; an empty value takes a variable away
 * @param limits what it may use
 * @param merged whether standard error is written into standard output, in the order of writing
 * @param readable what it may read besides where it runs in a sandbox
 * @param writable what it may write to where it runs in a sandbox
 * @param network whether it may reach the network where it runs in a sandbox
 * @param orphans whether something that it starts could outlive it; then that is looked for and ended
 */
public record Invocation(
        Program program,
        List<String> arguments,
        Path directory,
        Map<String, String> environment,
        Limits limits,
        boolean merged,
        List<Path> readable,
        List<Path> writable,
        boolean network,
        boolean orphans) {
    public Invocation {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A tool of the toolchain, its two streams apart. */
    public static Invocation of(Tool tool, List<String> arguments, Path directory) {
        return new Invocation(
                new Program.Toolchained(tool),
                arguments,
                directory,
                Map.of(),
                Limits.COMPILER,
                false,
                List.of(),
                List.of(),
                false,
                true);
    }

    /** A learner's program, its two streams as one. */
    public static Invocation of(Path binary, List<String> arguments, Path directory, Limits limits) {
        return new Invocation(
                new Program.Built(binary),
                arguments,
                directory,
                Map.of(),
                limits,
                true,
                List.of(),
                List.of(),
                false,
                true);
    }

    /** The same with these variables set instead. */
    public Invocation withEnvironment(Map<String, String> other) {
        return new Invocation(
                program, arguments, directory, other, limits, merged, readable, writable, network, orphans);
    }

    /** The same, which may write to these directories too. */
    public Invocation writing(Path... directories) {
        return new Invocation(
                program,
                arguments,
                directory,
                environment,
                limits,
                merged,
                readable,
                List.of(directories),
                network,
                orphans);
    }

    /** The same, which may read these directories too. */
    public Invocation reading(Path... directories) {
        return new Invocation(
                program,
                arguments,
                directory,
                environment,
                limits,
                merged,
                List.of(directories),
                writable,
                network,
                orphans);
    }

    /** The same, which may reach the network. */
    public Invocation online() {
        return new Invocation(
                program, arguments, directory, environment, limits, merged, readable, writable, true, orphans);
    }

    /** The same with other limits. */
    public Invocation withLimits(Limits other) {
        return new Invocation(
                program, arguments, directory, environment, other, merged, readable, writable, network, orphans);
    }

    /** The same, which waits for everything that it starts: a compiler that loads no code of others. */
    public Invocation withoutOrphans() {
        return new Invocation(
                program, arguments, directory, environment, limits, merged, readable, writable, network, false);
    }
}
