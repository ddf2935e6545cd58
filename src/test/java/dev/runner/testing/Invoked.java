package dev.runner.testing;

/**
 * What a command line did.
 *
 * @param code the exit code
 * @param out what it wrote for whoever asked
 * @param err what it remarked
 */
public record Invoked(int code, String out, String err) {}
