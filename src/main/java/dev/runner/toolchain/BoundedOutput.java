package dev.runner.toolchain;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Receives a stream and keeps its beginning and its end, however long it is; hands each whole line to a listener. Never
 * throws and never blocks, because a pump that dies would leave a process waiting for ever. Safe for one writer and one
 * reader.
 */
final class BoundedOutput extends OutputStream {
    /** A line that is longer is no diagnostic and is not worth its memory. */
    private static final int LONGEST_LINE = 1 << 20;

    private final int headLimit;
    private final byte[] tail;
    private final @Nullable OutputListener listener;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long total;

    /** @param listener hears the lines, or null */
    BoundedOutput(int headLimit, int tailLimit, @Nullable OutputListener listener) {
        this.headLimit = headLimit;
        this.tail = new byte[tailLimit];
        this.listener = listener;
    }

    @Override
    public synchronized void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int toHead = Math.min(length, headLimit - head.size());
        head.write(bytes, offset, toHead);
        keepTail(bytes, offset + toHead, length - toHead);
        total += length;
        if (listener != null) {
            listen(listener, bytes, offset, length);
        }
    }

    private void keepTail(byte[] bytes, int offset, int length) {
        if (tail.length == 0 || length == 0) {
            return;
        }
        int kept = Math.min(length, tail.length);
        int from = offset + length - kept;
        // The ring's position follows from how much went past the head.
        long end = Math.max(0, total - headLimit) + length;
        int at = (int) ((end - kept) % tail.length);
        int first = Math.min(kept, tail.length - at);
        System.arraycopy(bytes, from, tail, at, first);
        System.arraycopy(bytes, from + first, tail, 0, kept - first);
    }

    private void listen(OutputListener hearer, byte[] bytes, int offset, int length) {
        int start = offset;
        for (int at = offset; at < offset + length; at++) {
            if (bytes[at] == '\n') {
                append(bytes, start, at - start);
                tell(hearer);
                line.reset();
                start = at + 1;
            }
        }
        append(bytes, start, offset + length - start);
    }

    private void tell(OutputListener hearer) {
        String text = line.toString(StandardCharsets.UTF_8);
        try {
            hearer.line(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        } catch (RuntimeException itsOwnFault) {
            // The process must not wait for somebody who can't hear.
        }
    }

    private void append(byte[] bytes, int offset, int length) {
        line.write(bytes, offset, Math.min(length, LONGEST_LINE - line.size()));
    }

    /** What was kept until now. */
    synchronized Transcript transcript() {
        long beyond = total - head.size();
        int kept = (int) Math.min(beyond, tail.length);
        byte[] end = new byte[kept];
        for (int i = 0; i < kept; i++) {
            end[i] = tail[(int) ((beyond - kept + i) % tail.length)];
        }
        if (beyond == kept) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(head.toByteArray());
            all.writeBytes(end);
            return Transcript.of(all.toString(StandardCharsets.UTF_8));
        }
        return new Transcript(
                head.toString(StandardCharsets.UTF_8), beyond - kept, new String(end, StandardCharsets.UTF_8));
    }
}
