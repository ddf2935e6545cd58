package dev.runner.verify;

import dev.runner.course.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a build script means that was handed in with an exercise. It is not run: it would run while a source is built that
 * holds what proves that tests ran. But some courses have the learner write it, and then nobody can say that he is wrong.
 */
final class BuildScripts {
    static final String NAME = "build.rs";

    private static final String HELP = "read the file, and judge this exercise yourself";

    private BuildScripts() {}

    /** Why nothing can be said of a submission from the start. */
    static Optional<Verdict> obstacle(CheckPlan plan) {
        boolean script = plan.mode() == Mode.BUILDSCRIPT && plan.source().endsWith(NAME);
        return script
                ? Optional.of(new Verdict.NotRunnable(
                        plan.source() + " is a build script, and a submission's is not run", HELP))
                : Optional.empty();
    }

    /**
     * What is left of a verdict that was found with the course's own script.
     *
     * @param script the submission's
     */
    static Verdict judged(CheckPlan plan, String script, Verdict verdict) {
        boolean fails = verdict instanceof Verdict.Failed || verdict instanceof Verdict.TimedOut;
        if (plan.mode() != Mode.BUILDSCRIPT || !fails || script.isEmpty()) {
            return verdict;
        }
        Path path = plan.source().resolveSibling(NAME);
        return script.equals(text(plan.root().resolve(path)))
                ? verdict
                : new Verdict.NotRunnable(
                        path + " is not the course's, with which it fails, and a submission's build script is not run",
                        HELP);
    }

    private static String text(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n")
                    : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
