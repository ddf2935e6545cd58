package dev.runner.course;

/**
 * A date or time of a document, which nothing of ours asks for.
 *
 * @param text as it is written
 */
record TomlDate(String text) {}
