package dev.runner.course;

import java.util.regex.Pattern;

/** Numbers, booleans and dates of TOML 1.0. */
final class TomlScalars {
    private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)");
    private static final Pattern RADIX =
            Pattern.compile("0x[0-9A-Fa-f](_?[0-9A-Fa-f])*|0o[0-7](_?[0-7])*|0b[01](_?[01])*");
    private static final Pattern FLOAT =
            Pattern.compile("[+-]?(0|[1-9](_?[0-9])*)(\\.[0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?");
    private static final Pattern SPECIAL = Pattern.compile("[+-]?(inf|nan)");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([Tt ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?"
            + "([Zz]|[+-]\\d\\d:\\d\\d)?)?|\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");

    private TomlScalars() {}

    /** The value that {@code word} writes: Boolean, Long, Double or {@link TomlDate}. */
    static Object read(String word, int line) {
        if (word.equals("true") || word.equals("false")) {
            return word.equals("true");
        }
        String digits = word.replace("_", "");
        try {
            if (INTEGER.matcher(word).matches()) {
                return Long.parseLong(digits);
            }
            if (RADIX.matcher(word).matches()) {
                int radix = word.charAt(1) == 'x' ? 16 : word.charAt(1) == 'o' ? 8 : 2;
                return Long.parseLong(digits.substring(2), radix);
            }
        } catch (NumberFormatException tooLarge) {
            throw new TomlSyntax(line, "the number " + word + " is too large", "an integer of 64 bits");
        }
        if (FLOAT.matcher(word).matches()) {
            return Double.parseDouble(digits);
        }
        if (SPECIAL.matcher(word).matches()) {
            double magnitude = word.endsWith("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
            return word.startsWith("-") ? -magnitude : magnitude;
        }
        if (DATE.matcher(word).matches()) {
            return new TomlDate(word);
        }
        throw new TomlSyntax(line, "\"" + word + "\" is no value", "a string in quotes, true, false or a number");
    }
}
