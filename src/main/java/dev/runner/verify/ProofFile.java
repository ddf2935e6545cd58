package dev.runner.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The numbers that a run has handed over. */
final class ProofFile {
    /** Far more than any exercise has tests; what a program of its own writes there is not read to its end. */
    private static final int LARGEST = 1 << 20;

    private final Set<Long> tokens;

    private ProofFile(Set<Long> tokens) {
        this.tokens = tokens;
    }

    static ProofFile read(Path file) throws IOException {
        Set<Long> tokens = new HashSet<>();
        if (Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream stream = Files.newInputStream(file)) {
                ByteBuffer bytes = ByteBuffer.wrap(stream.readNBytes(LARGEST));
                while (bytes.remaining() >= Long.BYTES) {
                    tokens.add(bytes.getLong());
                }
            }
        }
        return new ProofFile(tokens);
    }

    boolean has(long token) {
        return tokens.contains(token);
    }
}
