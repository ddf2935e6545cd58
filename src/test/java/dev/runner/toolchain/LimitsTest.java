package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    @ParameterizedTest
    @MethodSource("senseless")
    void senselessLimitsAreRefused(Duration time, int head, int tail, int processes) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(time, head, tail, processes, 1 << 20, true));
    }

    static Stream<Arguments> senseless() {
        Duration second = Duration.ofSeconds(1);
        return Stream.of(
                Arguments.of(Duration.ZERO, 1, 1, 1),
                Arguments.of(second.negated(), 1, 1, 1),
                Arguments.of(second, -1, 1, 1),
                Arguments.of(second, 1, -1, 1),
                Arguments.of(second, 1, 1, 0));
    }

    @Test
    void anotherTimeLeavesTheRest() {
        Limits limits = new Limits(Duration.ofSeconds(1), 2, 3, 4, 1 << 20, true);
        assertThat(limits.withTime(Duration.ofSeconds(9)))
                .isEqualTo(new Limits(Duration.ofSeconds(9), 2, 3, 4, 1 << 20, true));
    }
}
