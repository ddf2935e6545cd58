package dev.runner.integrity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Tokens as texts. */
final class Texts {
    private static final int SHOWN = 60;

    private Texts() {}

    /** A form in which two pieces of code are equal that differ in formatting, comments and line ends only. */
    static List<String> normal(List<Token> code) {
        List<String> normal = new ArrayList<>();
        for (int at = 0; at < code.size(); at++) {
            Token token = code.get(at);
            boolean trailing = token.is(",")
                    && at + 1 < code.size()
                    && code.get(at + 1).closes()
                    && code.get(at + 1).line() > token.line();
            if (!trailing) {
                // A line's end within a string differs by how the file was checked out.
                normal.add(token.text().replace("\r\n", "\n"));
            }
        }
        return normal;
    }

    /** SHA-256 over the tokens, in hexadecimal digits. */
    static String hash(List<String> normal) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String token : normal) {
                digest.update(token.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Code in one line, not too long. */
    static String shown(List<Token> code) {
        StringBuilder text = new StringBuilder();
        int last = -1;
        for (Token token : code) {
            if (last >= 0 && token.start() > last) {
                text.append(' ');
            }
            text.append(token.text());
            last = token.end();
        }
        String line = text.toString().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
