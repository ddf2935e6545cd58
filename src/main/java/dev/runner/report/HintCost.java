package dev.runner.report;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each revealed stage of a hint takes from an exercise's points. All sums are exact decimals: nothing is ever rounded.
 *
 * @param amount how much, 0 or more, four decimals at most
 * @param share whether it is a share of the exercise's points, or points
 */
public record HintCost(BigDecimal amount, boolean share) {
    /** Hints are free. */
    public static final HintCost FREE = new HintCost(BigDecimal.ZERO, true);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,4})?)([%p]?)");

    public HintCost {
        if (amount.signum() < 0 || share && amount.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(amount + " is no price");
        }
        amount = plain(amount);
    }

    /**
     * Reads {@code 0.25} (a share of the exercise's points), {@code 25%} (the same) or {@code 2p} (points).
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static HintCost parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is no price");
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        return switch (matcher.group(2)) {
            case "%" -> new HintCost(number.movePointLeft(2), true);
            case "p" -> new HintCost(number, false);
            default -> new HintCost(number, true);
        };
    }

    /** Whether hints are free. */
    public boolean isFree() {
        return amount.signum() == 0;
    }

    /** What is left of {@code points} after so many revealed stages, never less than 0. */
    public BigDecimal left(int points, int stages) {
        BigDecimal full = BigDecimal.valueOf(points);
        BigDecimal each = share ? full.multiply(amount) : amount;
        return plain(full.subtract(each.multiply(BigDecimal.valueOf(stages))).max(BigDecimal.ZERO));
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return amount.toPlainString() + (share ? "" : "p");
    }

    /** For people. */
    String inWords() {
        return share
                ? plain(amount.movePointRight(2)).toPlainString() + " % of the points"
                : amount.toPlainString() + " points";
    }

    /** Without zeros at its end and without an exponent, so that equal numbers are written alike. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
