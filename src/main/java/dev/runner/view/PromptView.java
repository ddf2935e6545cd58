package dev.runner.view;

import java.util.List;

/** A question that is answered with a word; what the word may become is shown below. */
public final class PromptView {
    private final Theme theme;

    public PromptView(Theme theme) {
        this.theme = theme;
    }

    /**
     * The screen.
     *
     * @param question what is asked
     * @param typed what was typed until now
     * @param candidates what it may become, the first on ENTER
     */
    public Frame frame(Size size, String question, String typed, List<String> candidates) {
        List<Line> body = new java.util.ArrayList<>();
        body.add(Line.of(question + ": ", Style.STRONG).and(typed + "_", Style.ACCENT));
        body.add(Line.EMPTY);
        for (String candidate : candidates) {
            boolean first = body.size() == 2 && !typed.isEmpty();
            body.add(Line.of(first ? "  " + theme.arrow() + " " : "    ", Style.ACCENT)
                    .and(candidate, first ? Style.STRONG : Style.PLAIN));
        }
        if (candidates.isEmpty()) {
            body.add(Line.of("    no exercise is called so", Style.FAINT));
        }
        Line keys = Keys.line(
                theme,
                size.columns(),
                List.of(
                        new Keys.Hint("Enter", "go", !candidates.isEmpty()),
                        new Keys.Hint("Tab", "complete", false),
                        new Keys.Hint("Esc", "back", false)));
        return Frame.of(size, body, 0, List.of(keys));
    }

    /** A question that is answered with yes or no. */
    public Frame frame(Size size, List<String> question) {
        List<Line> body = new java.util.ArrayList<>();
        question.forEach(text -> Widths.wrap(text, size.columns()).forEach(line -> body.add(Line.of(line))));
        Line keys = Keys.line(
                theme, size.columns(), List.of(new Keys.Hint("y", "yes", false), new Keys.Hint("n", "no", false)));
        return Frame.of(size, body, 0, List.of(keys));
    }
}
