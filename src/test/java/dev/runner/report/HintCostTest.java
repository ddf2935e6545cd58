package dev.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintCostTest {
    @ParameterizedTest
    @CsvSource({
        "0,      10, 3, 10",
        "0.25,    1, 1, 0.75",
        "25%,     1, 1, 0.75",
        "0.25,    4, 4, 0",
        "0.25,    4, 9, 0",
        "0.1,     3, 3, 2.1",
        "12.5%,   1, 7, 0.125",
        "2p,     10, 3, 4",
        "2p,      1, 1, 0",
        "0.5p,    1, 1, 0.5",
        "0.3333,  1, 3, 0.0001",
        "1,       0, 0, 0",
        "100%,  100, 1, 0",
        "0.0,   100, 1, 100"
    })
    void eachHintTakesItsPriceExactly(String price, int points, int hints, String left) {
        assertThat(HintCost.parse(price).left(points, hints).toPlainString()).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-1", "1.5", "101%", "p", "%", "1pp", "1e9", "0.12345", "a", " 1", "1 ", "1/4", "٣", ",5", ".5"
            })
    void whatIsNoPriceIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HintCost.parse(text));
    }

    @Test
    void equalPricesAreWrittenAlike() {
        assertThat(HintCost.parse("25%")).isEqualTo(HintCost.parse("0.250")).hasToString("0.25");
        assertThat(HintCost.parse("10p")).hasToString("10p");
        assertThat(HintCost.parse(HintCost.FREE.toString())).isEqualTo(HintCost.FREE);
        assertThat(HintCost.parse("100%")).hasToString("1");
    }
}
