package dev.runner.cli;

import dev.runner.testing.FixedClock;
import dev.runner.testing.Invoked;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.LocalToolchain;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.ToolchainException;
import dev.runner.view.FullScreen;
import dev.runner.view.Key;
import dev.runner.view.StreamTerminal;
import dev.runner.view.Terminal;
import dev.runner.view.Theme;
import dev.runner.watch.Keyboard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A course in a directory of its own, and command lines tried on it without a process of their own. */
abstract class CliCase {
    static final String BROKEN = "// TODO: mend it\nfn main() {\n    printl!(\"on\");\n}\n";
    static final String MENDED = "fn main() {\n    println!(\"on\");\n}\n";
    static final String ADDS = """
            // TODO: add them
            fn add(a: u32, b: u32) -> u32 {
                a - b
            }

            fn main() {
                println!("{}", add(2, 1));
            }

            #[cfg(test)]
            mod tests {
                use super::*;

                #[test]
                fn two_and_one_are_three() {
                    assert_eq!(add(2, 1), 3);
                }
            }
            """;
    private static final String INFO = """
            format_version = 1
            final_message = "Well done."

            [[exercises]]
            name = "lamp1"
            dir = "01_lamps"
            test = false
            hint = "Look at the name.\\n---\\nIt is a macro.\\n---\\nprint and then ln"

            [[exercises]]
            name = "sum1"
            dir = "02_sums"
            hint = "Which sign?\\n---\\nThe other one.\\n---\\na and b"
            """;

    @TempDir
    Path machine;

    Path course = Path.of("");
    final Map<String, String> environment = new HashMap<>(System.getenv());

    @Nullable
    Path home;

    Toolchains toolchains = this::local;
    LongSupplier nanoTime = System::nanoTime;

    /** Of the terminal that is written to; 0 where that is a file. */
    int terminalWidth;

    @BeforeEach
    void writeCourse() throws IOException {
        course = Files.createDirectory(machine.resolve("course"));
        // Nothing that is remembered from another test, or from whoever works here.
        environment.put("XDG_CACHE_HOME", machine.resolve("cache").toString());
        write("info.toml", INFO);
        write("exercises/01_lamps/lamp1.rs", BROKEN);
        write("exercises/02_sums/sum1.rs", ADDS);
        write("solutions/01_lamps/lamp1.rs", MENDED);
    }

    final void write(String name, String text) throws IOException {
        Path file = course.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    final void solve() throws IOException {
        write("exercises/01_lamps/lamp1.rs", MENDED);
        write("exercises/02_sums/sum1.rs", ADDS.replace("a - b", "a + b"));
    }

    final String read(String name) throws IOException {
        return Files.readString(course.resolve(name));
    }

    /** Runs a command line in the course's directory. */
    final Invoked runner(String... arguments) {
        return runnerIn(course, arguments);
    }

    final Invoked runnerIn(Path directory, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new StreamTerminal(
                stream(out), stream(err), Theme.PLAIN, terminalWidth > 0, () -> terminalWidth > 0 ? terminalWidth : 80);
        Context context = new Context(
                choice -> terminal,
                directory,
                environment,
                new FixedClock(),
                nanoTime,
                toolchains,
                Optional.ofNullable(home),
                new NobodysKeyboard(),
                choice -> new NoScreen(),
                new Cancellation(),
                new CommonOptions(),
                "1.2.3");
        int code = new Cli(context).run(arguments);
        return new Invoked(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Toolchain local(Path directory, Confinement confinement) {
        try {
            return LocalToolchain.locate(directory, environment, confinement);
        } catch (InterruptedException interrupted) {
            throw new ToolchainException("interrupted", "try again");
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Makes the course a git repository with everything in it committed. */
    final void commit() {
        for (String command :
                new String[] {"git init -q", "git add -A", "git -c user.name=a -c user.email=a@b commit -q -m start"}) {
            try {
                Process process = new ProcessBuilder(command.split(" ", -1))
                        .directory(course.toFile())
                        .redirectErrorStream(true)
                        .start();
                process.getInputStream().readAllBytes();
                process.onExit().join();
            } catch (IOException noGit) {
                throw new UncheckedIOException(noGit);
            }
        }
    }

    /** Nobody is there. */
    static final class NobodysKeyboard implements Keyboard {
        @Override
        public boolean attended() {
            return false;
        }

        @Override
        public boolean confirm(String question) {
            return false;
        }

        @Override
        public Listening listen(IntConsumer keys) {
            keys.accept(-1);
            return () -> {};
        }
    }

    /** There is no terminal. */
    static final class NoScreen implements FullScreen.Opener {
        @Override
        public boolean possible() {
            return false;
        }

        @Override
        public void prepare() {
            throw new IllegalStateException("there is no terminal");
        }

        @Override
        public FullScreen open(Consumer<Key> keys, Runnable changed) {
            throw new IllegalStateException("there is no terminal");
        }
    }
}
