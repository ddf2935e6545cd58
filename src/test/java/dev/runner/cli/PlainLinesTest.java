package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.FixedClock;
import dev.runner.toolchain.Cancellation;
import dev.runner.view.FullScreen;
import dev.runner.view.Terminal;
import dev.runner.watch.Keyboard;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Command lines that are not given to picocli: they must come to what it would make of them. */
class PlainLinesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "watch",
                "run",
                "verify",
                "hint",
                "list",
                "watch lamp1",
                "run lamp1",
                "hint lamp1",
                "hint list",
                "run hint",
                "run größe",
                "hint a=b",
                "hint a,b",
                "run x${HOME}",
                "run next",
            })
    void aPlainLineIsReadAsPicocliReadsIt(String line) throws IllegalAccessException {
        String[] args = line.split(" ", -1);
        Command plain = Objects.requireNonNull(new Cli(context()).plain(args));
        CommandLine.ParseResult parsed = parser(args[0]).parseArgs(args);
        Object other = Objects.requireNonNull(parsed.subcommand()).commandSpec().userObject();
        assertThat(fields(plain)).isEqualTo(fields(other)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "help",
                "reset lamp1",
                "solution lamp1",
                "course check",
                "course",
                "verify lamp1",
                "list lamp1",
                "hint -h",
                "hint --help",
                "run --",
                "run ${HOME}",
                "run @file",
                "run -C",
                "run --color=never",
                "run lamp1 lamp2",
                "-C dir",
                "--version",
                "-h",
                "Watch",
                "wat",
                "hint 1lamp",
                "hint  ",
            })
    void anyOtherLineIsNotPlain(String line) {
        assertThat(new Cli(context()).plain(line.isEmpty() ? new String[0] : line.split(" ", -1)))
                .isNull();
        assertThat(new Cli(context()).plain("hint", "")).isNull();
    }

    private static CommandLine parser(String command) {
        CommandLine all = Cli.complete(context());
        CommandLine only = new CommandLine(all.getCommandSpec().userObject());
        only.addSubcommand(command, Objects.requireNonNull(all.getSubcommands().get(command)));
        only.setExpandAtFiles(false);
        return only;
    }

    /** Whatever a command holds, also in what it shares with others, by the path of its field. */
    private static Map<String, Object> fields(Object command) throws IllegalAccessException {
        Map<String, Object> fields = new TreeMap<>();
        collect("", command, fields);
        return fields;
    }

    private static void collect(String path, Object object, Map<String, Object> fields) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        || field.getType() == Context.class
                        || field.getType() == Terminal.class) {
                    continue;
                }
                field.setAccessible(true);
                @Nullable Object value = field.get(object);
                String name = path + "." + type.getSimpleName() + "." + field.getName();
                if (value != null
                        && value.getClass().getPackage() == Cli.class.getPackage()
                        && !(value instanceof Enum)) {
                    collect(name, value, fields);
                } else {
                    fields.put(name, value instanceof Object[] array ? Arrays.asList(array) : String.valueOf(value));
                }
            }
        }
    }

    private static Context context() {
        return new Context(
                choice -> {
                    throw new IllegalStateException("nothing is to be said");
                },
                Path.of("course"),
                Map.of(),
                new FixedClock(),
                System::nanoTime,
                (directory, confinement) -> {
                    throw new IllegalStateException("nothing is to be built");
                },
                Optional.empty(),
                new NoKeys(),
                PlainLinesTest::noScreen,
                new Cancellation(),
                new CommonOptions(),
                "1.2.3");
    }

    private static FullScreen.Opener noScreen(ColourChoice choice) {
        throw new IllegalStateException("nothing is to be drawn: " + choice);
    }

    /** Nobody presses any. */
    private static final class NoKeys implements Keyboard {
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
            return () -> {};
        }
    }
}
