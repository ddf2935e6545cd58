package dev.runner.integrity;

/**
 * Something in a source that an exercise has no use for.
 *
 * @param key what it is, the same wherever it stands
 * @param line where, from 1
 * @param message what it does, without a full stop
 */
record Suspicion(String key, int line, String message) {
    String shown() {
        return "line " + line + ": " + message;
    }
}
