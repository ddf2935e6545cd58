package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.testing.RustcJson;
import dev.runner.toolchain.Diagnostic.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines are rustc 1.95's and cargo's own, only the explanations and texts that nobody reads are shortened. */
class DiagnosticsTest {
    private static final String MOVED = """
            {"$message_type":"diagnostic","message":"borrow of moved value: `s`","code":{"code":"E0382",\
            "explanation":"A variable was used after its contents have been moved elsewhere.\\n"},"level":"error",\
            "spans":[{"file_name":"d.rs","byte_start":52,"byte_end":53,"line_start":2,"line_end":2,\
            "column_start":40,"column_end":41,"is_primary":false,"text":[{"text":"    let s = String::from(\\"é\\");",\
            "highlight_start":40,"highlight_end":41}],"label":"value moved here","suggested_replacement":null,\
            "suggestion_applicability":null,"expansion":null},{"file_name":"d.rs","byte_start":70,"byte_end":71,\
            "line_start":3,"line_end":3,"column_start":16,"column_end":17,"is_primary":true,"text":[],\
            "label":"value borrowed here after move","expansion":{"span":{"file_name":"library/std/src/macros.rs",\
            "line_start":143,"line_end":143,"column_start":28,"column_end":61,"is_primary":true,"text":[],\
            "expansion":null},"macro_decl_name":"println!","def_site_span":null}}],"children":[{"message":"consider \
            cloning","code":null,"level":"help","spans":[{"file_name":"d.rs","line_start":9,"line_end":9,\
            "column_start":9,"column_end":9,"is_primary":true,"text":[]}],"children":[],"rendered":null}],\
            "rendered":"\\u001b[1m\\u001b[91merror[E0382]\\u001b[0m: borrow of moved value: `s`\\n"}
            {"$message_type":"diagnostic","message":"aborting due to 1 previous error; 1 warning emitted","code":null,\
            "level":"error","spans":[],"children":[],"rendered":"error: aborting due to 1 previous error\\n\\n"}
            {"$message_type":"diagnostic","message":"For more information about this error, try `rustc --explain \
            E0382`.","code":null,"level":"failure-note","spans":[],"children":[],"rendered":"For more…\\n"}
            """;

    private static final String BY_CARGO = """
            {"reason":"compiler-message","package_id":"path+file:///pk#0.0.0","manifest_path":"/pk/Cargo.toml",\
            "target":{"kind":["bin"],"crate_types":["bin"],"name":"pk","src_path":"/pk/src/main.rs","edition":"2024",\
            "doc":true,"doctest":false,"test":true},"message":{"$message_type":"diagnostic","message":"unused \
            variable: `x`","code":{"code":"unused_variables","explanation":null},"level":"warning","spans":\
            [{"file_name":"src/main.rs","byte_start":16,"byte_end":17,"line_start":1,"line_end":1,"column_start":17,\
            "column_end":18,"is_primary":true,"text":[],"label":null}],"children":[],"rendered":"warning: unused\\n"}}
            {"reason":"compiler-artifact","package_id":"path+file:///pk#0.0.0","target":{"kind":["bin"],"name":"pk"},\
            "profile":{"test":false},"features":[],"filenames":["/pk/target/debug/pk"],\
            "executable":"/pk/target/debug/pk","fresh":false}
            {"reason":"build-finished","success":true}
            """;

    @Test
    void theFirstPrimarySpanIsThePlaceAndTheSummariesAreLeftOut() {
        assertThat(Diagnostics.parse(MOVED))
                .containsExactly(new Diagnostic(
                        Level.ERROR,
                        "E0382",
                        "borrow of moved value: `s`",
                        "d.rs",
                        3,
                        16,
                        "\u001b[1m\u001b[91merror[E0382]\u001b[0m: borrow of moved value: `s`\n"));
    }

    @Test
    void cargosEnvelopeIsOpened() {
        assertThat(Diagnostics.parse(BY_CARGO))
                .containsExactly(new Diagnostic(
                        Level.WARNING,
                        "unused_variables",
                        "unused variable: `x`",
                        "src/main.rs",
                        1,
                        17,
                        "warning: unused\n"));
    }

