package dev.runner.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Makes TOML documents at random: every kind of string, number, key and table, in every way to write it. */
final class TomlDocuments {
    private static final String ALPHABET = "[]{}\"'=.,#\\\n\t -_0123abeEtfnu+:TZ\ré";
    private static final List<String> WORDS =
            List.of("name", "hint", "a-b", "_", "7", "clé", "a b", "x.y", "", "\"", "\\n");
    private static final List<String> TEXTS = List.of(
            "",
            "plain",
            "a\\nb",
            "C:\\work\\new",
            "\ttab",
            "quote \" and '",
            "two\nlines",
            "\n\nlast\n",
            "ends in \\",
            "ümläut 🦀",
            "# no comment",
            "[[no.table]]",
            "x = 1",
            "\"\"",
            "\u0001\u007f",
            "a\r\nb",
            "'''",
            "\"\"\"");
    private static final List<String> SCALARS = List.of(
            "0",
            "-17",
            "+4",
            "1_000",
            "0xFF",
            "0o17",
            "0b101",
            "9223372036854775807",
            "1.5",
            "-2e3",
            "6.02E+2_3",
            "inf",
            "-inf",
            "true",
            "false",
            "2026-11-24",
            "08:30:00",
            "2026-11-24T08:30:00Z",
            "2026-11-24 08:30:00.25+01:00");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    TomlDocuments(Random random) {
        this.random = random;
    }

    /** A document that is TOML 1.0. */
    String next() {
        text.setLength(0);
        statements();
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            // A prefix keeps the tables' names apart from the keys at the top.
            String name = "t " + pick(WORDS);
            if (names.add(name)) {
                tables(name);
            }
        }
        return text.toString();
    }

    private void tables(String name) {
        boolean array = random.nextBoolean();
        for (int i = array ? 1 + random.nextInt(3) : 1; i > 0; i--) {
            text.append(array ? "[[" + key(name) + "]]" : "[ " + key(name) + " ]");
            text.append(gap()).append('\n');
            statements();
            if (random.nextInt(3) == 0) {
                text.append("[")
                        .append(key(name))
                        .append(" . ")
                        .append(key("sub"))
                        .append("]\n");
                statements();
            }
        }
    }

    private void statements() {
        Set<String> used = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            String word = pick(WORDS);
            if (used.add(word)) {
                String dotted = random.nextInt(5) == 0 ? "." + key(pick(WORDS)) : "";
                text.append(key(word)).append(dotted).append(" = ").append(value(2));
                text.append(gap()).append('\n');
            }
        }
    }

    private String gap() {
        return pick(List.of("", "", " ", "\t# a comment with \" and [", "\n", "\n# x = 1\n"));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> pick(SCALARS);
            case 3 -> array(depth - 1);
            case 4 -> inline(depth - 1);
            default -> string(pick(TEXTS));
        };
    }

    private String array(int depth) {
        // toml4j, and so we, want values of one kind; scalars of all types count as one.
        List<Supplier<String>> kinds = List.of(
                () -> pick(SCALARS), () -> string(pick(TEXTS)), () -> array(depth - 1), () -> inline(depth - 1));
        Supplier<String> kind = kinds.get(random.nextInt(depth > 0 ? 4 : 2));
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(kind.get());
        }
        String comma = pick(List.of(",", ", ", " ,\n  ", ", # more\n"));
        return "[" + String.join(comma, values) + (values.isEmpty() ? "" : pick(List.of("", ",", "\n"))) + "]";
    }

    private String inline(int depth) {
        Set<String> used = new HashSet<>();
        List<String> entries = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String word = pick(WORDS);
            if (used.add(word)) {
                entries.add(key(word) + " = " + value(depth));
            }
        }
        return "{ " + String.join(", ", entries) + " }";
    }

    private String key(String word) {
        if (TomlKeys.isPlain(word) && random.nextInt(3) > 0) {
            return word;
        }
        return random.nextBoolean() && !word.contains("'") ? "'" + word + "'" : "\"" + escaped(word, false) + "\"";
    }

    private String string(String content) {
        boolean literal = content.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\n' || c == '\t');
        return switch (random.nextInt(4)) {
            case 0 ->
                literal && !content.contains("'") && !content.contains("\n") ? "'" + content + "'" : string(content);
            case 1 -> literal && !content.contains("'''") ? "'''\n" + content + "'''" : string(content);
            case 2 -> "\"\"\"\n" + escaped(content, true) + "\"\"\"";
            default -> "\"" + escaped(content, false) + "\"";
        };
    }

    private String escaped(String content, boolean lines) {
        StringBuilder escaped = new StringBuilder();
        content.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c == '\n' && lines) {
                escaped.append(random.nextInt(4) == 0 ? "\\n\\\n   " : "\n");
            } else if (c == '\n' || c == '\t' && random.nextBoolean()) {
                escaped.append(c == '\n' ? "\\n" : "\\t");
            } else if (c < ' ' && c != '\t' || c > 0xFFFF || c == 0x7f || random.nextInt(12) == 0) {
                escaped.append(c > 0xFFFF ? String.format("\\U%08X", c) : String.format("\\u%04x", c));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private String pick(List<String> among) {
        return among.get(random.nextInt(among.size()));
    }

    /** The document with a character or two lost, added, mistaken or said twice. */
    static String broken(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        for (int i = 1 + random.nextInt(2); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, other);
                case 2 -> text.setCharAt(at, other);
                default -> {
                    int from = random.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + random.nextInt(12))));
                }
            }
        }
        return text.toString();
    }
}
