package dev.runner.course;

import com.moandjiezana.toml.Toml;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A TOML document, read rightly or not at all: the only user of toml4j, which by itself reads some strings wrongly,
 * drops keys without a word, and takes time that grows with the square of the text.
 *
 * <p>Our scanner checks the text by the rules of TOML 1.0 and decodes its scalars; toml4j then builds the tables from a
 * skeleton that holds a word for each of them; the scalars are put back. Values are String, Long, Double, Boolean,
 * {@link TomlDate}, List and Map.
 */
final class TomlDocument {
    private final String file;
    private final Map<String, Object> root;
    private final TomlSkeleton skeleton;
    private final List<Finding> syntaxErrors;

    private TomlDocument(String file, Map<String, Object> root, TomlSkeleton skeleton, List<Finding> syntaxErrors) {
        this.file = file;
        this.root = root;
        this.skeleton = skeleton;
        this.syntaxErrors = syntaxErrors;
    }

    /**
     * Reads a file.
     *
     * @param name its name in findings
     * @throws CourseException if it can't be read at all, or is not UTF-8
     */
    static TomlDocument read(Path path, String name) {
        try {
            return parse(name, decode(name, Files.readAllBytes(path)));
        } catch (IOException fault) {
            String problem = Files.isDirectory(path)
                    ? "is a directory"
                    : "can't be read (" + fault.getClass().getSimpleName() + ")";
            throw new CourseException(List.of(new Finding(name, 0, null, problem, "a readable text file")));
        }
    }

    /** Reads a text. */
    static TomlDocument parse(String name, String text) {
        String normal = (text.startsWith("\ufeff") ? text.substring(1) : text).replace("\r\n", "\n");
        List<Finding> findings = new ArrayList<>();
        TomlSkeleton skeleton = new TomlScanner(name, normal, findings).scan();
        Map<String, Object> root = Map.of();
        try {
            root = restored(new Toml().read(skeleton.text()).toMap(), skeleton);
        } catch (IllegalStateException refused) {
            findings.add(refusal(name, refused, skeleton));
        }
        return new TomlDocument(name, root, skeleton, List.copyOf(findings));
    }

    /** What is no TOML, by line; the rest of the document is there nevertheless. */
    List<Finding> syntaxErrors() {
        return syntaxErrors;
    }

    /** The whole document as a table whose defects go to {@code findings}. */
    TomlTable root(List<Finding> findings) {
        return new TomlTable(file, "", root, skeleton, findings);
    }

    private static Finding refusal(String name, IllegalStateException refused, TomlSkeleton skeleton) {
        String message = String.valueOf(refused.getMessage());
        int at = message.indexOf("on line ");
        int line = 0;
        if (at >= 0) {
            int end = at + 8;
            while (end < message.length() && Character.isDigit(message.charAt(end))) {
                end++;
            }
            line = end > at + 8 ? skeleton.lineOf(Integer.parseInt(message.substring(at + 8, end))) : 0;
        }
        return new Finding(
                name, line, null, "a table or key that does not fit the ones before it", "each table and key once");
    }

    private static String decode(String name, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(input, output, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new CourseException(
                    List.of(new Finding(name, line, null, "a byte that is no UTF-8", "a text file in UTF-8")));
        }
        return output.flip().toString();
    }

    @SuppressWarnings("unchecked") // toml4j's maps have string keys
    private static Object restored(Object value, TomlSkeleton skeleton) {
        if (value instanceof String word) {
            return skeleton.scalarOf(word);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> restored(element, skeleton)).toList();
        }
        return restored((Map<String, Object>) value, skeleton);
    }

    private static Map<String, Object> restored(Map<String, Object> table, TomlSkeleton skeleton) {
        Map<String, Object> result = new LinkedHashMap<>();
        table.forEach((word, value) -> result.put(skeleton.keyOf(word), restored(value, skeleton)));
        return result;
    }
}
