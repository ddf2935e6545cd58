package dev.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The archives of a {@link Checkout}: a JDK whose java makes them of a few words, notes each training and waits where a
 * test wants it to, and what of it can be seen. A launcher makes its archives' directory before it leaves a trainer
 * behind, and a trainer first tries to make its lock; {@code mkdir} notes both, so nothing here waits by the clock.
 */
final class Archives {
    private static final String MKDIR = """
            #!/bin/sh
            case $1 in -p)
                if [ -f 'MACHINE/hold' ]; then
                    mv 'MACHINE/hold' 'MACHINE/held'
                    until [ -f 'MACHINE/release' ]; do sleep 0.02; done
                fi ;;
            lock) [ ! -f 'MACHINE/taken' ] || MKDIR "$PPID.25000003" ;;
            esac
            MKDIR "$@"
            result=$?
            echo "$PPID $result $*" >>'MACHINE/mkdirs'
            exit $result
            """;

    private static final String JAVA = """
            #!/bin/sh
            made='' classes='' dump='' training='' version=''
            for argument in "$@"; do
                case $argument in
                    -XX:AOTCacheOutput=* | -XX:SharedArchiveFile=*) made=${argument#*=} ;;
                    -XX:DumpLoadedClassList=*) classes=${argument#*=} ;;
                    -Xshare:dump) dump=yes ;;
                    -Drunner.training=*) training=${argument#*=} ;;
                    --version) version=yes ;;
                esac
            done
            if [ -n "$training" ]; then
                echo 'chatter of the training'
                echo 'its errors' >&2
                echo "$$" >'MACHINE/trained-by'
                [ -n "$dump" ] || echo "$training" >>'MACHINE/trainings'
                [ ! -f 'MACHINE/training' ] || . 'MACHINE/training'
                if [ -n "$classes" ]; then echo classes >"$classes"; else echo "archive for $training" >"$made"; fi
                exit 0
            fi
            if [ -n "$version" ]; then
                [ ! -f 'MACHINE/refused' ] || exit 1
                echo 'runner 0'
                exit 0
            fi
            echo "java: fake"
            for argument in "$@"; do echo "[$argument]"; done
            exit "${FAKE_EXIT:-0}"
            """;

    /** In seconds; what is waited for takes one, a real training ten, on a busy machine far more. */
    private static final long DEADLINE = 120;

    final Checkout checkout;
    final Path jdk;

    /** The archives that belong to a JDK of this version, the only one on the machine. */
    Archives(Checkout checkout, String version) throws IOException {
        this.checkout = checkout;
        jdk = checkout.jdk("usr/lib/jvm/it", version);
        Checkout.script(jdk.resolve("bin/java"), in(JAVA));
        Files.createDirectories(jdk.resolve("lib"));
        Files.writeString(jdk.resolve("lib/modules"), "modules");
        Checkout.script(
                checkout.bin.resolve("mkdir"),
                in(MKDIR).replace("MKDIR", Checkout.realTool("mkdir").toString()));
    }

    private String in(String script) {
        return script.replace("MACHINE", checkout.machine.toString());
    }

    /** Where a clone has them. */
    Path directory() {
        return below(checkout.home.resolve("target/archives"));
    }

    Path below(Path archives) {
        return Path.of(archives.toString() + jdk);
    }

    /** What each training does in the shell before it writes its file to {@code $made}. */
    void training(String body) throws IOException {
        Files.writeString(checkout.machine.resolve("training"), in(body));
    }

    /** Trainings stand still until {@link #go}. */
    void trainingsWait() throws IOException {
        training("until [ -f 'MACHINE/go' ]; do sleep 0.02; done\n");
    }

    void go() throws IOException {
        checkout.go();
    }

    /** The JVM won't start with what the trainings make. */
    void refused() throws IOException {
        Files.createFile(checkout.machine.resolve("refused"));
    }

    /** The next start that is about to leave a trainer behind stands still until {@link #release}. */
    void holdTheNextStart() throws IOException {
        Files.createFile(checkout.machine.resolve("hold"));
    }

    /** From now on the name that a trainer would give to its generation is taken. */
    void takeNames() throws IOException {
        Files.createFile(checkout.machine.resolve("taken"));
    }

    void awaitHeld() {
        await("a start held", () -> Files.exists(checkout.machine.resolve("held")));
    }

    void release() throws IOException {
        Files.createFile(checkout.machine.resolve("release"));
    }

    /** The kinds that were trained, in this order. */
    List<String> trainings() throws IOException {
        return lines("trainings");
    }

    /** How often a start found that a training was due. */
    long asked() throws IOException {
        return mkdirs(line -> line.contains(" 0 -p ")).size();
    }

    /** The numbers of all trainers there have been. */
    List<String> trainers() throws IOException {
        return mkdirs(line -> line.endsWith(" lock")).stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    private List<String> mkdirs(Predicate<String> wanted) throws IOException {
        return lines("mkdirs").stream().filter(wanted).toList();
    }

    private List<String> lines(String name) throws IOException {
        Path file = checkout.machine.resolve(name);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** Returns when all trainers that the starts up to now left behind have got to the lock. */
    void awaitTrainers() {
        await("trainers", () -> trainers().size() >= asked());
    }

    /** Returns when they have ended. */
    void awaitEnd() {
        awaitTrainers();
        await("the trainers' ends", () -> trainers().stream().noneMatch(Archives::runs));
    }

    /** Sends this signal to the first trainer and all that it started, and returns when they have ended. */
    void endTrainers(String signal) throws IOException {
        String trainer = trainers().get(0);
        List<String> all = new ArrayList<>(List.of(trainer));
        ProcessHandle.of(Long.parseLong(trainer))
                .orElseThrow()
                .descendants()
                .forEach(process -> all.add(String.valueOf(process.pid())));
        all.forEach(process -> checkout.send(signal, process));
        await("the ends of all", () -> all.stream().noneMatch(Archives::runs));
    }

    /** Lets everything go on that stands still, and returns when all trainers have ended. */
    void close() throws IOException {
        for (String name : List.of("go", "release")) {
            Files.writeString(checkout.machine.resolve(name), "");
        }
        awaitEnd();
    }

    /** Returns when this many trainings have begun, with the number of the last one's JVM. */
    String awaitTrainings(int count) throws IOException {
        await(
                count + " trainings",
                () -> trainings().size() >= count && lines("trained-by").size() == 1);
        return lines("trained-by").get(0);
    }

    static boolean runs(String process) {
        if (ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
            return false;
        }
        Path stat = Path.of("/proc", process, "stat");
        try {
            // Where nobody waits for orphans, as in many containers, a dead one keeps its number.
            return !Files.exists(stat) || !Files.readString(stat).contains(") Z ");
        } catch (IOException ended) {
            return false;
        }
    }

    /** The archive that this run's JVM was given, without the directories; empty for none. */
    static String used(Checkout.Run run) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("[-XX:AOTCache=") || line.startsWith("[-XX:SharedArchiveFile="))
                .map(line -> line.substring(1, line.indexOf('=') + 1) + line.substring(line.lastIndexOf('/') + 1))
                .map(line -> line.substring(0, line.length() - 1))
                .reduce("", String::concat);
    }

    /** The directory of the archive that a start would use. */
    Path generation() throws IOException {
        return directory()
                .resolve(Files.readAllLines(directory().resolve("key")).get(0));
    }

    static void await(String what, Condition condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE);
        try {
            while (!condition.holds()) {
                assertThat(System.nanoTime()).as("still waiting for " + what).isLessThan(end);
                Thread.sleep(5);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds() throws IOException;
    }
}
