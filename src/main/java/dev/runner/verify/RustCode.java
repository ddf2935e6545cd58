package dev.runner.verify;

import dev.runner.course.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the compiler sees as code in a Rust source of edition 2021 or later ("The Rust Reference", Lexical structure):
 * comments and the insides of strings and characters are blanked out, line ends kept, and every kind of whitespace that
 * Rust knows is a space or a line end. It never fails; what it makes of a source that does not compile means nothing.
 */
final class RustCode {
    /** Those whose strings are what they are taken for here. */
    static final Set<String> EDITIONS = Set.of("2021", "2024");

    private static final Set<String> CONDITIONS = Set.of("cfg_attr", "cfg_select");
    private static final Pattern OTHER_CONDITION = Pattern.compile("\\bcfg\\b(?!\\s*\\(\\s*test\\s*\\))");
    private static final Pattern RARE_SPACES = Pattern.compile("[\\u0085\\u200E\\u200F\\u2028\\u2029\\uFEFF]");

    private final String source;
    private final StringBuilder code;
    private final Set<String> words = new HashSet<>();
    private int at;

    private RustCode(String source) {
        this.source = source;
        this.code = new StringBuilder(source.length());
    }

    /** The code of {@code source}. */
    static RustCode of(String source) {
        RustCode code = new RustCode(RARE_SPACES.matcher(source).replaceAll(" "));
        while (code.at < source.length()) {
            code.next();
        }
        return code;
    }

    /**
     * The code of a plan's file, where all that is compiled stands in it: of a standard exercise without dependencies, whose
     * macros expand to whatever they like. Empty for any other, and where the file can't be read.
     */
    static Optional<RustCode> whole(CheckPlan plan) {
        if (plan.mode() != Mode.STANDARD
                || !plan.crates().isEmpty()
                || !EDITIONS.contains(plan.manifest().edition())) {
            return Optional.empty();
        }
        try {
            byte[] source = Files.readAllBytes(plan.root().resolve(plan.source()));
            return Optional.of(of(new String(source, StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** It, as long as the source. */
    String text() {
        return code.toString();
    }

    /** Every name, keyword and number in it. */
    Set<String> words() {
        return Collections.unmodifiableSet(words);
    }

    boolean has(String word) {
        return words.contains(word);
    }

    boolean hasOneOf(Collection<String> names) {
        return !Collections.disjoint(words, names);
    }

    boolean matches(Pattern pattern) {
        return pattern.matcher(code).find();
    }

    /** Whether it is compiled otherwise under other conditions than {@code cfg(test)}. */
    boolean hasOtherConditions() {
        return hasOneOf(CONDITIONS) || has("cfg") && matches(OTHER_CONDITION);
    }

    private void next() {
        char first = source.charAt(at);
        switch (first) {
            case '/' -> comment();
            case '"' -> blankTo(endOfQuoted('"'));
            case '\'' -> {
                if (isCharacter()) {
                    blankTo(endOfQuoted('\''));
                } else {
                    takeOne();
                }
            }
            default -> {
                if (isWord(first)) {
                    word();
                } else {
                    takeOne();
                }
            }
        }
    }

    private void comment() {
        if (source.startsWith("//", at)) {
            int end = source.indexOf('\n', at);
            blankTo(end < 0 ? source.length() : end);
        } else if (source.startsWith("/*", at)) {
            blankTo(endOfComment());
        } else {
            takeOne();
        }
    }

    /** A word, and the raw string that it may begin: {@code r"…"}, {@code br#"…"#}. */
    private void word() {
        int end = at;
        while (end < source.length() && isWord(source.charAt(end))) {
            end++;
        }
        String word = source.substring(at, end);
        words.add(word);
        take(end - at);
        if (word.equals("r") || word.equals("br") || word.equals("cr")) {
            int quote = end;
            while (quote < source.length() && source.charAt(quote) == '#') {
                quote++;
            }
            if (quote < source.length() && source.charAt(quote) == '"') {
                String close = '"' + "#".repeat(quote - end);
                int closed = source.indexOf(close, quote + 1);
                blankTo(closed < 0 ? source.length() : closed + close.length());
            }
        }
    }

    /** Whether the quote here is a character's and not a lifetime's. */
    private boolean isCharacter() {
        if (at + 1 >= source.length()) {
            return false;
        }
        int width = Character.charCount(source.codePointAt(at + 1));
        return source.charAt(at + 1) == '\\' || source.startsWith("'", at + 1 + width);
    }

    private int endOfQuoted(char quote) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, source.length());
    }

    private int endOfComment() {
        int depth = 0;
        int end = at;
        do {
            if (source.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (source.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        } while (depth > 0 && end < source.length());
        return Math.min(end, source.length());
    }

    private void takeOne() {
        code.append(source.charAt(at++));
    }

    private void take(int length) {
        code.append(source, at, at + length);
        at += length;
    }

    private void blankTo(int end) {
        for (int line = source.indexOf('\n', at); line >= 0 && line < end; line = source.indexOf('\n', at)) {
            code.append(" ".repeat(line - at)).append('\n');
            at = line + 1;
        }
        code.append(" ".repeat(end - at));
        at = end;
    }

    private static boolean isWord(char c) {
        return c < 0x80
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
                : Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c);
    }
}
