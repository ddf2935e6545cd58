package dev.runner.course;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Ties a compiled file to what it was made from. Sums, and no cryptographic digest: it guards against chance, which is
 * enough, and in a JVM that has only just started a digest of a long file takes longer than all the rest.
 */
final class Seal {
    private static final int BYTES = 3 * Long.BYTES;

    private Seal() {}

    /** {@code payload} behind its seal. */
    static byte[] close(byte[] payload, byte[] source, String label) {
        return ByteBuffer.allocate(BYTES + payload.length)
                .put(seal(source, label, payload, 0))
                .put(payload)
                .array();
    }

    /** The payload, if the file is whole and was made from this source under this label. */
    static Optional<ByteBuffer> open(byte[] compiled, byte[] source, String label) {
        if (compiled.length < BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(compiled);
        if (!in.slice(0, BYTES).equals(seal(source, label, compiled, BYTES))) {
            return Optional.empty();
        }
        return Optional.of(in.position(BYTES));
    }

    private static ByteBuffer seal(byte[] source, String label, byte[] payload, int from) {
        CRC32 crc = new CRC32();
        crc.update((label + "\n").getBytes(StandardCharsets.UTF_8));
        crc.update(source);
        crc.update(payload, from, payload.length - from);
        Adler32 adler = new Adler32();
        adler.update(source);
        return ByteBuffer.allocate(BYTES)
                .putLong(crc.getValue())
                .putLong(adler.getValue())
                .putInt(source.length)
                .putInt(payload.length - from)
                .flip();
    }
}