    @Test
    void aSyntaxErrorHasNoCode() {
        Diagnostic error = Diagnostics.parse(RustcJson.error("this file contains an unclosed delimiter", 1))
                .get(0);
        assertThat(error.code()).isNull();
        assertThat(error.isError()).isTrue();
    }

    @Test
    void anErrorWithoutAPlaceIsKept() {
        String line = """
                {"message":"linking with `cc` failed: exit status: 1","code":null,"level":"error","spans":[],\
                "children":[],"rendered":"error: linking with `cc` failed\\n"}""";
        assertThat(Diagnostics.parseLine(line))
                .contains(new Diagnostic(
                        Level.ERROR,
                        null,
                        "linking with `cc` failed: exit status: 1",
                        "",
                        0,
                        0,
                        "error: linking with `cc` failed\n"));
    }

    @ParameterizedTest
    @CsvSource({"error, ERROR", "error: internal compiler error, ERROR", "warning, WARNING", "note, NOTE", "help, NOTE"
    })
    void levelsAreRustcs(String level, Level expected) {
        String line = "{\"level\":\"" + level + "\",\"message\":\"m\"}";
        assertThat(Diagnostics.parseLine(line)).get().returns(expected, Diagnostic::level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "warning: unused variable",
                "{",
                "{ \"not\": json",
                "{}",
                "{\"level\":\"error\"}",
                "{\"message\":\"no level\"}",
                "{\"level\":null,\"message\":null}",
                "{\"level\":\"error\",\"message\":[1]}",
                "{\"level\":\"error\",\"message\":\"m\",\"spans\":{}}",
                "{\"level\":\"error\",\"message\":\"m\",\"spans\":[{\"line_start\":\"x\"}]}",
                "{\"level\":\"error\",\"message\":\"m\",\"spans\":[{\"line_start\":99999999999}]}",
                "{\"reason\":null,\"level\":\"error\",\"message\":\"m\"}",
                "{\"reason\":\"build-script-executed\",\"level\":\"error\",\"message\":\"m\"}",
                "{\"artifact\":\"/out/lint.rmeta\",\"emit\":\"metadata\"}",
                "{\"message\":\"2 warnings emitted\",\"level\":\"warning\",\"code\":null,\"spans\":[]}",
                "{\"message\":\"1 warning emitted\",\"level\":\"warning\",\"code\":null,\"spans\":[]}",
            })
    void aLineThatIsNoDiagnosticIsLeftOut(String line) {
        assertThat(Diagnostics.parseLine(line)).isEmpty();
    }

    @Test
    void nestingWithoutEndIsNoDiagnostic() {
        assertThat(Diagnostics.parseLine("{\"message\":".repeat(100_000))).isEmpty();
    }

    @Test
    void theOrderOfTheKeysMakesNoDifference() {
        assertThat(Diagnostics.parseLine("""
                        {"spans":[{"is_primary":true,"column_start":2,"line_start":3,"file_name":"a.rs"}],"code":null,\
                        "rendered":"r","level":"error","message":"m"}""")).contains(new Diagnostic(Level.ERROR, null, "m", "a.rs", 3, 2, "r"));
    }

    @Test
    void whatIsNoJsonIsPlainText() {
        assertThat(Diagnostics.plainText("thread 'rustc' panicked\n{\"level\":\"error\"}\nnote: a bug\n"))
                .isEqualTo("thread 'rustc' panicked\nnote: a bug\n");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "E0382, false",
                "unused_variables, true",
                "clippy::needless_return, true",
                "E038, true",
                "E03823, true",
                "E038x, true",
                "F0382, true",
                "null, false"
            })
    void whatHasANameAndNoNumberIsALint(String code, boolean lint) {
        Diagnostic diagnostic = new Diagnostic(Level.ERROR, code, "m", "", 0, 0, "");
        assertThat(diagnostic.isLint()).isEqualTo(lint);
    }
}
