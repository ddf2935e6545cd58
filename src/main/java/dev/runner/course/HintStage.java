package dev.runner.course;

/**
 * One stage of a {@link Hint}.
 *
 * @param text the stage's text, possibly several paragraphs, trimmed and never empty
 */
public record HintStage(String text) {
    public HintStage {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a hint stage must hold text");
        }
    }
}
