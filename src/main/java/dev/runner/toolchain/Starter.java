package dev.runner.toolchain;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes the command line that starts a program under limits: a session of its own ({@code setsid}), the sandbox if there is
 * one, and the system's limits ({@code prlimit}). Each of these becomes the next without another process between, but for
 * the sandbox, which waits for its own. Where the system lacks one of the tools, its part is left out.
 */
final class Starter {
    private final Confinement confinement;
    private final List<String> session;
    private final Optional<String> limiter;
    private final List<Path> alsoReadable = new CopyOnWriteArrayList<>();

    /** @param environment the environment that we were started in */
    Starter(Map<String, String> environment, Confinement confinement) {
        this.confinement = confinement;
        this.session = onPath("setsid", environment).map(List::of).orElse(List.of());
        this.limiter = onPath("prlimit", environment);
    }

    /** From now on programs can read that directory too. */
    void readable(Path directory) {
        alsoReadable.add(directory);
    }

    List<String> command(Path program, Invocation invocation) {
        List<String> inner = new ArrayList<>(limits(invocation));
        inner.add(program.toString());
        inner.addAll(invocation.arguments());
        List<String> command = new ArrayList<>(session);
        Optional<Sandbox> sandbox = confinement.sandbox();
        command.addAll(
                sandbox.isPresent() ? sandbox.get().command(place(sandbox.get(), program, invocation), inner) : inner);
        return command;
    }

    /** No core files, no file beyond the limit and, for a learner's program, no more memory than allowed. */
    private List<String> limits(Invocation invocation) {
        if (limiter.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(
                limiter.get(), "--core=0", "--fsize=" + invocation.limits().fileBytes()));
        if (invocation.limits().boundedMemory() && confinement.memoryBytes() > 0) {
            command.add("--as=" + confinement.memoryBytes());
        }
        command.add("--");
        return command;
    }

    private Sandbox.Place place(Sandbox sandbox, Path program, Invocation invocation) {
        List<Path> readable = new ArrayList<>(invocation.readable());
        List<Path> writable = new ArrayList<>(invocation.writable());
        Path directory = program.toAbsolutePath().getParent();
        if (directory != null) {
            // A tool lies in its sysroot's bin and needs the rest of it; a program lies where it was built.
            Path above = directory.getParent();
            boolean tool = invocation.program() instanceof Program.Toolchained && directory.endsWith("bin");
            readable.add(tool && above != null ? above : directory);
        }
        readable.add(sandbox.rustupHome());
        readable.addAll(alsoReadable);
        if (invocation.network()) {
            writable.add(sandbox.cargoHome());
        } else if (invocation.program() instanceof Program.Toolchained) {
            readable.add(sandbox.cargoHome());
        }
        return new Sandbox.Place(invocation.directory(), readable, writable, invocation.network());
    }

    private static Optional<String> onPath(String name, Map<String, String> environment) {
        for (String place : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (place.startsWith("/") && Files.isExecutable(Path.of(place, name))) {
                return Optional.of(place + "/" + name);
            }
        }
        return Optional.empty();
    }
}
