package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.testing.Jvms;
import dev.runner.testing.Marked;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compilers that stay loaded, held against those that are started. A linker of the test's own, which is a shell script,
 * shows what a compiler does while it runs.
 */
@EnabledOnOs(
        value = OS.LINUX,
        architectures = {"amd64", "aarch64"})
class ForkServerIT {
    private static final String GOOD = "fn main() {\n    println!(\"good\");\n}\n";
    private static final String LINTED = "fn main() {\n    let unused = 3;\n    let _x = vec![1].len() == 0;\n}\n";
    private static final String WRONG = "fn main() {\n    let number: Option<u16> = \"größer\";\n}\n";
    private static final String UNREADABLE = "fn main( {\n";
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long DONE_WAITING_NANOS = Duration.ofSeconds(30).toNanos();

    @TempDir
    private static Path shared;

    private static @Nullable Path built;

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final Marked mark = new Marked();
    private final List<LocalToolchain> opened = new ArrayList<>();

    @BeforeEach
    void emptyCache() {
        environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        environment.remove("LD_PRELOAD");
        environment.remove("LD_BIND_NOW");
        environment.remove("RUNNER_NO_FORK_SERVER");
    }

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        opened.forEach(LocalToolchain::close);
        assertThat(mark.leftAtLast()).isEmpty();
    }

    @Test
    void theSourceIsFormattedAndClippyHasNothingToSayOfIt() throws IOException, InterruptedException {
        Path source = Path.of("src/main/resources/dev/runner/toolchain/fork_server.rs")
                .toAbsolutePath();
        Invocation format =
                Invocation.of(Tool.RUSTFMT, List.of("--check", "--edition=2021", source.toString()), directory);
        assertThat(locate().run(format, new Cancellation()).output()).isEqualTo(Transcript.EMPTY);
        List<String> lint =
                List.of("--edition=2021", "--crate-type=cdylib", "--emit=metadata", "-oout.rmeta", source.toString());
        Completion linted = locate().run(invocation(Tool.CLIPPY_DRIVER, locate(), lint, directory), new Cancellation());
        assertThat(linted.succeeded()).isTrue();
        assertThat(linted.errors()).isEqualTo(Transcript.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tool.class,
            names = {"RUSTC", "CLIPPY_DRIVER"})
    void aForkSaysWhatAStartedCompilerSays(Tool tool) throws IOException, InterruptedException {
        LocalToolchain started = locate();
        LocalToolchain forking = built();
        Path elsewhere = Files.createDirectories(directory.resolve("Übung 1"));
        for (String text : List.of(GOOD, LINTED, WRONG, UNREADABLE)) {
            Files.writeString(elsewhere.resolve("größe.rs"), text);
            for (List<String> how : List.of(
                    List.of("--emit=metadata", "-o", "out.rmeta"),
                    List.of("--test", "--emit=metadata", "--error-format=json", "-o", "out.rmeta"),
                    List.of("-o", "program"),
                    List.of("--no-such-option"))) {
                List<String> arguments = with(how, "--edition=2024", "größe.rs");
                Invocation invocation = invocation(tool, started, arguments, elsewhere);
                Completion expected = started.run(invocation, new Cancellation());
                Completion found = forking.run(invocation, new Cancellation());
                assertThat(found.end()).isEqualTo(expected.end());
                assertThat(found.exitCode()).isEqualTo(expected.exitCode());
                assertThat(found.output()).isEqualTo(expected.output());
                assertThat(found.errors()).isEqualTo(expected.errors());
            }
        }
        assertThat(servers()).hasSize(1);
    }

    @Test
    void manyAtOnceKeepTheirOutputApart() throws Exception {
        LocalToolchain forking = built();
        List<FutureTask<Completion>> runs = new ArrayList<>();
        for (int number = 0; number < 24; number++) {
            String name = "file" + number + ".rs";
            Files.writeString(directory.resolve(name), "fn main() {\n    missing" + number + "();\n}\n");
            FutureTask<Completion> run = new FutureTask<>(
                    () -> forking.run(compile(name, "--emit=metadata", "-o", name + ".out"), new Cancellation()));
            runs.add(run);
            new Thread(run).start();
        }
        for (int number = 0; number < runs.size(); number++) {
            Completion completion = runs.get(number).get();
            assertThat(completion.exitCode()).isEqualTo(1);
            assertThat(completion.errors().text())
                    .contains("--> file" + number + ".rs:2:5", "missing" + number + "`")
                    .contains("aborting due to 1 previous error");
        }
    }

    @Test
    void moreThanAPipeHoldsComesWhole() throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder("fn main() {\n");
        for (int number = 0; number < 3000; number++) {
            text.append("    missing").append(number).append("();\n");
        }
        Files.writeString(directory.resolve("long.rs"), text.append("}\n"));
        Invocation invocation = compile("long.rs", "--emit=metadata", "-o", "out.rmeta");
        Completion found = built().run(invocation, new Cancellation());
        assertThat(found.errors().head()).hasSizeGreaterThan(1 << 18);
        assertThat(found.errors())
                .isEqualTo(locate().run(invocation, new Cancellation()).errors());
    }

    @Test
    void variablesAreThoseThatWereAskedForAndNoneOfTheServers() throws IOException, InterruptedException {
        environment.put("TAKEN_AWAY", "here");
        Path linker = linker("env >" + directory.resolve("seen"));
        write("good.rs", GOOD);
        Invocation invocation = compile("good.rs", "-o", "program", "-Clinker=" + linker)
                .withEnvironment(Map.of("ADDED", "a=b c", "RUSTUP_TOOLCHAIN", ""));
        built().run(invocation, new Cancellation());
        List<String> forked = withoutCookie(Files.readAllLines(directory.resolve("seen")));
        locate().run(invocation, new Cancellation());
        List<String> started = withoutCookie(Files.readAllLines(directory.resolve("seen")));
        assertThat(forked)
                .contains("ADDED=a=b c", "RUST_BACKTRACE=0")
                .noneMatch(line -> line.matches("(LD_PRELOAD|LD_BIND_NOW|RUNNER_FORK_PATIENCE|RUSTUP_TOOLCHAIN)=.*"))
                .containsExactlyInAnyOrderElementsOf(started);
    }

    @Test
    void limitsAreThoseOfAStartedCompiler() throws IOException, InterruptedException {
        Path linker = linker("ulimit -c >" + directory.resolve("seen") + "; ulimit -f >>" + directory.resolve("seen")
                + "; ps -o sid= -p $PPID >>" + directory.resolve("seen"));
        write("good.rs", GOOD);
        built().run(compile("good.rs", "-o", "program", "-Clinker=" + linker), new Cancellation());
        assertThat(Files.readAllLines(directory.resolve("seen")))
                .startsWith("0", Long.toString(Limits.COMPILER.fileBytes() >> 9))
                .last()
                .isNotEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void cancellingEndsACompilerAndWhatItStarted() throws Exception {
        LocalToolchain forking = built();
        Cancellation cancellation = new Cancellation();
        FutureTask<Completion> run = hanging(forking, LONG, cancellation);
        cancellation.cancel();
        assertThat(run.get().end()).isEqualTo(Completion.End.CANCELLED);
        assertThat(mark.leftAtLast()).isEmpty();
    }

    @Test
    void theTimeLimitEndsACompilerAndWhatItStarted() throws Exception {
        // Long enough for a busy machine to come to the linker.
        Duration shortly = Duration.ofSeconds(4);
        assertThat(hanging(built(), shortly, new Cancellation()).get().end()).isEqualTo(Completion.End.TIME_LIMIT);
        assertThat(mark.leftAtLast()).isEmpty();
    }

    @Test
    void anInterruptedThreadEndsACompilerFirst() throws Exception {
        LocalToolchain forking = built();
        Thread[] runner = new Thread[1];
        FutureTask<Completion> run = hanging(forking, LONG, new Cancellation(), runner);
        runner[0].interrupt();
        assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                .isThrownBy(run::get)
                .withCauseInstanceOf(InterruptedException.class);
        assertThat(mark.left()).isEmpty();
    }

    @Test
    void anotherRunIsNotTouchedByACancelledOne() throws Exception {
        LocalToolchain forking = built();
        Cancellation cancellation = new Cancellation();
        FutureTask<Completion> hanging = hanging(forking, LONG, cancellation);
        write("good.rs", GOOD);
        assertThat(forking.run(compile("good.rs", "-o", "program"), new Cancellation())
                        .succeeded())
                .isTrue();
        assertThat(hanging.isDone()).isFalse();
        cancellation.cancel();
        hanging.get();
    }

    @Test
    void whatACompilerSaidThatDidNotEndByItselfIsAskedAgain() throws IOException, InterruptedException {
        Path first = directory.resolve("first");
        Path linker = linker("if [ ! -e %s ]; then touch %s; kill -KILL $PPID; fi".formatted(first, first));
        write("good.rs", GOOD);
        Completion completion =
                built().run(compile("good.rs", "-o", "program", "-Clinker=" + linker), new Cancellation());
        assertThat(first).exists();
        assertThat(completion.exitCode()).isLessThan(128);
    }

    @Test
    void whenAServerIsKilledTheCompilerIsStartedAndTheNextRunHasAServerAgain() throws Exception {
        LocalToolchain forking = built();
        Path first = directory.resolve("first");
        Path linker = linker("if [ ! -e %s ]; then touch %s; exec sleep 1000; fi".formatted(first, first));
        write("good.rs", GOOD);
        Invocation invocation =
                compile("good.rs", "-o", "program", "-Clinker=" + linker).withEnvironment(mark.environment());
        FutureTask<Completion> run = new FutureTask<>(() -> forking.run(invocation, new Cancellation()));
        new Thread(run).start();
        await(first);
        List<ProcessHandle> killed = servers();
        killed.forEach(ProcessHandle::destroyForcibly);
        assertThat(run.get().exitCode()).isZero();
        // Its linker outlives a compiler that is killed with its server; it ends by itself when it is a real one.
        for (String left : mark.left()) {
            ProcessHandle.of(Long.parseLong(left.replaceAll(" .*", ""))).ifPresent(ProcessHandle::destroyForcibly);
        }
        assertThat(forking.run(compile("good.rs", "--emit=metadata", "-o", "out"), new Cancellation())
                        .succeeded())
                .isTrue();
        assertThat(servers()).hasSize(1).doesNotContainAnyElementsOf(killed);
    }

    @Test
    void aServerThatNobodyNeedsEndsByItselfAndSoDoesItsListener() throws Exception {
        Path library = libraryOf(built());
        ForkServer server = ForkServer.start(rustc(), library, Map.of(), Duration.ofSeconds(2));
        server.awaitEnd();
        assertThat(server.hasEnded()).isTrue();
        ProcessHandle.of(server.pid()).ifPresent(ending -> ending.onExit().join());
        write("good.rs", GOOD);
        assertThat(server.run(rustc(), compile("good.rs", "-o", "program"), Map.of(), new Cancellation()))
                .isEmpty();
    }

    @Test
    void aServerAtWorkIsPatient() throws Exception {
        Path library = libraryOf(built());
        try (ForkServer server = ForkServer.start(rustc(), library, mark.environment(), Duration.ofSeconds(2))) {
            Path linker = linker("sleep 3");
            write("good.rs", GOOD);
            assertThat(server.run(
                            rustc(),
                            compile("good.rs", "-o", "program", "-Clinker=" + linker),
                            Map.of(),
                            new Cancellation()))
                    .hasValueSatisfying(
                            completion -> assertThat(completion.exitCode()).isZero());
        }
    }

    @Test
    void theFirstFewRunsAreStartedAndThenTheLibraryIsBuiltOnce() throws IOException, InterruptedException {
        write("good.rs", GOOD);
        LocalToolchain forking = locate().forking(environment);
        opened.add(forking);
        Invocation invocation = compile("good.rs", "--emit=metadata", "-o", "out");
        for (int run = 0; run < 3; run++) {
            forking.run(invocation, new Cancellation());
        }
        assertThat(caches().resolve("fork-server")).doesNotExist();
        forking.run(invocation, new Cancellation());
        Path library = libraryOf(forking);
        forking.run(invocation, new Cancellation());
        assertThat(servers()).hasSize(1);
        assertThat(files(library.resolveSibling(""))).contains(library);
    }

    @Test
    void aLibraryThatIsDamagedIsMadeAnewAndMissedByNobody() throws IOException, InterruptedException {
        Path library = libraryOf(built());
        Files.writeString(library, "no library");
        write("good.rs", GOOD);
        Invocation invocation = compile("good.rs", "--emit=metadata", "-o", "out");
        assertThat(forking().run(invocation, new Cancellation()).succeeded()).isTrue();
        assertThat(servers()).isEmpty();
        assertThat(library).doesNotExist();
    }

    @Test
    void aCompilerThatCantBeAServerIsAskedOnlyOnce() throws IOException, InterruptedException {
        Path script = script("rustc", "exec " + rustc() + " \"$@\"");
        Processes processes = new Processes(environment);
        ForkLibrary library = new ForkLibrary(caches(), locate().release(), script, processes);
        library.build();
        assertThat(library.find()).isEmpty();
        List<Path> first = files(caches().resolve("fork-server"));
        assertThat(first).singleElement().satisfies(file -> assertThat(file).isEmptyFile());
        FileTime time = Files.getLastModifiedTime(first.get(0));
        library.build();
        assertThat(files(caches().resolve("fork-server"))).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first.get(0))).isEqualTo(time);
    }

    @Test
    void oldLibrariesAndWhatAKilledRunnerLeftAreRemoved() throws IOException, InterruptedException {
        Path place = Files.createDirectories(caches().resolve("fork-server"));
        for (int number = 0; number < 12; number++) {
            Files.writeString(place.resolve(number + ".so"), "");
        }
        Path left = Files.createDirectories(place.resolve("build-1"));
        Files.writeString(left.resolve("library.so"), "");
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        Path another = Files.createDirectories(place.resolve("build-2"));
        ForkLibrary library = library(locate(), caches());
        library.build();
        assertThat(files(place))
                .containsExactlyInAnyOrder(another, library.find().orElseThrow());
    }

    @Test
    void whereNothingCanBeKeptCompilersAreStarted() throws IOException, InterruptedException {
        environment.put(
                "XDG_CACHE_HOME",
                Files.writeString(directory.resolve("file"), "").toString());
        write("good.rs", GOOD);
        LocalToolchain forking = forking();
        for (int run = 0; run < 6; run++) {
            assertThat(forking.run(compile("good.rs", "--emit=metadata", "-o", "out"), new Cancellation())
                            .succeeded())
                    .isTrue();
        }
        assertThat(servers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUNNER_NO_FORK_SERVER=1", "LD_PRELOAD=", "LD_BIND_NOW=1"})
    void whoWantsNoneHasNone(String variable) throws IOException, InterruptedException {
        libraryOf(built());
        opened.forEach(LocalToolchain::close);
        environment.put(variable.replaceAll("=.*", ""), variable.replaceAll(".*=", ""));
        write("good.rs", GOOD);
        assertThat(forking()
                        .run(compile("good.rs", "--emit=metadata", "-o", "out"), new Cancellation())
                        .succeeded())
                .isTrue();
        assertThat(servers()).isEmpty();
    }

    @Test
    void aCompilerThatIsAScriptIsStarted() throws IOException, InterruptedException {
        Path library = libraryOf(built());
        Path script = script("rustc", "exec " + rustc() + " \"$@\"");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> ForkServer.start(script, library, mark.environment(), LONG));
    }

    @Test
    void whatCouldLeaveProcessesBehindIsStarted() throws IOException, InterruptedException {
        LocalToolchain forking = built();
        write("good.rs", GOOD);
        Invocation invocation = Invocation.of(Tool.RUSTC, List.of("good.rs"), directory);
        assertThat(forking.run(invocation, new Cancellation()).succeeded()).isTrue();
        assertThat(servers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void howeverARunnerIsEndedNoServerIsLeft(String signal) throws IOException, InterruptedException {
        Path library = libraryOf(built());
        write("good.rs", GOOD);
        Path linker = linker("echo ready >" + directory.resolve("ready") + "; exec sleep 1000");
        Process runner = Jvms.of(
                        ForkingMain.class,
                        mark,
                        rustc().toString(),
                        library.toString(),
                        directory.resolve("good.rs").toString(),
                        "-Clinker=" + linker)
                .redirectErrorStream(true)
                .directory(directory.toFile())
                .start();
        try (BufferedReader output = runner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("started");
            await(directory.resolve("ready"));
            assertThat(mark.left()).anyMatch(process -> process.contains("sleep"));
            Jvms.signal(runner, signal);
            assertThat(runner.waitFor()).isNotZero();
        } finally {
            runner.destroyForcibly();
        }
    }

    /** A run whose linker sleeps; it is at that when this returns. */
    private FutureTask<Completion> hanging(LocalToolchain toolchain, Duration time, Cancellation cancellation)
            throws IOException, InterruptedException {
        return hanging(toolchain, time, cancellation, new Thread[1]);
    }

    private FutureTask<Completion> hanging(
            LocalToolchain toolchain, Duration time, Cancellation cancellation, Thread[] thread)
            throws IOException, InterruptedException {
        Path ready = directory.resolve("ready");
        Path linker = linker("touch " + ready + "; sleep 1000 & sleep 1000");
        write("hanging.rs", GOOD);
        Invocation invocation = compile("hanging.rs", "-o", "hanging", "-Clinker=" + linker)
                .withLimits(Limits.COMPILER.withTime(time))
                .withEnvironment(mark.environment());
        FutureTask<Completion> run = new FutureTask<>(() -> toolchain.run(invocation, cancellation));
        thread[0] = new Thread(run);
        thread[0].start();
        await(ready);
        return run;
    }

    private static void await(Path file) throws InterruptedException {
        long deadline = System.nanoTime() + DONE_WAITING_NANOS;
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("waiting for %s", file).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(2);
        }
    }

    private static List<String> withoutCookie(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith(Processes.COOKIE + "="))
                .toList();
    }

    private Path linker(String commands) throws IOException {
        return script("linker.sh", commands);
    }

    private Path script(String name, String commands) throws IOException {
        Path script = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + commands + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private Invocation compile(String file, String... arguments) {
        return Invocation.of(Tool.RUSTC, with(List.of(arguments), "--edition=2024", file), directory)
                .withoutOrphans();
    }

    private static Invocation invocation(Tool tool, LocalToolchain toolchain, List<String> arguments, Path directory) {
        List<String> all = tool == Tool.CLIPPY_DRIVER
                ? with(arguments, "--sysroot", toolchain.release().sysroot().toString())
                : arguments;
        return Invocation.of(tool, all, directory).withoutOrphans();
    }

    private static List<String> with(List<String> list, String... more) {
        List<String> all = new ArrayList<>(list);
        all.addAll(List.of(more));
        return all;
    }

    private LocalToolchain locate() throws InterruptedException {
        return LocalToolchain.locate(directory, environment);
    }

    private LocalToolchain forking() throws InterruptedException {
        LocalToolchain toolchain = locate().forking(environment);
        opened.add(toolchain);
        return toolchain;
    }

    /** One whose library is built. */
    private LocalToolchain built() throws IOException, InterruptedException {
        LocalToolchain toolchain = forking();
        if (built == null) {
            library(toolchain, shared).build();
            built = library(toolchain, shared).find().orElseThrow();
        }
        Path own = Files.createDirectories(caches().resolve("fork-server")).resolve(built.getFileName());
        Files.copy(built, own, StandardCopyOption.REPLACE_EXISTING);
        return toolchain;
    }

    private ForkLibrary library(LocalToolchain toolchain, Path caches) throws InterruptedException {
        return new ForkLibrary(caches, toolchain.release(), rustc(), new Processes(environment));
    }

    private Path caches() {
        return directory.resolve("cache").resolve("runner");
    }

    /** Waits until it is there. */
    private Path libraryOf(LocalToolchain toolchain) throws InterruptedException {
        ForkLibrary library = library(toolchain, caches());
        long deadline = System.nanoTime() + DONE_WAITING_NANOS;
        while (library.find().isEmpty()) {
            assertThat(System.nanoTime()).as("the library is built").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(2);
        }
        return library.find().orElseThrow();
    }

    private Path rustc() throws InterruptedException {
        return locate().release().sysroot().resolve("bin/rustc");
    }

    /** Those that we started: a server has no arguments. */
    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("/rustc") || command.endsWith("/clippy-driver"))
                        .isPresent())
                .toList();
    }
}
