package dev.runner.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A variation of a solved exercise, and what the verdict on it should be; read from {@code tricks.txt}, which tells its form.
 *
 * @param exercise the exercise's name
 * @param title what it is
 * @param kind the verdict's kind
 * @param reason a part of the verdict's reason
 * @param text the file
 */
public record Trick(String exercise, String title, String kind, String reason, String text) {
    private static final Path DIRECTORY = Path.of("src", "test", "resources", "tricks");

    /** All tricks of a file. */
    public static List<Trick> in(String file) {
        List<Trick> tricks = new ArrayList<>();
        List<String> lines = read(file).lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith("=== ")) {
                int end = at + 2;
                while (end < lines.size() && !lines.get(end).startsWith("=== ")) {
                    end++;
                }
                tricks.add(of(lines.get(at).substring(4), lines.get(at + 1), lines.subList(at + 2, end)));
            }
        }
        return tricks;
    }

    private static Trick of(String heading, String expected, List<String> edits) {
        String[] words = heading.split(" ", 2);
        String[] verdict = expected.split(": ", 2);
        List<String> text =
                new ArrayList<>(read(words[0] + "_solved.rs").lines().toList());
        int at = 0;
        for (String edit : edits) {
            if (edit.startsWith("- ")) {
                at = takenAway(text, edit.substring(2), heading);
            } else if (edit.startsWith("+")) {
                text.add(at, edit.length() > 2 ? edit.substring(2) : "");
                at++;
            } else if (!edit.isBlank()) {
                throw new IllegalArgumentException(heading + ": " + edit);
            }
        }
        return new Trick(
                words[0], words[1], verdict[0], verdict.length > 1 ? verdict[1] : "", String.join("\n", text) + "\n");
    }

    private static int takenAway(List<String> text, String line, String heading) {
        if (line.equals("@start")) {
            return 0;
        }
        if (line.equals("@end")) {
            return text.size();
        }
        boolean block = line.endsWith(" ...");
        int at = text.indexOf(block ? line.substring(0, line.length() - 4) : line);
        if (at < 0) {
            throw new IllegalArgumentException(heading + ": there is no line " + line);
        }
        String end = line.substring(0, line.length() - line.stripLeading().length()) + "}";
        while (block && !text.get(at).equals(end)) {
            text.remove(at);
        }
        text.remove(at);
        return at;
    }

    /** What a file beside the tricks holds. */
    public static String read(String file) {
        try {
            return Files.readString(DIRECTORY.resolve(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    @Override
    public String toString() {
        return exercise + ": " + title;
    }
}
