package dev.runner.author;

import dev.runner.course.Exercise;
import dev.runner.course.HintStage;
import dev.runner.course.Mode;
import dev.runner.course.NotDoneMarker;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What can be said of an exercise by reading it: the rules of rustlings' {@code dev check}, and ours on hints. */
final class TextRules {
    private static final int LONGEST_NAME = 32;
    private static final int FEWEST_STAGES = 3;

    /** A line with fewer words that are not Rust's own, such as a lone brace or {@code .collect()}, is no secret. */
    private static final int TELLING_WORDS = 2;

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Set<String> KEYWORDS = Set.of(
            "as", "else", "enum", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
            "ref", "return", "self", "Self", "struct", "trait", "use", "where", "while");

    private static final Pattern MAIN = Pattern.compile("\\bfn\\s+main\\s*\\(\\s*\\)");
    private static final String TEST = "#[test]";

    private final Material material;
    private final Exercise exercise;
    private final boolean ours;

    private TextRules(Material material, boolean ours) {
        this.material = material;
        this.exercise = material.exercise();
        this.ours = ours;
    }

    /**
     * Adds a finding for each rule that is broken.
     *
     * @param ours whether the course is held to our own rules too
     */
    static void apply(Material material, boolean ours, boolean requireSolution) {
        TextRules rules = new TextRules(material, ours);
        rules.names();
        rules.hint();
        rules.source();
        rules.solution(requireSolution);
    }

    private void names() {
        if (exercise.mode() != Mode.STANDARD) {
            return;
        }
        if (exercise.name().length() > LONGEST_NAME) {
            material.wrongKey("name", "is longer than " + LONGEST_NAME + " characters", null);
        }
        if (isOdd(exercise.name())) {
            material.wrongKey("name", "holds an unusual character", "letters, digits and _");
        }
        if (!exercise.chapter().isEmpty() && isOdd(exercise.chapter())) {
            material.wrongKey(
                    "dir", "\"" + exercise.chapter() + "\" holds an unusual character", "letters, digits and _");
        }
    }

    private static boolean isOdd(String name) {
        return !name.codePoints().allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
    }

    private void hint() {
        List<HintStage> stages = exercise.hint().stages();
        if (stages.isEmpty()) {
            material.wrongKey("hint", "is empty", "a text that helps");
        }
        if (!ours) {
            return;
        }
        if (!stages.isEmpty() && stages.size() < FEWEST_STAGES) {
            String count = stages.size() + (stages.size() == 1 ? " stage" : " stages");
            material.wrongKey("hint", "has " + count, "three at least, parted by a line ---");
        }
        material.solution().ifPresent(solution -> betrayals(solution, stages));
    }

    private void betrayals(String solution, List<HintStage> stages) {
        Set<String> known = new HashSet<>();
        material.source().ifPresent(source -> source.lines().map(String::strip).forEach(known::add));
        solution.lines()
                .map(String::strip)
                .filter(line -> isTelling(line) && !known.contains(line))
                .distinct()
                .forEach(line -> {
                    for (int stage = 0; stage < stages.size(); stage++) {
                        if (stages.get(stage).text().contains(line)) {
                            material.wrongKey(
                                    "hint", "stage " + (stage + 1) + " holds a line of the solution: " + line, null);
                        }
                    }
                });
    }

    private static boolean isTelling(String line) {
        return !line.startsWith("//")
                && WORD.matcher(line)
                                .results()
                                .map(MatchResult::group)
                                .filter(word -> !KEYWORDS.contains(word))
                                .count()
                        >= TELLING_WORDS;
    }

    private void source() {
        if (material.source().isEmpty()) {
            material.wrongFile(exercise.source(), 0, "is missing or can't be read", null);
            return;
        }
        String text = material.source().get();
        if (exercise.mode() != Mode.STANDARD) {
            if (NotDoneMarker.line(text).isEmpty()) {
                material.wrongFile(exercise.source(), 0, "has no comment I AM NOT DONE", null);
            }
            return;
        }
        if (!MAIN.matcher(text).find()) {
            material.wrongFile(exercise.source(), 0, "has no fn main()", "one, empty if need be");
        }
        if (!exercise.skipCheckUnsolved() && !text.contains("TODO")) {
            material.wrongFile(exercise.source(), 0, "has no TODO comment", "one at each place to change");
        }
        if (text.contains(TEST) != exercise.test()) {
            material.wrongKey(
                    "test",
                    exercise.test()
                            ? "is true, but the file holds no #[test]"
                            : "is false, but the file holds a #[test]",
                    exercise.test() ? "test = false" : "test = true");
        }
    }

    private void solution(boolean required) {
        if (material.solution().isEmpty()) {
            if (required) {
                material.wrongFile(
                        exercise.solution(), 0, "is missing", "a solution; or check with --no-require-solutions");
            }
        } else if (ours && material.solution().get().contains("TODO")) {
            material.wrongFile(exercise.solution(), 0, "holds a TODO", null);
        }
    }
}
