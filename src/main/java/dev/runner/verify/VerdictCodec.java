package dev.runner.verify;

import dev.runner.course.CompiledTexts;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Verdicts as bytes. Only those that may be kept have a form: see {@link #isLasting}. */
final class VerdictCodec {
    /** Of libraries that are not there, or were built by another compiler (rustc's error index). */
    private static final Set<String> ABOUT_LIBRARIES = Set.of("E0460", "E0461", "E0462", "E0463", "E0514", "E0786");

    private VerdictCodec() {}

    /**
     * Whether the verdict would be the same on another day and another machine. Limits, what can't be judged here, programs
     * that somebody killed and what a compiler says of itself or of the machine are not.
     */
    static boolean isLasting(Verdict verdict) {
        return verdict instanceof Verdict.Passed
                || verdict instanceof Verdict.Failed failed
                        && (failed.check() == Check.BUILD || failed.check() == Check.LINT
                                ? isAboutTheSource(failed)
                                : isAboutTheProgram(failed.reason()));
    }

    private static boolean isAboutTheSource(Verdict.Failed failed) {
        return failed.diagnostics().stream()
                .filter(Diagnostic::isError)
                .allMatch(error -> error.line() > 0 && !ABOUT_LIBRARIES.contains(String.valueOf(error.code())));
    }

    private static boolean isAboutTheProgram(String reason) {
        return !reason.contains("ended by signal")
                && !reason.endsWith(Readings.THAN_ALLOWED)
                && !reason.startsWith(Readings.MORE_PROCESSES);
    }

    /** Whether one of {@code places} stands anywhere in a verdict that may be kept. */
    static boolean mentions(Verdict verdict, List<String> places) {
        if (!isLasting(verdict)) {
            return false;
        }
        byte[] bytes = write(verdict);
        // Each text is written in one of these.
        return Stream.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)
                .map(charset -> new String(bytes, charset))
                .anyMatch(said -> places.stream().anyMatch(said::contains));
    }

    static byte[] write(Verdict verdict) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            if (verdict instanceof Verdict.Passed passed) {
                out.writeByte(0);
                write(out, passed.warnings(), passed.tests(), passed.output());
            } else if (verdict instanceof Verdict.Failed failed) {
                out.writeByte(1);
                CompiledTexts.text(out, failed.check().name());
                CompiledTexts.text(out, failed.reason());
                write(out, failed.diagnostics(), failed.tests(), failed.output());
            } else {
                throw new IllegalArgumentException("not to be kept: " + verdict);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** What {@link #write} wrote; empty for anything else. */
    static Optional<Verdict> read(ByteBuffer in) {
        try {
            Verdict verdict = switch (in.get()) {
                case 0 -> passed(in);
                case 1 -> failed(in);
                default -> throw new IllegalArgumentException("no verdict");
            };
            return in.hasRemaining() ? Optional.empty() : Optional.of(verdict);
        } catch (IOException | IllegalArgumentException | BufferUnderflowException damaged) {
            return Optional.empty();
        }
    }

    private static Verdict passed(ByteBuffer in) throws IOException {
        return new Verdict.Passed(diagnostics(in), report(in), transcript(in));
    }

    private static Verdict failed(ByteBuffer in) throws IOException {
        return new Verdict.Failed(
                Check.valueOf(CompiledTexts.word(in)),
                CompiledTexts.word(in),
                diagnostics(in),
                report(in),
                transcript(in));
    }

    private static void write(DataOutputStream out, List<Diagnostic> diagnostics, TestReport tests, Transcript output)
            throws IOException {
        out.writeInt(diagnostics.size());
        for (Diagnostic diagnostic : diagnostics) {
            CompiledTexts.text(out, diagnostic.level().name());
            CompiledTexts.text(out, diagnostic.code());
            CompiledTexts.text(out, diagnostic.message());
            CompiledTexts.text(out, diagnostic.file());
            out.writeInt(diagnostic.line());
            out.writeInt(diagnostic.column());
            CompiledTexts.text(out, diagnostic.rendered());
        }
        out.writeBoolean(tests.finished());
        out.writeInt(tests.results().size());
        for (TestResult result : tests.results()) {
            CompiledTexts.text(out, result.name());
            CompiledTexts.text(out, result.status().name());
            CompiledTexts.text(out, result.output());
        }
        CompiledTexts.text(out, output.head());
        out.writeLong(output.omittedBytes());
        CompiledTexts.text(out, output.tail());
    }

    private static List<Diagnostic> diagnostics(ByteBuffer in) throws IOException {
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (int left = CompiledTexts.size(in); left > 0; left--) {
            diagnostics.add(new Diagnostic(
                    Diagnostic.Level.valueOf(CompiledTexts.word(in)),
                    CompiledTexts.text(in),
                    CompiledTexts.word(in),
                    CompiledTexts.word(in),
                    in.getInt(),
                    in.getInt(),
                    CompiledTexts.word(in)));
        }
        return diagnostics;
    }

    private static TestReport report(ByteBuffer in) throws IOException {
        boolean finished = in.get() != 0;
        List<TestResult> results = new ArrayList<>();
        for (int left = CompiledTexts.size(in); left > 0; left--) {
            results.add(new TestResult(
                    CompiledTexts.word(in), TestResult.Status.valueOf(CompiledTexts.word(in)), CompiledTexts.word(in)));
        }
        return new TestReport(results, finished);
    }

    private static Transcript transcript(ByteBuffer in) throws IOException {
        return new Transcript(CompiledTexts.word(in), in.getLong(), CompiledTexts.word(in));
    }
}
