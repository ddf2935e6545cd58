package dev.runner.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * A runner as small as can be: runs a shell script, says so on its standard output when the script says that it is ready,
 * and waits for its end.
 */
final class GuardedMain {
    private GuardedMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Path shell = Path.of("/bin/sh");
        Invocation invocation =
                Invocation.of(shell, List.of("-c", arguments[0]), Path.of("").toAbsolutePath(), Limits.PROGRAM);
        new Processes(System.getenv()).run(shell, invocation, new Cancellation(), line -> {
            System.out.println(line);
            System.out.flush();
        });
        System.out.println("ended");
    }
}
