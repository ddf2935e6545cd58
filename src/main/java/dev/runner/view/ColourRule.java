package dev.runner.view;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;

/** What the environment says of how output should look. */
public final class ColourRule {
    private ColourRule() {}

    /**
     * The theme for output that goes to a terminal or not: colours only to a terminal that can show them, and never where
     * {@code NO_COLOR} is set and not empty (no-color.org); symbols beyond ASCII only where the locale is one of UTF-8.
     */
    public static Theme of(Map<String, String> environment, boolean terminal) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        return new Theme(terminal && !refused, isUnicode(environment));
    }

    /** Whether the terminal follows links or at least hides them; those that print them as noise say who they are. */
    public static boolean knowsLinks(Map<String, String> environment) {
        String terminal = environment.getOrDefault("TERM", "");
        boolean plain = terminal.isEmpty() || terminal.equals("linux") || terminal.equals("dumb");
        // The Linux console, and old versions of Terminal.app and of screen, print what they do not know.
        boolean noisy = environment.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal")
                || terminal.startsWith("screen")
                        && environment.getOrDefault("TMUX", "").isEmpty()
                || terminal.startsWith("vt");
        return !plain && !noisy;
    }

    private static boolean isUnicode(Map<String, String> environment) {
        if (environment.getOrDefault("TERM", "").equals("linux")) {
            return false;
        }
        for (String variable : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String lower = value.toLowerCase(Locale.ROOT);
                return lower.contains("utf-8") || lower.contains("utf8");
            }
        }
        return Charset.defaultCharset().name().equals("UTF-8");
    }
}
