package dev.runner.verify;

import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Diagnostics;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.ToolchainException;
import dev.runner.toolchain.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the end of a compiler, of a test program or of a program means for the verdict. */
final class Readings {
    /** What a full or read-only disk makes a compiler print: the machine's fault, never the learner's. */
    private static final List<String> MACHINE_FAULTS = List.of(
            "No space left on device",
            "Read-only file system",
            "Disk quota exceeded",
            "Cannot allocate memory",
            "Resource temporarily unavailable");

    /** How the reason of what a limit on memory or files has ended closes. */
    static final String THAN_ALLOWED = " than it is allowed";

    /** How the reason of what a limit on processes has ended begins. */
    static final String MORE_PROCESSES = "it started more than ";

    private static final int ABORT_SIGNAL = 6;
    private static final int FILE_SIZE_SIGNAL = 25;

    private static final Pattern DURATION = Pattern.compile("(?m)^(test result: .*); finished in .*$");
    private static final Pattern THREAD_NUMBER =
            Pattern.compile("(?m)^(thread '.*') \\(\\d+\\)(?= panicked at | has overflowed )");

    private static final Pattern LONG_TYPE = Pattern.compile(
            "(?m)^.*note\\S*: the full .* has been written to '.*\\n(.*consider using `--verbose`.*\\n)?");

    private Readings() {}

    /**
     * What a compiler's end means.
     *
     * @param json where it wrote its diagnostics; what it says in plain words is in its standard error
     * @param check the check that failed if it refused the code
     */
    static Outcome compiled(Completion completion, Transcript json, Check check, Limits limits) {
        stopIfCancelled(completion);
        if (completion.end() == Completion.End.TIME_LIMIT) {
            return Outcome.failed(new Verdict.TimedOut(check, limits.time(), Transcript.EMPTY));
        }
        List<Diagnostic> diagnostics = Diagnostics.parse(json.text()).stream()
                .map(Readings::withoutScratchFile)
                .toList();
        if (completion.succeeded()) {
            return Outcome.content(diagnostics);
        }
        refuseMachineFaults(diagnostics, completion);
        List<Diagnostic> ordered = errorsFirst(diagnostics);
        if (ordered.isEmpty() || !ordered.get(0).isError()) {
            ordered = new ArrayList<>(ordered);
            ordered.add(0, crash(completion));
        }
        return Outcome.failed(new Verdict.Failed(check, headline(ordered), ordered, TestReport.NONE, Transcript.EMPTY));
    }

    /** What the end of a test program means: each test must have come to its own end, and at least one must have run. */
    static Outcome tested(Completion completion, Limits limits, List<Diagnostic> warnings) {
        stopIfCancelled(completion);
        Transcript output = steady(completion.output());
        Verdict stopped = stopped(completion, output, Check.TEST, limits);
        if (stopped != null) {
            return Outcome.failed(stopped);
        }
        TestReport report = TestReportParser.parse(output.text());
        if (completion.exitCode() != 0) {
            String reason = limited(completion, output).orElseGet(() -> failedTests(report, completion));
            return Outcome.failed(new Verdict.Failed(Check.TEST, reason, warnings, report, output));
        }
        if (!report.finished()) {
            return Outcome.failed(new Verdict.Tampered("the test program ended before its tests were done", output));
        }
        if (report.ranCount() == 0) {
            return Outcome.failed(new Verdict.Tampered(
                    report.results().isEmpty()
                            ? "its tests did not run: there are none in the file"
                            : "its tests did not run: all of them are ignored",
                    output));
        }
        return new Outcome(null, warnings, report, Transcript.EMPTY);
    }

    /** What the end of the exercise's own program means. */
    static Outcome ran(Completion completion, Limits limits, List<Diagnostic> warnings) {
        stopIfCancelled(completion);
        Transcript output = steady(completion.output());
        Verdict stopped = stopped(completion, output, Check.RUN, limits);
        if (stopped != null) {
            return Outcome.failed(stopped);
        }
        if (completion.exitCode() != 0) {
            String reason = limited(completion, output).orElseGet(() -> exit(completion.exitCode()));
            return Outcome.failed(new Verdict.Failed(Check.RUN, reason, warnings, TestReport.NONE, output));
        }
        return new Outcome(null, warnings, TestReport.NONE, output);
    }

