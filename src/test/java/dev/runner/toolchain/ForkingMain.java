package dev.runner.toolchain;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A runner as small as can be that compiles one file by a fork server; says so on its standard output when it begins. */
final class ForkingMain {
    private ForkingMain() {}

    // The arguments: rustc, the server's library, a source file, an option for rustc.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path rustc = Path.of(arguments[0]);
        Path directory = Path.of("").toAbsolutePath();
        ForkServer server = ForkServer.start(rustc, Path.of(arguments[1]), Map.of(), Duration.ofMinutes(1));
        System.out.println("started");
        System.out.flush();
        Invocation invocation = Invocation.of(Tool.RUSTC, List.of(arguments[3], arguments[2]), directory);
        server.run(rustc, invocation, Map.of(), new Cancellation());
        System.out.println("ended");
    }
}
