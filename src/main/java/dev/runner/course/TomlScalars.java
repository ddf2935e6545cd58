package dev.runner.course;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
            return finite(word, Double.parseDouble(digits), line);
        }
        if (SPECIAL.matcher(word).matches()) {
            double magnitude = word.endsWith("inf") ? Double.POSITIVE_INFINITY : Double.NaN;
            return word.startsWith("-") ? -magnitude : magnitude;
        }
        if (DATE.matcher(word).matches()) {
            return date(word, line);
        }
        throw new TomlSyntax(line, "\"" + word + "\" is no value", "a string in quotes, true, false or a number");
    }

    private static double finite(String word, double value, int line) {
        if (Double.isInfinite(value)) {
            throw new TomlSyntax(line, "the number " + word + " is too large", "a decimal number of 64 bits");
        }
        return value;
    }

    private static TomlDate date(String word, int line) {
        String iso = word.toUpperCase(Locale.ROOT).replace(' ', 'T');
        try {
            if (iso.indexOf(':') == 2) {
                LocalTime.parse(iso);
            } else if (iso.length() == 10) {
                LocalDate.parse(iso);
            } else {
                DateTimeFormatter.ISO_DATE_TIME.parse(iso);
            }
            return new TomlDate(word);
        } catch (DateTimeException notOnTheCalendar) {
            throw new TomlSyntax(line, word + " is no date or time that there is", "such as 2026-11-24 or 08:30:00");
        }
    }
}
