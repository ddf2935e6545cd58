package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A machine of our own for the launcher: a clone, a home directory, a {@code PATH} with nothing but
 * what is put there, and JDKs and a Maven that are shell scripts. The places outside the home
 * directory where the launcher looks for JDKs are moved below {@code machine}.
 */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "find",
            "readlink",
            "mkdir",
            "rmdir",
            "rm",
            "mv",
            "touch",
            "tail",
            "sleep",
            "grep",
            "ps",
            "wc",
            "nice",
            "sync");
    private static final List<String> SYSTEM_PLACES =
            List.of("/usr/lib/jvm", "/Library/Java", "/opt/homebrew/opt", "/usr/local/opt");

    final Path machine;
    final Path home;
    final Path bin;
    final Map<String, String> environment = new HashMap<>();

    /** A clone in {@code machine/name}, built, with no JDK and no Maven anywhere. */
    Checkout(Path machine, String name) throws IOException {
        this.machine = machine.toRealPath();
        this.home = Files.createDirectories(this.machine.resolve(name));
        this.bin = Files.createDirectories(this.machine.resolve("bin"));
        for (String tool : TOOLS) {
            script(bin.resolve(tool), "#!/bin/sh\nexec " + realTool(tool) + " \"$@\"\n");
        }
        environment.put("PATH", bin.toString());
        environment.put(
                "HOME", Files.createDirectories(this.machine.resolve("user")).toString());
        script(home.resolve("runner"), launcher());
        source("pom.xml");
        source("src/main/java/App.java");
        source("exercises/00_intro/intro1.rs");
        source("target/runner.jar");
        touched("target/runner.jar", Instant.now().minusSeconds(50));
    }

    private String launcher() throws IOException {
        String text = Files.readString(Path.of("runner"));
        for (String place : SYSTEM_PLACES) {
            assertThat(text).contains('"' + place);
            text = text.replace('"' + place, '"' + machine.toString() + place);
        }
        return text;
    }

    static Path realTool(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(dir -> Path.of(dir, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need " + name));
    }

    /** A file of the clone that is older than its jar. */
    Path source(String name) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        FileTime old = FileTime.from(Instant.now().minusSeconds(100));
        Files.setLastModifiedTime(home, old);
        Path at = home;
        for (Path part : Path.of(name)) {
            at = at.resolve(part);
            Files.setLastModifiedTime(at, old);
        }
        return file;
    }

    void touched(String name, Instant when) throws IOException {
        Files.setLastModifiedTime(home.resolve(name), FileTime.from(when));
    }

    void withoutJar() throws IOException {
        Files.delete(home.resolve("target/runner.jar"));
    }

    /** A JDK below {@code machine} whose java prints its directory's name and its arguments. */
    Path jdk(String place, String version) throws IOException {
        Path directory = jre(place, version);
        script(directory.resolve("bin/javac"), "#!/bin/sh\n");
        return directory;
    }

    Path jre(String place, String version) throws IOException {
        Path directory = machine.resolve(place);
        Files.createDirectories(directory.resolve("bin"));
        Files.writeString(
                directory.resolve("release"),
                "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        script(directory.resolve("bin/java"), """
                #!/bin/sh
                echo "java: %s"
                for argument in "$@"; do echo "[$argument]"; done
                exit "${FAKE_EXIT:-0}"
                """.formatted(directory.getFileName()));
        return directory;
    }

    /** A Maven that notes each run in {@code machine/builds}, then does {@code body}. */
    void maven(String body) throws IOException {
        script(bin.resolve("mvn"), "#!/bin/sh\necho \"$JAVA_HOME\" >>'" + machine + "/builds'\n" + body);
    }

    /**
     * What a {@link #maven} does that writes half of the jar, and the rest only when there is a file
     * {@code machine/go}.
     */
    String writesTheJarSlowly() {
        return """
                for argument in "$@"; do
                    case $argument in -Drunner.jar=*) jar=${argument#*=} ;; esac
                done
                printf 'half' >"$jar"
                until [ -f '%s/go' ]; do sleep 1; done
                printf ' and half' >>"$jar"
                """.formatted(machine);
    }

    void go() throws IOException {
        Files.createFile(machine.resolve("go"));
    }

    List<String> builds() throws IOException {
        Path file = machine.resolve("builds");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    Run run(String... arguments) {
        return run(machine, home.resolve("runner").toString(), arguments);
    }

    Run run(Path directory, String program, String... arguments) {
        return start(directory, program, arguments).join();
    }

    /** Sends a signal, by its name without SIG; a process that has ended by itself is none the worse. */
    void send(String signal, String process) {
        run(machine, "/bin/sh", "-c", "kill -s \"$0\" \"$1\"", signal, process);
    }

    /** Starts the launcher; its output goes to files, so nothing waits for a reader. */
    Started start(Path directory, String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(program);
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(machine, "out", "");
            Path err = Files.createTempFile(machine, "err", "");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launcher that runs. */
    record Started(Process process, Path out, Path err) {
        /** Returns as soon as the launcher has said this. */
        void awaitSaying(String text) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.readString(err).contains(text)) {
                assertThat(System.nanoTime()).as("still not said: " + text).isLessThan(end);
                // Also false while it runs; true would be the end without a word.
                assertThat(process.waitFor(20, TimeUnit.MILLISECONDS)
                                && !Files.readString(err).contains(text))
                        .as("ended without saying: " + text)
                        .isFalse();
            }
        }

        Run join() {
            try {
                assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
                return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    /** What a launcher did. */
    record Run(int exit, String out, String err) {
        String java() {
            return out.lines().findFirst().orElse("");
        }

        /** The arguments behind {@code -jar FILE}, those that the program gets. */
        List<String> arguments() {
            List<String> all = out.lines().skip(1).toList();
            return all.subList(all.indexOf("[-jar]") + 2, all.size());
        }
    }
}
