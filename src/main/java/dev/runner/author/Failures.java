package dev.runner.author;

import dev.runner.toolchain.Diagnostic;
import dev.runner.verify.Check;
import dev.runner.verify.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which a verdict says that a file failed, in the words of {@code fails_with}: an error code, a lint, {@code
 * error:TEXT} for an error without a code, {@code test:NAME}, {@code panic}, {@code timeout}.
 */
final class Failures {
    /** How Rust's standard library ends a program that panicked. */
    private static final String PANIC_EXIT = "exit code 101";

    private static final String ERROR = "error:";
    private static final String TEST = "test:";

    /** One failure: what it is, and the message where it is a compiler's. */
    private record Failure(String name, @Nullable String message) {
        boolean fits(String declared) {
            if (message != null && declared.startsWith(ERROR)) {
                return message.contains(declared.substring(ERROR.length()).strip());
            }
            if (name.startsWith(TEST) && declared.startsWith(TEST)) {
                return name.equals(declared) || name.endsWith("::" + declared.substring(TEST.length()));
            }
            return name.equals(declared);
        }
    }

    private final List<Failure> found = new ArrayList<>();

    private Failures() {}

    /** The failures that {@code verdict} shows; none for a pass. */
    static Failures of(Verdict verdict) {
        Failures failures = new Failures();
        if (verdict instanceof Verdict.TimedOut) {
            failures.add("timeout", null);
        } else if (verdict instanceof Verdict.Failed failed) {
            failures.addFailed(failed);
        } else if (!verdict.passed()) {
            failures.add(verdict.reason(), null);
        }
        return failures;
    }

    private void addFailed(Verdict.Failed failed) {
        if (failed.check() == Check.BUILD || failed.check() == Check.LINT) {
            failed.diagnostics().stream()
                    .filter(Diagnostic::isError)
                    .forEach(error ->
                            add(error.code() == null ? ERROR + error.message() : error.code(), error.message()));
        } else if (failed.check() == Check.TEST && !failed.tests().failed().isEmpty()) {
            failed.tests().failed().forEach(test -> add(TEST + test.name(), null));
        } else {
            add(failed.reason().contains(PANIC_EXIT) ? "panic" : failed.reason(), null);
        }
    }

    private void add(String name, @Nullable String message) {
        found.add(new Failure(name, message));
    }

    /** The declared failures that are not shown. */
    List<String> missing(List<String> declared) {
        return declared.stream()
                .filter(name -> found.stream().noneMatch(failure -> failure.fits(name)))
                .toList();
    }

    /** The failures that are shown and not declared, each once. */
    Set<String> undeclared(List<String> declared) {
        Set<String> names = new LinkedHashSet<>();
        for (Failure failure : found) {
            if (declared.stream().noneMatch(failure::fits)) {
                names.add(failure.name());
            }
        }
        return names;
    }

    /** The names of the tests that failed, without their modules. */
    Set<String> tests() {
        Set<String> names = new LinkedHashSet<>();
        for (Failure failure : found) {
            if (failure.name().startsWith(TEST)) {
                names.add(failure.name()
                        .substring(Math.max(TEST.length(), failure.name().lastIndexOf(':') + 1)));
            }
        }
        return names;
    }

    /** All of them, each once, as a list for people. */
    @Override
    public String toString() {
        return String.join(", ", undeclared(List.of()));
    }
}
