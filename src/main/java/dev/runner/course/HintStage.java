package dev.runner.course;

import java.util.List;

/**
 * One stage of a {@link Hint}.
 *
 * @param text the stage's text, possibly several paragraphs, trimmed and never empty
 * @param marks the failures that the author wrote it for, in the words of {@code fails_with}; empty for most
 */
public record HintStage(String text, List<String> marks) {
    /** A stage for any failure. */
    public HintStage(String text) {
        this(text, List.of());
    }

    public HintStage {
        marks = List.copyOf(marks);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a hint stage must hold text");
        }
    }
}
