package dev.runner.integrity;

import java.util.List;

/**
 * An attribute, inner or outer.
 *
 * @param start the index of its {@code #} in the code's tokens
 * @param end the index behind its closing bracket
 * @param inner whether it is {@code #![…]}
 * @param content what stands between the brackets
 */
record Attribute(int start, int end, boolean inner, List<Token> content) {
    Attribute {
        content = List.copyOf(content);
    }

    /** Its name; the last part of its path, and what {@code unsafe(…)} wraps. */
    String name() {
        int at = 0;
        if (content.size() > 2 && content.get(0).is("unsafe") && content.get(1).is("(")) {
            at = 2;
        }
        String name = "";
        while (at < content.size()
                && (content.get(at).isName() || content.get(at).is(":"))) {
            name = content.get(at).isName() ? content.get(at).text() : name;
            at++;
        }
        return name;
    }

    /** Whether it is exactly {@code name}, with nothing behind it. */
    boolean isBare(String name) {
        return content.size() == 1 && content.get(0).names(name);
    }

    boolean mentions(String word) {
        return content.stream().anyMatch(token -> token.names(word));
    }

    boolean isCondition() {
        return name().equals("cfg") || name().equals("cfg_attr");
    }

    /** Whether it is {@code cfg(test)}, or {@code cfg(all(test, …))}. */
    boolean isForTests() {
        return name().equals("cfg") && mentions("test") && !mentions("not") && !mentions("any");
    }

    /** As the source would have it, with single blanks. */
    String shown() {
        return "#" + (inner ? "!" : "") + "[" + Texts.shown(content) + "]";
    }
}
