package dev.runner.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LexerTest {
    /** Each is one token, whatever it looks like within. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"",
                "\"\\\"\"",
                "\"// no comment /*\"",
                "\"\\\\\"",
                "b\"{\"",
                "c\"}\"",
                "r\"\\\"",
                "r#\"a\"b\"#",
                "r##\"\"#\"##",
                "br#\"\"}\"#",
                "cr#\"\"}\"#",
                "'a'",
                "'\\''",
                "'\"'",
                "'\\\\'",
                "'{'",
                "'\\u{7D}'",
                "'\uD83E\uDD80'",
                "b'\\''",
                "b'\"'",
                "'''",
                "12_000u32",
                "1.5e-3",
                "0xFFe",
                "1e10f64",
                "// a comment \"",
                "/* a /* nested */ one */",
                "/// documents",
                "/**/"
            })
    void isOneToken(String text) {
        assertThat(Lexer.tokens(text)).hasSize(1);
        assertThat(Lexer.tokens(text + "\n}")).extracting(Token::text).containsExactly(text, "}");
    }

    @Test
    void lifetimesAreNoCharacters() {
        assertThat(texts("fn f<'a>(x: &'a str) -> &'static str { 'a: loop { break 'a } }"))
                .contains("'a", "'static")
                .doesNotContain("'a>");
        assertThat(kinds("'a 'b' '_ 'r#in")).startsWith(Token.Kind.LIFETIME, Token.Kind.LITERAL, Token.Kind.LIFETIME);
    }

    @Test
    void rangesAreNoFractions() {
        assertThat(texts("0..10")).containsExactly("0", ".", ".", "10");
        assertThat(texts("1.max(2)")).startsWith("1", ".", "max");
        assertThat(texts("tuple.0.1")).contains("tuple");
        assertThat(texts("0xe+1")).containsExactly("0xe", "+", "1");
    }

    @Test
    void aRawNameIsTheNameAndNoKeyword() {
        Token token = Lexer.tokens("r#mod").get(0);
        assertThat(token.kind()).isEqualTo(Token.Kind.RAW_WORD);
        assertThat(token.names("mod")).isTrue();
        assertThat(token.is("mod")).isFalse();
    }

    /** rustc composes names, so that K (the sign for kelvin) and K are one. */
    @Test
    void namesAreComposed() {
        assertThat(Lexer.tokens("\u212A").get(0).text()).isEqualTo("K");
    }

    @Test
    void theShellsLineIsLeftOutAndAnAttributeIsNot() {
        assertThat(texts("#!/bin/rust \" {\nfn")).containsExactly("fn");
        assertThat(texts("#![no_main]")).startsWith("#", "!", "[");
        assertThat(texts("#! // a comment\n [no_main]")).contains("no_main");
        assertThat(texts("\uFEFFfn")).containsExactly("fn");
    }

    @Test
    void linesAreCounted() {
        assertThat(Lexer.tokens("a\r\n\"x\ny\"\nb")).extracting(Token::line).containsExactly(1, 2, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "r#\"", "/*", "'", "'\\", "b'", "r#", "#!", "\\", "\"\\", "/* /* */"})
    void whatDoesNotEndIsNoFault(String text) {
        assertThat(Lexer.tokens(text)).allMatch(token -> token.end() <= text.length());
    }

    private static List<String> texts(String source) {
        return Lexer.tokens(source).stream().map(Token::text).toList();
    }

    private static List<Token.Kind> kinds(String source) {
        return Lexer.tokens(source).stream().map(Token::kind).toList();
    }
}
