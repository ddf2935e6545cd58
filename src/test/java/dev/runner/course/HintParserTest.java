package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HintParserTest {
    private static List<String> staged(String text) {
        return HintParser.staged(text).stages().stream().map(HintStage::text).toList();
    }

    private static List<String> unstaged(String text) {
        return HintParser.unstaged(text).stages().stream().map(HintStage::text).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n---\nb", "---", "a\n  ---\t\nb", "a\r\n---\r\nb"})
    void aLineOfThreeDashesPartsStages(String text) {
        assertThat(HintParser.isStaged(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n\nb", "----", "--", "a --- b", "--- a"})
    void nothingElsePartsThem(String text) {
        assertThat(HintParser.isStaged(text)).isFalse();
    }

    @Test
    void stagesAreTrimmedAndKeepTheirParagraphs() {
        assertThat(staged("""

                First, in

                two paragraphs.

                ---
                Second.
                ---

                    let third = 3;
                """)).containsExactly("First, in\n\ntwo paragraphs.", "Second.", "let third = 3;");
    }

    @Test
    void anEmptyStageIsNone() {
        assertThat(staged("---\nOne.\n---\n\n---\nTwo.\n---")).containsExactly("One.", "Two.");
        assertThat(staged("")).isEmpty();
    }

    @Test
    void aStageMaySayForWhichFailuresItIs() {
        assertThat(HintParser.staged("For: E0382, test:name ,,\nRead the note.\n---\nFor all."))
                .isEqualTo(new Hint(List.of(
                        new HintStage("Read the note.", List.of("E0382", "test:name")), new HintStage("For all."))));
    }

    @Test
    void onlyTheFirstLineOfAStageCanSaySo() {
        assertThat(HintParser.staged("Read the note.\nFor: E0382").stages())
                .containsExactly(new HintStage("Read the note.\nFor: E0382"));
    }

    @Test
    void inACourseWithoutStagesABlankLinePartsThem() {
        assertThat(unstaged("One.\nStill one.\n\nTwo.\n \t\nThree."))
                .containsExactly("One.\nStill one.", "Two.", "Three.");
    }

    @Test
    void aNumberedLineBeginsAStageEvenWithoutABlankLine() {
        assertThat(unstaged("Hint 1: look.\nHint 2: think.\nhint 3.\nHINT 10\nHere."))
                .containsExactly("Hint 1: look.", "Hint 2: think.", "hint 3.", "HINT 10\nHere.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hint:", "Hint ", "Hint two:", "Hint 2 of 3", "Hints 2:", "A hint 2:"})
    void aLineThatOnlyLooksNumberedBeginsNone(String line) {
        assertThat(unstaged("One.\n" + line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"- an item", "* an item", "1. an item", "12) an item", "    code();", "\tcode();", "```rust"})
    void whatBelongsToTheParagraphBeforeStaysWithIt(String line) {
        assertThat(unstaged("One.\n\n" + line)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Try this:", "试试看：", "Try this:  "})
    void whatAColonAnnouncesStaysWithIt(String line) {
        assertThat(unstaged(line + "\n\nlet x = 5;")).hasSize(1);
    }

    @Test
    void blankLinesAndNumbersInFencedCodePartNothing() {
        assertThat(unstaged("""
                Like this:

                ```rust
                let a = 1;

                let b = 2;
                Hint 2: no hint
                ```

                Another."""))
                .containsExactly("Like this:\n\n```rust\nlet a = 1;\n\nlet b = 2;\nHint 2: no hint\n```", "Another.");
    }

    @Test
    void aHintWithoutTextHasNoStages() {
        assertThat(HintParser.unstaged(" \n\n\t\n")).isEqualTo(Hint.NONE);
        assertThat(HintParser.unstaged("").size()).isZero();
    }

    @Test
    void aStageMustHoldText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new HintStage(" \n"));
    }
}
