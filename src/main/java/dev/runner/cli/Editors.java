package dev.runner.cli;

import dev.runner.toolchain.LocalPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Opens a file in the editor that the learner uses: the one that was named, the VS Code or Zellij that we run in, then
 * {@code $VISUAL} and {@code $EDITOR}.
 */
final class Editors {
    private final Map<String, String> environment;
    private final @Nullable String command;

    /** @param command what {@code --edit-cmd} says, or null */
    Editors(Map<String, String> environment, @Nullable String command) {
        this.environment = environment;
        this.command = command;
    }

    /**
     * A way to open a file.
     *
     * @param words the command, without the file
     * @param takesTerminal whether it may want the terminal for itself
     */
    record Way(List<String> words, boolean takesTerminal) {}

    /** Opens the file; what to say, one line. */
    String open(Path file, Consumer<Runnable> lend) {
        Way way = way();
        if (way == null) {
            return "No editor is known: set $EDITOR, or start with --edit-cmd CMD. The file: " + file;
        }
        List<String> words = new ArrayList<>(way.words());
        words.add(file.toString());
        if (!way.takesTerminal()) {
            return start(words) ? "Opened with " + words.get(0) + "." : words.get(0) + " can't be started.";
        }
        boolean[] well = {false};
        lend.accept(() -> well[0] = run(words));
        return well[0] ? "" : words.get(0) + " can't be started, or ended with an error.";
    }

    /** Whether the learner named an editor to open each exercise with. */
    boolean follow() {
        return command != null;
    }

    @Nullable
    Way way() {
        if (command != null) {
            return new Way(words(command), false);
        }
        if (environment.getOrDefault("TERM_PROGRAM", "").equals("vscode") && isThere("code")) {
            return new Way(List.of("code", "--reuse-window"), false);
        }
        if (environment.containsKey("ZELLIJ") && isThere("zellij")) {
            return new Way(List.of("zellij", "edit"), false);
        }
        for (String variable : new String[] {"VISUAL", "EDITOR"}) {
            String named = environment.getOrDefault(variable, "");
            if (!named.isBlank()) {
                return new Way(words(named), true);
            }
        }
        return null;
    }

    /** Opens an address in a browser where there is a desktop; false where there is none. */
    boolean browse(String address) {
        boolean desktop = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        if (desktop && isThere("xdg-open")) {
            return start(List.of("xdg-open", address));
        }
        return System.getProperty("os.name", "").startsWith("Mac") && start(List.of("open", address));
    }

    private boolean isThere(String program) {
        return new LocalPrograms(environment).find(program).isPresent();
    }

    /** Parts a command at blanks, but not inside quotes. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
                quote = quote == 0 ? c : 0;
                any = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (any) {
                    words.add(word.toString());
                }
                word.setLength(0);
                any = false;
            } else {
                word.append(c);
                any = true;
            }
        }
        if (any) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean start(List<String> words) {
        try {
            new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean run(List<String> words) {
        try {
            return new ProcessBuilder(words).inheritIO().start().waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
