package dev.runner.testing;

import dev.runner.view.Frame;
import dev.runner.view.Line;
import java.util.stream.Collectors;

/** Frames as texts that a test can hold against a whole screen. */
public final class Frames {
    private Frames() {}

    /** The lines without their styles and trailing blanks. */
    public static String text(Frame frame) {
        return frame.lines().stream().map(Line::text).map(String::stripTrailing).collect(Collectors.joining("\n"))
                + "\n";
    }
}
