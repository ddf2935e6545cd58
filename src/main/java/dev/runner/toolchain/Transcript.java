package dev.runner.toolchain;

/**
 * What a process wrote to one stream, bounded: its beginning and its end, and how much was left out between.
 *
 * @param head the beginning, or everything if nothing was left out; decoded as UTF-8, malformed bytes replaced
 * @param omittedBytes how many bytes were left out
 * @param tail the end; empty if nothing was left out
 */
public record Transcript(String head, long omittedBytes, String tail) {
    /** Nothing written. */
    public static final Transcript EMPTY = new Transcript("", 0, "");

    /** A transcript of which nothing was left out. */
    public static Transcript of(String text) {
        return new Transcript(text, 0, "");
    }

    /** The text, with a line that says how much is missing where something was left out. */
    public String text() {
        return omittedBytes == 0 ? head : head + "\n[… " + omittedBytes + " bytes left out …]\n" + tail;
    }

    /** Whether nothing was written. */
    public boolean isEmpty() {
        return head.isEmpty() && omittedBytes == 0;
    }
}
