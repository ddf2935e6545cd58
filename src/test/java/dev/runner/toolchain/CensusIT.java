package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class CensusIT {
    private static final int LOOKS = 200;

    /** They have no environment to be read, and where the numbers have begun anew some are greater than any of ours. */
    @Test
    void aThreadOfTheKernelIsNoProcessThatHasJustEnded() throws IOException {
        Census everybody = new Census(1, Processes.COOKIE + "=nobody's");
        boolean sharp = false;
        // Others may end at any time, but not in every look.
        for (int look = 0; look < LOOKS && !sharp; look++) {
            sharp = !everybody.take(Integer.MAX_VALUE).blurred();
        }
        assertThat(sharp).isTrue();
    }
}