    /** Errors first, each kind in the order in which the compiler gave them. */
    static List<Diagnostic> errorsFirst(List<Diagnostic> diagnostics) {
        List<Diagnostic> ordered =
                new ArrayList<>(diagnostics.stream().filter(Diagnostic::isError).toList());
        diagnostics.stream().filter(diagnostic -> !diagnostic.isError()).forEach(ordered::add);
        return ordered;
    }

    private static @Nullable Verdict stopped(Completion completion, Transcript output, Check check, Limits limits) {
        if (completion.end() == Completion.End.TIME_LIMIT) {
            return new Verdict.TimedOut(check, limits.time(), output);
        }
        if (completion.end() == Completion.End.PROCESS_LIMIT) {
            String reason = MORE_PROCESSES + limits.processes() + " processes";
            return new Verdict.Failed(check, reason, List.of(), TestReport.NONE, output);
        }
        return null;
    }

    /** @throws CancellationException if it was stopped because somebody asked for it */
    static void stopIfCancelled(Completion completion) {
        if (completion.end() == Completion.End.CANCELLED) {
            throw new CancellationException("cancelled");
        }
    }

    private static void refuseMachineFaults(List<Diagnostic> diagnostics, Completion completion) {
        String plain = Diagnostics.plainText(completion.errors().text());
        for (String fault : MACHINE_FAULTS) {
            boolean said = plain.contains(fault)
                    || diagnostics.stream()
                            // A learner's own code can't put these words into an error without a place.
                            .anyMatch(d ->
                                    d.isError() && d.line() == 0 && d.rendered().contains(fault));
            if (said) {
                throw new ToolchainException(
                        "the compiler could not work: " + fault,
                        "free some space or memory, or set TMPDIR to a directory with more room");
            }
        }
    }

    /** rustc writes long types beside its output, into a file that is gone before anybody could read it. */
    private static Diagnostic withoutScratchFile(Diagnostic diagnostic) {
        Matcher note = LONG_TYPE.matcher(diagnostic.rendered());
        return note.find()
                ? new Diagnostic(
                        diagnostic.level(),
                        diagnostic.code(),
                        diagnostic.message(),
                        diagnostic.file(),
                        diagnostic.line(),
                        diagnostic.column(),
                        note.replaceAll(""))
                : diagnostic;
    }

    private static Diagnostic crash(Completion completion) {
        String text = Diagnostics.plainText(completion.errors().text()).strip();
        String message = text.isEmpty()
                ? limited(completion, Transcript.EMPTY)
                        .map(reason -> "the compiler was stopped: " + reason)
                        .orElse("the compiler ended with exit code " + completion.exitCode())
                : text.lines().findFirst().orElse(text);
        return new Diagnostic(
                Diagnostic.Level.ERROR, null, message, "", 0, 0, (text.isEmpty() ? message : text) + "\n");
    }

    private static String headline(List<Diagnostic> errorsFirst) {
        Diagnostic first = errorsFirst.get(0);
        return first.code() == null ? first.message() : first.code() + ": " + first.message();
    }

    private static String failedTests(TestReport report, Completion completion) {
        int failed = report.failed().size();
        if (failed == 0) {
            return "the tests did not come to their end: " + exit(completion.exitCode());
        }
        return failed + " of " + report.ranCount() + (report.ranCount() == 1 ? " test" : " tests") + " failed";
    }

    /** What the system's limits do: SIGXFSZ for a file, and a Rust program that gets no memory says so and aborts. */
    private static Optional<String> limited(Completion completion, Transcript output) {
        if (completion.exitCode() == 128 + FILE_SIZE_SIGNAL) {
            return Optional.of("it wrote a larger file" + THAN_ALLOWED);
        }
        boolean noMemory =
                completion.exitCode() == 128 + ABORT_SIGNAL && output.text().contains("memory allocation of ");
        return noMemory ? Optional.of("it wanted more memory" + THAN_ALLOWED) : Optional.empty();
    }

    /** {@code 101} is what a panic ends a Rust program with (the standard library's own choice). */
    private static String exit(int code) {
        if (code == 101) {
            return "the program panicked (exit code 101)";
        }
        return code > 128 && code < 128 + 65
                ? "the program was ended by signal " + (code - 128)
                : "the program ended with exit code " + code;
    }

    /** What is another text each time: how long the tests took, and the number that the system gave a thread. */
    private static Transcript steady(Transcript output) {
        return new Transcript(steady(output.head()), output.omittedBytes(), steady(output.tail()));
    }

    private static String steady(String text) {
        return THREAD_NUMBER.matcher(DURATION.matcher(text).replaceAll("$1")).replaceAll("$1");
    }
}
