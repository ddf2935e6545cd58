package dev.runner.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Parts a hint's text into stages.
 *
 * <p>Stages are parted by a line that holds only {@code ---}; a stage whose first line is {@code For: E0382, test:name}
 * was written for these failures, and that line is not shown. In a course that has no such line in any hint, a stage ends
 * at a blank line and before a line such as {@code Hint 2:}; but what belongs together stays so: a paragraph that ends in
 * a colon with what follows, list items and indented or fenced code with the paragraph before them.
 */
final class HintParser {
    private static final String MARK = "For:";

    private HintParser() {}

    /** Whether that text parts its stages itself. */
    static boolean isStaged(String text) {
        return text.lines().anyMatch(HintParser::isSeparator);
    }

    /** The stages of a text that parts them itself. */
    static Hint staged(String text) {
        List<HintStage> stages = new ArrayList<>();
        StringBuilder stage = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (isSeparator(line)) {
                addMarked(stage, stages);
                stage = new StringBuilder();
            } else {
                stage.append(line).append('\n');
            }
        }
        addMarked(stage, stages);
        return new Hint(stages);
    }

    private static void addMarked(StringBuilder text, List<HintStage> stages) {
        String stage = text.toString().strip();
        int end = stage.indexOf('\n');
        if (!stage.startsWith(MARK) || end < 0) {
            add(text, stages);
            return;
        }
        List<String> marks = Arrays.stream(stage.substring(MARK.length(), end).split(",", -1))
                .map(String::strip)
                .filter(mark -> !mark.isEmpty())
                .toList();
        stages.add(new HintStage(stage.substring(end).strip(), marks));
    }

    /** The stages of a text that knows none. */
    static Hint unstaged(String text) {
        List<HintStage> stages = new ArrayList<>();
        StringBuilder stage = new StringBuilder();
        boolean fenced = false;
        boolean afterBlank = false;
        for (String line : text.lines().toList()) {
            boolean begins = !fenced
                    && !stage.isEmpty()
                    && (isNumbered(line) || afterBlank && !line.isBlank() && !belongs(line, stage));
            if (begins) {
                add(stage, stages);
                stage = new StringBuilder();
            }
            fenced ^= line.strip().startsWith("```");
            afterBlank = line.isBlank();
            stage.append(line).append('\n');
        }
        add(stage, stages);
        return new Hint(stages);
    }

    private static boolean isSeparator(String line) {
        return line.strip().equals("---");
    }

    /** "Hint 2:", "Hint 2." or "Hint 2" alone. */
    private static boolean isNumbered(String line) {
        String text = line.strip().toLowerCase(Locale.ROOT);
        if (!text.startsWith("hint ") || text.length() < 6) {
            return false;
        }
        int end = 5;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > 5 && (end == text.length() || text.charAt(end) == ':' || text.charAt(end) == '.');
    }

    private static boolean belongs(String line, StringBuilder stage) {
        String text = line.stripLeading();
        boolean indented = line.startsWith("    ") || line.startsWith("\t");
        boolean item = text.startsWith("- ") || text.startsWith("* ") || text.matches("\\d+[.)] .*");
        boolean code = text.startsWith("```");
        String before = stage.toString().stripTrailing();
        return indented || item || code || before.endsWith(":") || before.endsWith("：");
    }

    private static void add(StringBuilder text, List<HintStage> stages) {
        String stage = text.toString().strip();
        if (!stage.isEmpty()) {
            stages.add(new HintStage(stage));
        }
    }
}
