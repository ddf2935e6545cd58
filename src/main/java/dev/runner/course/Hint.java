package dev.runner.course;

import java.util.List;

/**
 * An exercise's hint: an ordered list of stages, of which a learner reveals one after the other.
 *
 * @param stages the stages' texts, each trimmed and not empty; empty when the course gives no hint
 */
public record Hint(List<HintStage> stages) {
    /** No hint at all. */
    public static final Hint NONE = new Hint(List.of());

    public Hint {
        stages = List.copyOf(stages);
    }

    /** How many stages there are. */
    public int size() {
        return stages.size();
    }
}
