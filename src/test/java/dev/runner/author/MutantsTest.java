package dev.runner.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MutantsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "a == b ~ a != b ~ == -> !=",
                "a != b ~ a == b ~ != -> ==",
                "a < b ~ a <= b ~ < -> <=",
                "a <= b ~ a < b ~ <= -> <",
                "a > b ~ a >= b ~ > -> >=",
                "a >= b ~ a > b ~ >= -> >",
                "a + b ~ a - b ~ + -> -",
                "a - b ~ a + b ~ - -> +",
                "a * b ~ a / b ~ * -> /",
                "a / b ~ a * b ~ / -> *",
                "a += b; ~ a -= b; ~ += -> -=",
                "a -= b; ~ a += b; ~ -= -> +=",
                "a && b ~ a || b ~ && -> ||",
                "a || b ~ a && b ~ || -> &&",
                "let x = 9; ~ let x = 10; ~ 9 -> 10",
                "let x = true; ~ let x = false; ~ true -> false",
                "let x = false; ~ let x = true; ~ false -> true",
                "if !done { ~ if done { ~ ! left out",
                "if !(a) { ~ if (a) { ~ ! left out",
                "f(\"a == b\", 1) ~ f(\"a == b\", 2) ~ 1 -> 2",
                "g('1', 'x') + h ~ g('1', 'x') - h ~ + -> -",
                "a + b // 1 + 2 ~ a - b // 1 + 2 ~ + -> -",
            })
    void aLineIsChangedInOnePlace(String line, String changed, String change) {
        assertThat(Mutants.of(line + "\n")).containsExactly(new Mutants.Mutant(1, change, changed + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let x: Vec<u8> = y;",
                "fn f(x: &str) -> bool {",
                "let f = |x| x;",
                "match x { _ => y }",
                "for i in 0..10 {",
                "let x = 3.14;",
                "let y = pair.0;",
                "let z = 1_000;",
                "let w = 10u8;",
                "let x1 = y2;",
                "println!(\"{x}\");",
                "let s = \"a \\\" == 1\";",
                "*x",
                "-x",
                "&&x",
                "// a == 1",
                "#[derive(true)]",
                "use a::{b1 + c};",
                "impl<T: A + B> X {",
            })
    void whatOnlyLooksLikeAnOperatorStays(String line) {
        assertThat(Mutants.of(line + "\n")).isEmpty();
    }

    @Test
    void everyPlaceOfALineIsChangedForItself() {
        assertThat(Mutants.of("if a == 1 && !b {"))
                .extracting(Mutants.Mutant::text)
                .containsExactly(
                        "if a != 1 && !b {\n", "if a == 1 || !b {\n", "if a == 2 && !b {\n", "if a == 1 && b {\n");
    }

    @Test
    void aNumberMayBeOfAnyLength() {
        assertThat(Mutants.of("let x = 99999999999999999999;"))
                .extracting(Mutants.Mutant::change)
                .containsExactly("99999999999999999999 -> 100000000000000000000");
    }

    @Test
    void mainAndTheTestsStayAsTheyAre() {
        assertThat(changedLines("""
                fn add(a: i32) -> i32 {
                    a + 1
                }

                fn main() {
                    assert!(add(1) == 2);
                }

                fn double(a: i32) -> i32 {
                    a * 2
                }

                #[cfg(test)]
                mod tests {
                    const X: i32 = 1 + 1;
                }
                """)).containsExactly(2, 2, 10, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fn main() {}",
                "fn main() -> Result<(), Error> {\n    let x = 1 + 1;\n}",
                "pub fn main() {\n    let x = 1 + 1;\n}",
                "async fn main() {\n    let x = 1 + 1;\n}",
            })
    void aMainOfAnyShapeEndsWhereItEnds(String main) {
        int lines = (int) main.lines().count();
        assertThat(changedLines(main + "\n\nfn f() -> bool {\n    true\n}\n")).containsExactly(lines + 3);
    }

    private static List<Integer> changedLines(String solution) {
        return Mutants.of(solution).stream().map(Mutants.Mutant::line).toList();
    }
}
