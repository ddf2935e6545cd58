package dev.runner.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over a row of contents; the length of each comes first, so that no two rows look like one another. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] content) {
        digest.update((content.length + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(content);
        return this;
    }

    /** In hexadecimal digits; nothing may be added after it. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
