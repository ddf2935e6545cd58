package dev.runner.report;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as reports write them: seconds with three decimals. */
final class Seconds {
    private Seconds() {}

    static BigDecimal of(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }

    static Duration parse(BigDecimal seconds) {
        return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
    }
}
