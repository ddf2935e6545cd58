package dev.runner.integrity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Rewrites a source so that its tests and its {@code main} prove that they came to their end. Each is given another name
 * and called by a function of ours with its own name, which appends a secret number to a file when the call has returned
 * as it should; a test that should panic is watched while it does. Code of ours stands behind the closing brace of what it
 * calls, on the same line, uses absolute paths and no macro, so that nothing in the file can change what it means.
 */
final class Instrumentation {
    /** An edit of the text: {@code length} characters are replaced. */
    private record Edit(int at, int length, String text) {}

    private final Source source;
    private final String prove;
    private final String suffix;
    private final LongSupplier secrets;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private final StringBuilder entrances = new StringBuilder();
    private boolean panics;

    /** @param secrets numbers that nobody can guess */
    Instrumentation(Source source, LongSupplier secrets) {
        this.source = source;
        this.secrets = secrets;
        this.suffix = "_" + Long.toHexString(secrets.getAsLong() | Long.MIN_VALUE);
        this.prove = "proof" + suffix;
    }

    /**
     * @param tests the names of the tests that count
     * @param main whether {@code main} has to come to its end
     * @param entered functions that the program has to enter
     * @param file where the numbers are appended; it must be there already
     */
    Instrumented apply(List<String> tests, boolean main, Set<String> entered, String file) {
        TestParts.of(source).tests().stream()
                .filter(test -> tests.contains(test.name()) && !test.item().has("ignore"))
                .forEach(test -> test(test.item()));
        entered.forEach(this::entrance);
        Optional<Item> start = MainCalls.main(source);
        // A main that is not in sight proves nothing; nor does a program without one pass.
        String proving = main ? proving(proof("`main` ran to its end", false)) : "";
        if (start.isPresent()) {
            main(start.get(), proving, file);
        } else {
            edits.add(new Edit(source.text().length(), 0, "\n" + module(file)));
        }
        return new Instrumented(edited(), proofs);
    }

    private void test(Item test) {
        String attributes = "";
        String expected = null;
        for (Attribute attribute : test.attributes()) {
            if (attribute.isBare("test")) {
                attributes += " " + textOf(attribute);
                replace(attribute, "#[cfg(test)]");
            } else if (attribute.name().equals("should_panic")) {
                attributes += " " + textOf(attribute);
                replace(attribute, "#[rustfmt::skip]");
            } else if (attribute.isCondition()) {
                attributes += " " + textOf(attribute);
            }
            if (attribute.name().equals("should_panic")) {
                Optional<Token> literal = attribute.content().stream()
                        .filter(token -> token.kind() == Token.Kind.LITERAL)
                        .findFirst();
                expected = literal.isPresent() ? literal.get().text() : "\"\"";
            }
        }
        String inner = rename(test);
        long token = proof("test `" + test.name() + "` ran to its end", true);
        String result = result(test);
        String call;
        if (expected != null) {
            panics = true;
            call = "if let ::core::result::Result::Err(panic) = ::std::panic::catch_unwind(" + inner + ") { crate::"
                    + prove + "::panicked(panic, " + expected + ", " + token + "); }";
        } else if (isResult(result)) {
            call = "let result = " + inner + "(); if ::core::result::Result::is_ok(&result) { " + proving(token)
                    + " } result";
        } else {
            call = inner + "(); " + proving(token);
        }
        behind(test, attributes + " fn " + test.name() + "()" + result + " { " + call + " }");
    }

    private void main(Item main, String proving, String file) {
        String wrapper = "";
        if (!proving.isEmpty()) {
            String inner = rename(main);
            String result = result(main);
            String call = result.isEmpty()
                    ? inner + "(); " + proving
                    : "let result = " + inner + "(); " + proving + " result";
            wrapper = " fn main()" + result + " { " + call + " }";
        }
        behind(main, wrapper + " " + module(file));
    }

