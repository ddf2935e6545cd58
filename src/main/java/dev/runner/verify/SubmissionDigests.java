package dev.runner.verify;

import java.nio.file.Path;

/** Tells whether a submitted file is what it was. */
public final class SubmissionDigests {
    private SubmissionDigests() {}

    /**
     * A SHA-256 over the file's content, or over why it is not even read, in hexadecimal; {@link SharedVerdicts} knows
     * files by it.
     *
     * @param root the directory that was handed in
     * @param file relative to it
     */
    public static String of(Path root, Path file) {
        return SubmittedFile.read(new Reference.Submission(root, root.resolve(file)))
                .digest();
    }
}
