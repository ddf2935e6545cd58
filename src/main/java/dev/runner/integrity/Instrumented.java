package dev.runner.integrity;

import java.util.List;

/**
 * A source that proves what its run did.
 *
 * @param text the source; every line of the learner's is the same line in it
 * @param proofs what its run has to prove
 */
public record Instrumented(String text, List<Proof> proofs) {
    public Instrumented {
        proofs = List.copyOf(proofs);
    }
}