    /** Tells when a function is entered for the first time by the program; tests may enter what they like. */
    private void entrance(String name) {
        source.items().stream()
                .filter(item -> item.kind().equals("fn") && item.name().equals(name) && item.open() >= 0)
                .filter(item -> source.code().subList(item.head(), item.nameAt()).stream()
                        .noneMatch(token -> token.is("const") || token.is("async")))
                .filter(item -> !source.code().get(item.open() + 1).is("#"))
                .findFirst()
                .ifPresent(item -> {
                    long token = proof("`main` called `" + name + "`", false);
                    String entrance = "entered_" + name;
                    entrances
                            .append(" pub(super) fn ")
                            .append(entrance)
                            .append("() { static ONCE: ::std::sync::Once = ::std::sync::Once::new(); ")
                            .append("if !cfg_test() { ONCE.call_once(|| done(")
                            .append(token)
                            .append(")); } }");
                    int open = source.code().get(item.open()).end();
                    edits.add(new Edit(open, 0, " crate::" + prove + "::" + entrance + "();"));
                });
    }

    private long proof(String what, boolean forTests) {
        // An i64 that is not negative can be written as it is.
        long token = secrets.getAsLong() >>> 1;
        proofs.add(new Proof(token, what, forTests));
        return token;
    }

    private String proving(long token) {
        return "crate::" + prove + "::done(" + token + ");";
    }

    private String module(String file) {
        String panicked = """
                #[cfg(test)] pub(super) fn panicked(panic: ::std::boxed::Box<dyn ::core::any::Any + ::core::marker::Send>, \
                expected: &str, token: i64) { \
                let said = if let ::core::option::Option::Some(text) = panic.downcast_ref::<&str>() { *text } \
                else if let ::core::option::Option::Some(text) = panic.downcast_ref::<::std::string::String>() \
                { text.as_str() } else { "" }; \
                if said.contains(expected) { done(token); } \
                ::std::panic::resume_unwind(panic) }""";
        String test = "#[cfg(test)] fn cfg_test() -> bool { true } #[cfg(not(test))] fn cfg_test() -> bool { false }";
        return "mod " + prove + " { "
                + "pub(super) fn done(token: i64) { "
                + "if let ::core::result::Result::Ok(mut file) = "
                + "::std::fs::OpenOptions::new().append(true).open(" + quoted(file) + ") { "
                + "let _written = ::std::io::Write::write_all(&mut file, &token.to_be_bytes()); } } "
                + (panics ? panicked : "")
                + (entrances.isEmpty() ? "" : test + entrances)
                + " }";
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The item's new name; only its own definition is changed, so who calls it calls ours. */
    private String rename(Item item) {
        Token name = source.code().get(item.nameAt());
        String other = item.name() + suffix;
        edits.add(new Edit(name.start(), name.end() - name.start(), other));
        return other;
    }

    /** The result type with its arrow, or nothing. */
    private String result(Item item) {
        List<Token> head = source.code().subList(item.nameAt(), item.open());
        for (int at = 0; at + 1 < head.size(); at++) {
            if (head.get(at).is("-") && head.get(at + 1).is(">")) {
                int to = source.code().get(item.open()).start();
                String text = source.text().substring(head.get(at).start(), to).strip();
                return " " + text.replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    private static boolean isResult(String result) {
        return result.matches(" -> *([\\w:]*::)?Result\\b.*");
    }

    private void behind(Item item, String text) {
        edits.add(new Edit(source.code().get(item.end() - 1).end(), 0, text));
    }

    private String textOf(Attribute attribute) {
        return source.text().substring(start(attribute), end(attribute)).replaceAll("[\\r\\n]+\\s*", " ");
    }

    /** An attribute that says nothing takes its place: a gap between others would be remarked. Lines stay as many. */
    private void replace(Attribute attribute, String other) {
        String text = source.text().substring(start(attribute), end(attribute));
        edits.add(new Edit(start(attribute), text.length(), other + text.replaceAll("[^\\r\\n]", "")));
    }

    private int start(Attribute attribute) {
        return source.code().get(attribute.start()).start();
    }

    private int end(Attribute attribute) {
        return source.code().get(attribute.end() - 1).end();
    }

    private String edited() {
        StringBuilder text = new StringBuilder(source.text());
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::at).reversed())
                .forEach(edit -> text.replace(edit.at(), edit.at() + edit.length(), edit.text()));
        return text.toString();
    }
}
