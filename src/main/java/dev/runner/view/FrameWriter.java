package dev.runner.view;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns frames into what a terminal has to be sent (ECMA-48, and the synchronized output that terminals know as private
 * mode 2026): only the lines that changed, in one piece.
 */
final class FrameWriter {
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";
    private static final String CLEAR = "\u001b[H\u001b[2J";

    private final Theme theme;
    private List<String> shown = List.of();
    private Size size = Size.USUAL;
    private boolean clear = true;

    FrameWriter(Theme theme) {
        this.theme = theme;
    }

    /** Nothing of what was sent is on the screen any more. */
    void forget() {
        clear = true;
        shown = List.of();
    }

    /** What to send; empty when the frame is on the screen already. */
    String update(Frame frame) {
        if (!frame.size().equals(size)) {
            // A terminal that changed its size moved what was on it.
            forget();
            size = frame.size();
        }
        List<String> lines = new ArrayList<>();
        frame.lines().forEach(line -> lines.add(theme.render(line)));
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < Math.max(lines.size(), shown.size()); row++) {
            String line = row < lines.size() ? lines.get(row) : "";
            String before = row < shown.size() ? shown.get(row) : "";
            if (!line.equals(before)) {
                text.append("\u001b[")
                        .append(row + 1)
                        .append(";1H")
                        .append(line)
                        .append("\u001b[K");
            }
        }
        String prefix = clear ? CLEAR : "";
        shown = lines;
        clear = false;
        return text.isEmpty() && prefix.isEmpty() ? "" : BEGIN + prefix + text + END;
    }
}
