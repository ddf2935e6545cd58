package dev.runner.verify;

import dev.runner.toolchain.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a stranger handed in for an exercise: its text, or why it is not even read.
 *
 * @param text what the file holds; empty where it is refused
 * @param script what stands in the build script beside it, which is never run; empty where there is none
 * @param refusal the verdict that this means by itself, or null
 */
record SubmittedFile(String text, String script, @Nullable Verdict refusal) {
    /** The largest file of the bundled course has 30 KB. */
    private static final int LARGEST = 1 << 20;

    /** What a plan made by {@link Planner#against} judges. */
    static Reference.Submission of(CheckPlan plan) {
        Reference reference = Objects.requireNonNull(plan.reference(), "a plan made by Planner.against");
        return Objects.requireNonNull(reference.submission(), "a submission");
    }

    /** Tells it from every other text and from every other refusal. */
    String digest() {
        return new Digest()
                .add(refusal == null ? "" : refusal.getClass().getSimpleName() + " " + refusal.reason())
                .add(text)
                .add(script)
                .hex();
    }

    static SubmittedFile read(Reference.Submission submission) {
        Path relative = submission.root().relativize(submission.file());
        Path part = submission.root();
        for (Path name : relative) {
            part = part.resolve(name);
            if (Files.isSymbolicLink(part)) {
                String link = submission.root().relativize(part).toString();
                return new SubmittedFile(
                        "", "", new Verdict.Tampered(link + " is a symbolic link, not a file", Transcript.EMPTY));
            }
        }
        if (!Files.isRegularFile(submission.file(), LinkOption.NOFOLLOW_LINKS)) {
            return refused(relative + (Files.exists(submission.file()) ? " is not a file" : " is missing"));
        }
        try (InputStream stream = Files.newInputStream(submission.file())) {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return refused(relative + " is larger than 1 MiB");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SubmittedFile(text, script(submission.file()), null);
        } catch (CharacterCodingException malformed) {
            return refused(relative + " is not UTF-8");
        } catch (IOException fault) {
            return refused(relative + " can't be read");
        }
    }

    private static String script(Path file) {
        Path script = file.resolveSibling(BuildScripts.NAME);
        if (script.equals(file) || !Files.exists(script, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        if (!Files.isRegularFile(script, LinkOption.NOFOLLOW_LINKS)) {
            return "no file";
        }
        try (InputStream stream = Files.newInputStream(script)) {
            return new String(stream.readNBytes(LARGEST), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException fault) {
            return "can't be read";
        }
    }

    private static SubmittedFile refused(String reason) {
        Verdict refusal = new Verdict.Failed(Check.BUILD, reason, List.of(), TestReport.NONE, Transcript.EMPTY);
        return new SubmittedFile("", "", refusal);
    }
}
