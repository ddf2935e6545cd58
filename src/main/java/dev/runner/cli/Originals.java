package dev.runner.cli;

import dev.runner.course.BundledCourse;
import dev.runner.course.Exercise;
import dev.runner.course.NotDoneMarker;
import dev.runner.course.Workspace;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.LocalPrograms;
import dev.runner.toolchain.ToolchainException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an exercise held before the learner touched it. In a workspace that {@code runner init} made it is the bundled
 * course's file; elsewhere it comes from git: the newest committed version that is still unsolved, because learners commit
 * their work, and course authors mend theirs.
 */
final class Originals {
    private static final int COMMITS_LOOKED_AT = 200;

    private final Workspace workspace;
    private final LocalPrograms programs;

    Originals(Workspace workspace, Map<String, String> environment) {
        this.workspace = workspace;
        this.programs = new LocalPrograms(environment);
    }

    /** The original, or empty where nobody knows it. */
    Optional<byte[]> of(Exercise exercise) throws InterruptedException {
        if (BundledCourse.isCopyAt(workspace)) {
            return BundledCourse.file(exercise.source());
        }
        return fromGit(exercise);
    }

    private Optional<byte[]> fromGit(Exercise exercise) throws InterruptedException {
        String path = exercise.source().toString().replace('\\', '/');
        String commits = git("log", "--format=%H", "-n", Integer.toString(COMMITS_LOOKED_AT), "--", path);
        Optional<String> oldest = Optional.empty();
        for (String commit : commits.lines().toList()) {
            Optional<String> version = show(commit, path);
            if (version.filter(Originals::isUnsolved).isPresent()) {
                return version.map(text -> text.getBytes(StandardCharsets.UTF_8));
            }
            oldest = version.isPresent() ? version : oldest;
        }
        return oldest.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> show(String commit, String path) throws InterruptedException {
        String text = git("show", commit + ":./" + path);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static boolean isUnsolved(String text) {
        return text.contains("TODO") || NotDoneMarker.line(text).isPresent();
    }

    /** What git prints; nothing where there is no git, no repository or no such thing in it. */
    private String git(String... arguments) throws InterruptedException {
        try {
            Optional<Path> git = programs.find("git");
            if (git.isEmpty()) {
                return "";
            }
            Invocation invocation = Invocation.of(git.get(), List.of(arguments), workspace.root(), Limits.COMPILER);
            Completion completion = programs.run(invocation, new Cancellation());
            return completion.succeeded() ? completion.output().text() : "";
        } catch (ToolchainException noGit) {
            return "";
        }
    }
}
