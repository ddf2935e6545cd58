package dev.runner.testing;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.OutputListener;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Release;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import dev.runner.toolchain.Transcript;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/**
 * A toolchain that starts nothing: it answers as it was told to, and remembers what it was asked. Where nothing was told,
 * tools and programs succeed silently, and a program called {@code tests} reports one test that passed. The answer that
 * was told last counts.
 */
public final class FakeToolchain implements Toolchain {
    /** What a test program prints whose only test passed. */
    public static final String ONE_TEST_PASSED = """
            test tests::works ... ok

            test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
            """;

    /** Answers one invocation. */
    public interface Answer {
        Completion to(Invocation invocation, Cancellation cancellation) throws InterruptedException;
    }

    private record Rule(Predicate<Invocation> fits, Answer answer) {}

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Invocation> invocations = new CopyOnWriteArrayList<>();
    private volatile Release release = new Release(Path.of("sysroot"), "fake", true, false);

    /** A toolchain with clippy, whose every tool succeeds. */
    public FakeToolchain() {
        onProgram("tests", exit(0, ONE_TEST_PASSED));
    }

    /** From now on it is that release. */
    public FakeToolchain as(Release other) {
        release = other;
        return this;
    }

    /** From now on it lacks clippy. */
    public FakeToolchain withoutClippy() {
        return as(new Release(release.sysroot(), release.identity(), false, release.dynamicStd()));
    }

    /** Tells how invocations that fit are answered. */
    public FakeToolchain when(Predicate<Invocation> fits, Answer answer) {
        rules.add(0, new Rule(fits, answer));
        return this;
    }

    /** Tells how a tool answers that is called with all of these arguments. */
    public FakeToolchain on(Tool tool, Completion completion, String... arguments) {
        return when(calls(tool, arguments), (invocation, cancellation) -> completion);
    }

    /** Tells how a built program of that file name ends. */
    public FakeToolchain onProgram(String name, Completion completion) {
        return when(program(name), (invocation, cancellation) -> completion);
    }

    @Override
    public Release release() {
        return release;
    }

    @Override
    public Completion run(Invocation invocation, Cancellation cancellation, OutputListener listener)
            throws InterruptedException {
        invocations.add(invocation);
        for (Rule rule : rules) {
            if (rule.fits().test(invocation)) {
                return rule.answer().to(invocation, cancellation);
            }
        }
        return exit(0, "");
    }

    /** Everything that was asked, in order. */
    public List<Invocation> invocations() {
        return List.copyOf(invocations);
    }

    /** The same, a line each: the tool's or the program's name, then its arguments. */
    public List<String> calls() {
        return invocations.stream()
                .map(invocation -> name(invocation) + " " + String.join(" ", invocation.arguments()))
                .map(String::strip)
                .toList();
    }

    /** Whether a tool is called with all of these arguments. */
    public static Predicate<Invocation> calls(Tool tool, String... arguments) {
        return invocation -> invocation.program().equals(new Program.Toolchained(tool))
                && invocation.arguments().containsAll(List.of(arguments));
    }

    /** Whether a built program of that file name is started. */
    public static Predicate<Invocation> program(String name) {
        return invocation -> invocation.program() instanceof Program.Built
                && name(invocation).equals(name);
    }

    /** An answer that says that it was asked and does not come before the request to stop. */
    public static Answer hangingAfter(CountDownLatch asked) {
        return (invocation, cancellation) -> {
            CountDownLatch cancelled = new CountDownLatch(1);
            cancellation.onCancel(cancelled::countDown);
            asked.countDown();
            cancelled.await();
            return ended(Completion.End.CANCELLED, "");
        };
    }

    /** An end by itself, with that on standard output. */
    public static Completion exit(int code, String output) {
        return exit(code, output, "");
    }

    /** An end by itself. */
    public static Completion exit(int code, String output, String errors) {
        return new Completion(
                Completion.End.EXITED, code, Transcript.of(output), Transcript.of(errors), Duration.ofMillis(1));
    }

    /** An end by a limit or by our own doing. */
    public static Completion ended(Completion.End end, String output) {
        return new Completion(end, -1, Transcript.of(output), Transcript.EMPTY, Duration.ofMillis(1));
    }

    private static String name(Invocation invocation) {
        return invocation.program() instanceof Program.Built built
                ? String.valueOf(built.binary().getFileName()).replace(".exe", "")
                : ((Program.Toolchained) invocation.program()).tool().executable();
    }
}
