package dev.runner.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small changes to a solution that ought to be noticed by a test: another operator, a number one greater, the other truth
 * value, a negation left out. Texts, comments, attributes, {@code main} and the tests stay as they are.
 */
final class Mutants {
    /**
     * A changed solution.
     *
     * @param line the line that is changed, from 1
     * @param change what is changed, for people
     * @param text the whole changed text
     */
    record Mutant(int line, String change, String text) {}

    /** Operators stand between blanks in formatted code, which tells them from generics, references and closures. */
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry(" == ", " != "),
            Map.entry(" != ", " == "),
            Map.entry(" < ", " <= "),
            Map.entry(" <= ", " < "),
            Map.entry(" > ", " >= "),
            Map.entry(" >= ", " > "),
            Map.entry(" + ", " - "),
            Map.entry(" - ", " + "),
            Map.entry(" * ", " / "),
            Map.entry(" / ", " * "),
            Map.entry(" += ", " -= "),
            Map.entry(" -= ", " += "),
            Map.entry(" && ", " || "),
            Map.entry(" || ", " && "));

    private static final Pattern OPERATOR = Pattern.compile(" (==|!=|<=|>=|<|>|\\+|-|\\*|/|\\+=|-=|&&|\\|\\|) ");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.])");
    private static final Pattern TRUTH = Pattern.compile("\\b(true|false)\\b");
    private static final Pattern NEGATION = Pattern.compile("(?<![\\w!])!(?=[\\w(])");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])'|//.*");

    private static final Pattern MAIN = Pattern.compile("(pub )?(async )?fn main\\(");

    private final List<String> lines;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(List<String> lines) {
        this.lines = lines;
    }

    /** The mutants of a solution, from its first line to its last. */
    static List<Mutant> of(String solution) {
        Mutants mutants = new Mutants(solution.lines().toList());
        mutants.collect();
        return mutants.mutants;
    }

    private void collect() {
        boolean inMain = false;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index);
            if (line.startsWith("#[cfg(test)]")) {
                return;
            }
            boolean mainBegins = MAIN.matcher(line).lookingAt();
            inMain |= mainBegins;
            if (!inMain && !isPlain(line.strip())) {
                mutate(index, line);
            }
            inMain &= !(line.startsWith("}") || mainBegins && line.endsWith("}"));
        }
    }

    private static boolean isPlain(String line) {
        return line.startsWith("//") || line.startsWith("#") || line.startsWith("use ") || line.startsWith("impl");
    }

    private void mutate(int index, String line) {
        // What is masked keeps its place, so that positions are those of the line.
        String masked =
                TEXT.matcher(line).replaceAll(match -> "\0".repeat(match.group().length()));
        for (Matcher found = OPERATOR.matcher(masked); found.find(); ) {
            add(index, found.start(), found.end(), OPERATORS.getOrDefault(found.group(), found.group()));
        }
        for (Matcher found = NUMBER.matcher(masked); found.find(); ) {
            add(index, found.start(), found.end(), next(found.group()));
        }
        for (Matcher found = TRUTH.matcher(masked); found.find(); ) {
            add(index, found.start(), found.end(), found.group().equals("true") ? "false" : "true");
        }
        for (Matcher found = NEGATION.matcher(masked); found.find(); ) {
            add(index, found.start(), found.end(), "");
        }
    }

    private static String next(String number) {
        return new java.math.BigInteger(number).add(java.math.BigInteger.ONE).toString();
    }

    private void add(int index, int start, int end, String replacement) {
        String line = lines.get(index);
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line.substring(0, start) + replacement + line.substring(end));
        String before = line.substring(start, end).strip();
        String change = replacement.isEmpty() ? before + " left out" : before + " -> " + replacement.strip();
        mutants.add(new Mutant(index + 1, change, String.join("\n", changed) + "\n"));
    }
}
