package dev.runner.integrity;

import java.util.ArrayList;
import java.util.List;

/** All attributes of a source, those in macros and function bodies included. */
final class Attributes {
    private Attributes() {}

    static List<Attribute> in(Source source) {
        List<Token> code = source.code();
        List<Attribute> all = new ArrayList<>();
        for (int at = 0; at + 2 < code.size(); at++) {
            int bracket = code.get(at + 1).is("!") ? at + 2 : at + 1;
            if (code.get(at).is("#") && code.get(bracket).is("[")) {
                int end = behindGroup(code, bracket);
                List<Token> content = code.subList(bracket + 1, Math.max(bracket + 1, end - 1));
                all.add(new Attribute(at, end, bracket == at + 2, content));
            }
        }
        return all;
    }

    /** Behind the bracket that closes the one at {@code open}. */
    static int behindGroup(List<Token> code, int open) {
        int depth = 0;
        for (int index = open; index < code.size(); index++) {
            if (code.get(index).opens()) {
                depth++;
            } else if (code.get(index).closes()) {
                depth--;
            }
            if (depth == 0) {
                return index + 1;
            }
        }
        return code.size();
    }
}
