package dev.runner.verify;

import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * The source that is built of a file that a stranger handed in: it holds numbers that his code must not find. Nothing where
 * the learner's own file is built.
 *
 * @param root the directory that it lies in
 * @param built what is built
 * @param own the learner's own text, as he handed it in
 */
record MadeSource(Path root, Path built, Path own) {
    static MadeSource of(CheckPlan plan) {
        return new MadeSource(
                plan.root(), plan.root().resolve(plan.source()), plan.place().resolve(plan.source()));
    }

    /** Whether it is another file than the learner's. */
    boolean isMade() {
        return !built.equals(own);
    }

    /**
     * Puts the learner's own in its place, before any of his code has run: after that it could be led elsewhere. Its time
     * stays: by that cargo knows that nothing is to be built.
     */
    void hide() {
        try {
            FileTime time = Files.getLastModifiedTime(built);
            Files.write(built, Files.readAllBytes(own));
            Files.setLastModifiedTime(built, time);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** What a process said, files named as the learner names them: a directory of ours is another one each time. */
    Completion named(Completion said) {
        return isMade()
                ? new Completion(
                        said.end(), said.exitCode(), named(said.output()), named(said.errors()), said.duration())
                : said;
    }

    private Transcript named(Transcript text) {
        return new Transcript(named(text.head()), text.omittedBytes(), named(text.tail()));
    }

    private String named(String text) {
        return text.replace(root + "/", "");
    }
}
