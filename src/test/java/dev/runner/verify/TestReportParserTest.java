package dev.runner.verify;

import static dev.runner.verify.TestResult.Status.FAILED;
import static dev.runner.verify.TestResult.Status.IGNORED;
import static dev.runner.verify.TestResult.Status.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that libtest of Rust 1.95 printed. */
class TestReportParserTest {
    private static final String RESULT = "\ntest result: ok. 1 passed; 0 failed; 0 ignored; 0 measured\n";

    @Test
    void eachTestHasItsStatusByNameAndFailedOnesTheirOutput() {
        TestReport report = TestReportParser.parse("""

                running 4 tests
                test tests::d ... ignored, later ... on
                test tests::b ... FAILED
                test tests::c - should panic ... ok
                test tests::a ... ok

                failures:

                ---- tests::b stdout ----
                got 3

                thread 'tests::b' panicked at a.rs:7:9:
                assertion failed

                failures:
                    tests::b

                test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out
                """);
        assertThat(report)
                .isEqualTo(new TestReport(
                        java.util.List.of(
                                new TestResult("tests::a", PASSED, ""),
                                new TestResult(
                                        "tests::b",
                                        FAILED,
                                        "got 3\n\nthread 'tests::b' panicked at a.rs:7:9:\nassertion failed"),
                                new TestResult("tests::c", PASSED, ""),
                                new TestResult("tests::d", IGNORED, "")),
                        true));
        assertThat(report.failed()).extracting(TestResult::shortName).containsExactly("b");
        assertThat(report.passedCount()).isEqualTo(2);
        assertThat(report.ranCount()).isEqualTo(3);
    }

    @Test
    void theOrderInWhichTestsEndMakesNoDifference() {
        assertThat(TestReportParser.parse("test b ... ok\ntest a ... ok\n"))
                .isEqualTo(TestReportParser.parse("test a ... ok\ntest b ... ok\n"));
    }

    @Test
    void nothingPrintedIsNoTestAndNoEnd() {
        assertThat(TestReportParser.parse("")).isEqualTo(TestReport.NONE);
    }

    @Test
    void noTestsAreNoTestsButAnEnd() {
        TestReport report = TestReportParser.parse("\nrunning 0 tests\n" + RESULT);
        assertThat(report.results()).isEmpty();
        assertThat(report.finished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test a ... ok",
                // Tests that write to the standard output past the harness; the later ones with a single thread.
                "no line endtest a ... ok",
                "a line\ntest a ... ok",
                "test a ... a line\nok",
                "test a ... no line endok",
                "test a ... several\nlines\nand a half ok",
                "test a ... ok\na line, ok?",
                "test a ... okmore\n",
            })
    void whatATestWritesPastTheHarnessHidesNoResult(String text) {
        TestReport report = TestReportParser.parse(text + RESULT);
        assertThat(report.results()).containsExactly(new TestResult("a", PASSED, ""));
        assertThat(report.finished()).isTrue();
    }

    @Test
    void aFailedTestThatWritesPastTheHarnessHasFailed() {
        assertThat(TestReportParser.parse("test a ... look\nFAILED\n").results())
                .containsExactly(new TestResult("a", FAILED, ""));
    }

    @Test
    void theClosingListOfFailuresHasTheLastWord() {
        assertThat(TestReportParser.parse("""
                        test a ... ok, I say
                        FAILED

                        failures:

                        ---- a stdout ----
                        boo

                        failures:
                            a

                        test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured
                        """).results()).containsExactly(new TestResult("a", FAILED, "boo"));
    }

    @Test
    void whatAFailedTestPrintedIsNoResult() {
        TestReport report = TestReportParser.parse("""
                test a ... FAILED
                test b ... ok

                failures:

                ---- a stdout ----
                failures:
                test a ... ok
                test c ... ok
                ---- c stdout ----
                ---- a stdout ----
                successes:
                    c
                the end


                failures:
                    a

                test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured
                """);
        assertThat(report.results())
                .containsExactly(
                        new TestResult(
                                "a",
                                FAILED,
                                "failures:\ntest a ... ok\ntest c ... ok\n---- c stdout ----\n---- a stdout ----\n"
                                        + "successes:\n    c\nthe end"),
                        new TestResult("b", PASSED, ""));
    }

    @Test
    void whatPassedTestsPrintedIsKeptWhereTheHarnessTellsIt() {
        TestReport report = TestReportParser.parse("""
                test a ... ok
                test b ... FAILED

                successes:

                ---- a stdout ----
                one

                successes:
                    a

                failures:

                ---- b stdout ----
                two

                failures:
                    b

                test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured
                """);
        assertThat(report.results())
                .containsExactly(new TestResult("a", PASSED, "one"), new TestResult("b", FAILED, "two"));
    }

    @Test
    void anEndWithoutAClosingLineIsNoEnd() {
        assertThat(TestReportParser.parse("running 2 tests\ntest a ... ok\n").finished())
                .isFalse();
    }

    @Test
    void namesMayBeOfAnyScript() {
        assertThat(TestReportParser.parse("test prüfung::größe_2 ... ok\n").results())
                .containsExactly(new TestResult("prüfung::größe_2", PASSED, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test ",
                "test a",
                "test a ... ",
                "test a ... maybe",
                "test  ... ok",
                "---- stdout ----",
                "----  stdout ----",
                "failures:",
                "ok",
            })
    void aLineThatSaysNothingIsNoResult(String line) {
        assertThat(TestReportParser.parse(line).results()).isEmpty();
    }
}
