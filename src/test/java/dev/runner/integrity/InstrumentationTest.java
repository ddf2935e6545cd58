package dev.runner.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InstrumentationTest {
    private static final String COURSE = """
            fn add(a: u32, b: u32) -> u32 {
                a + b
            }
            fn main() {
                add(1, 2);
            }
            #[cfg(test)]
            mod tests {
                use super::*;
                #[test]
                fn adds() {
                    assert_eq!(add(1, 2), 3);
                }
                #[test]
                #[should_panic(expected = "overflow")]
                fn overflows() {
                    add(u32::MAX, 1);
                }
                #[test]
                fn reads() -> Result<(), std::num::ParseIntError> {
                    assert_eq!(add("1".parse()?, 2), 3);
                    Ok(())
                }
            }
            """;

    private final AtomicLong secrets = new AtomicLong(0x7000_0000_0000_0000L);
    private final Instrumented proving =
            CourseText.of(COURSE, null).instrumented(COURSE, () -> secrets.addAndGet(2), "/scratch/p");
    private final List<String> lines = proving.text().lines().toList();

    @Test
    void linesStayWhereTheyAre() {
        List<String> before = COURSE.lines().toList();
        assertThat(lines).hasSameSizeAs(before);
        assertThat(lines.get(11)).isEqualTo(before.get(11));
        assertThat(lines.get(16)).isEqualTo(before.get(16));
        assertThat(lines.get(20)).isEqualTo(before.get(20));
    }

    @Test
    void aTestProvesThatItReturned() {
        String name = "adds_f000000000000002";
        assertThat(lines.get(10)).isEqualTo("    fn " + name + "() {");
        assertThat(lines.get(12))
                .matches("    } #\\[test\\] fn adds\\(\\) \\{ " + name
                        + "\\(\\); crate::proof_f000000000000002::done\\(\\d+\\); }");
    }

    @Test
    void aTestThatShouldPanicProvesThatItDidAndHow() {
        assertThat(lines.get(17))
                .contains("#[test] #[should_panic(expected = \"overflow\")] fn overflows()")
                .contains("::std::panic::catch_unwind(overflows_")
                .contains("::panicked(panic, \"overflow\", ");
    }

    @Test
    void aTestWithAResultProvesThatItIsOne() {
        assertThat(lines.get(22))
                .contains("fn reads() -> Result<(), std::num::ParseIntError> { let result = reads_")
                .contains("::core::result::Result::is_ok(&result)")
                .endsWith("result }");
    }

    @Test
    void mainProvesThatItReturnedAndWhatItCalled() {
        assertThat(proving.proofs())
                .extracting(Proof::what)
                .containsExactly(
                        "test `adds` ran to its end",
                        "test `overflows` ran to its end",
                        "test `reads` ran to its end",
                        "`main` called `add`",
                        "`main` ran to its end");
        assertThat(proving.proofs()).extracting(Proof::token).doesNotHaveDuplicates();
    }

    /** What a learner's file defines cannot reach it. */
    @Test
    void ourCodeUsesNoMacroAndOnlyAbsolutePaths() {
        String ours = lines.get(5).substring(lines.get(5).indexOf("mod proof"));
        assertThat(ours).doesNotContainPattern("\\w!\\s*[({\\[]").contains("::std::fs::OpenOptions");
    }
}
