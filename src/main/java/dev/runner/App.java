package dev.runner;

import dev.runner.cli.Cli;
import dev.runner.cli.ColourChoice;
import dev.runner.cli.CommonOptions;
import dev.runner.cli.Context;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.LocalToolchain;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.ToolchainException;
import dev.runner.view.ColourRule;
import dev.runner.view.FullScreen;
import dev.runner.view.JLineScreen;
import dev.runner.view.StreamTerminal;
import dev.runner.view.Terminal;
import dev.runner.view.Theme;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The program, put together for the real world. */
final class App {
    private final Map<String, String> environment = System.getenv();
    private final Console console = new Console(environment);
    private final Map<ColourChoice, Terminal> terminals = new EnumMap<>(ColourChoice.class);

    private final Path directory;

    /** @param directory the working directory, absolute */
    App(Path directory) {
        this.directory = directory;
    }

    /** Runs the command line; the exit code. */
    int run(String... args) {
        Context context = new Context(
                this::terminal,
                directory,
                environment,
                Clock.systemUTC(),
                System::nanoTime,
                this::toolchain,
                Optional.ofNullable(System.getProperty("runner.home")).map(Path::of),
                new TerminalKeyboard(console, System.in, utf8(FileDescriptor.out)),
                this::screen,
                new Cancellation(),
                new CommonOptions(),
                version());
        return new Cli(context).run(args);
    }

    private Terminal terminal(ColourChoice choice) {
        return terminals.computeIfAbsent(choice, this::makeTerminal);
    }

    private Terminal makeTerminal(ColourChoice choice) {
        boolean interactive = console.outputIsTerminal();
        Theme usual = ColourRule.of(environment, interactive);
        boolean colour = choice == ColourChoice.ALWAYS || choice == ColourChoice.AUTO && usual.colour();
        interactive = interactive && !environment.getOrDefault("TERM", "").equals("dumb");
        StreamTerminal terminal = new StreamTerminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                new Theme(colour, usual.unicode()),
                interactive,
                console::columns);
        if (interactive) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> leave(terminal), "terminal-farewell"));
        }
        return terminal;
    }

    /** Also after Ctrl-C; but a terminal that takes no text, as after Ctrl-S, keeps no process alive. */
    private static void leave(StreamTerminal terminal) {
        Thread last = new Thread(terminal::leave, "terminal-last-words");
        last.setDaemon(true);
        last.start();
        try {
            last.join(200);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private FullScreen.Opener screen(ColourChoice choice) {
        boolean possible = console.inputIsTerminal() && terminal(choice).interactive();
        return new JLineScreen.SystemOpener(possible, () -> {
            Theme theme = terminal(choice).theme();
            return new Theme(theme.colour(), theme.unicode(), theme.colour() && ColourRule.knowsLinks(environment));
        });
    }

    private Toolchain toolchain(Path directory, Confinement confinement) {
        try {
            LocalToolchain located = LocalToolchain.locate(directory, environment, confinement);
            if (confinement.strangers() || confinement.sandbox().isPresent()) {
                // A process that stays could be reached by what strangers hand in; and a sandbox is one run's.
                return located;
            }
            LocalToolchain forking = located.forking(environment);
            Runtime.getRuntime().addShutdownHook(new Thread(forking::close, "toolchain-farewell"));
            return forking;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ToolchainException("interrupted", "try again");
        }
    }

    /** Texts of courses are in any language, whatever the locale says. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** The manifest has it where this runs from the jar, for less than reading a resource. */
    private static String version() {
        String packaged = App.class.getPackage().getImplementationVersion();
        return packaged == null ? versionOfClasses() : packaged;
    }

    private static String versionOfClasses() {
        try (InputStream stream = App.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            if (stream != null) {
                properties.load(stream);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException unreadable) {
            return "unknown";
        }
    }
}
