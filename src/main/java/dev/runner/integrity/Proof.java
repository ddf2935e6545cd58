package dev.runner.integrity;

/**
 * Something that a run has to prove.
 *
 * @param token the secret number that is handed over when it has happened
 * @param what what has then happened, such as {@code test `adds` ran to its end}
 * @param forTests whether the tests' program proves it, or else the exercise's own
 */
public record Proof(long token, String what, boolean forTests) {}
