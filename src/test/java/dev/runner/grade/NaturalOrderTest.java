package dev.runner.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void numbersCountAndCaseDoesNot() {
        assertThat(List.of("s10", "S9", "ada", "s9", "Zoe", "s9b", "s", "s00000000000000000000011", "10", "9").stream()
                        .sorted(NaturalOrder.INSTANCE))
                .containsExactly("9", "10", "ada", "s", "S9", "s9", "s9b", "s10", "s00000000000000000000011", "Zoe");
    }
}
