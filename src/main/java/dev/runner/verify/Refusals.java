package dev.runner.verify;

import dev.runner.toolchain.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it means that clippy or a build of the tests refused the code: both judges have to see it the same way. */
final class Refusals {
    /** The error of what is computed while compiling, some of it for each use of a generic. */
    private static final String COMPUTED = "E0080";

    private Refusals() {}

    /** Whether nothing but lints was found: then the code itself may well compile. */
    static boolean onlyLints(Verdict refusal) {
        return refusal instanceof Verdict.Failed failed
                && failed.diagnostics().stream().filter(Diagnostic::isError).allMatch(Diagnostic::isLint);
    }

    /**
     * Code that the language's rules refuse does not compile, whichever of the tools was the first to say so; what clippy
     * alone remarked has time until it does.
     */
    static Verdict asBuild(Verdict refusal) {
        return refusal instanceof Verdict.Failed failed
                ? new Verdict.Failed(
                        Check.BUILD,
                        failed.reason(),
                        compilersOwn(failed.diagnostics()),
                        failed.tests(),
                        failed.output())
                : refusal;
    }

    /** What rustc would have said without clippy. */
    static List<Diagnostic> compilersOwn(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .filter(diagnostic ->
                        diagnostic.code() == null || !diagnostic.code().startsWith("clippy::"))
                .toList();
    }

    /** Whether it can be that only generating code or linking has shown what is wrong. */
    static boolean mayBeLate(@Nullable Verdict refusal) {
        return refusal instanceof Verdict.Failed failed
                && failed.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .allMatch(error -> error.code() == null || error.code().equals(COMPUTED));
    }

    /** Whether errors stand in the tests, where they may hide what is wrong with the program itself. */
    static boolean touchesTests(CheckPlan plan, Verdict refusal) {
        int tests = firstLineOfTests(plan);
        return refusal instanceof Verdict.Failed failed
                && failed.diagnostics().stream()
                        .anyMatch(diagnostic ->
                                diagnostic.isError() && (diagnostic.line() >= tests || diagnostic.line() == 0));
    }

    /** The line of the first {@code cfg(test)}; beyond every line where there is none. */
    private static int firstLineOfTests(CheckPlan plan) {
        try {
            String source = Files.readString(plan.root().resolve(plan.source()));
            int at = source.indexOf("cfg(test)");
            return at < 0
                    ? Integer.MAX_VALUE
                    : (int) source.substring(0, at).lines().count();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
