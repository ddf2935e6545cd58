package dev.runner.verify;

import java.nio.file.Path;
import java.util.List;

/** Tells whether a submission is what it was: a digest of all of it that counts. */
public final class SubmissionDigest {
    private SubmissionDigest() {}

    /**
     * A SHA-256 over the files' contents, or over why one is not even read, in hexadecimal.
     *
     * @param root the directory that was handed in
     * @param files relative to it, in an order of the course's
     */
    public static String of(Path root, List<Path> files) {
        Digest digest = new Digest();
        for (Path file : files) {
            digest.add(file.toString().replace('\\', '/'));
            digest.add(SubmittedFile.read(new Reference.Submission(root, root.resolve(file)))
                    .digest());
        }
        return digest.hex();
    }
}
