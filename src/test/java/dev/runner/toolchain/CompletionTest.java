package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
    @ParameterizedTest
    @CsvSource({"EXITED,0,true", "EXITED,1,false", "TIME_LIMIT,0,false", "PROCESS_LIMIT,0,false", "CANCELLED,0,false"})
    void onlyAnEndByItselfWithZeroIsASuccess(Completion.End end, int exitCode, boolean success) {
        Completion completion = new Completion(end, exitCode, Transcript.EMPTY, Transcript.EMPTY, Duration.ZERO);
        assertThat(completion.succeeded()).isEqualTo(success);
    }
}
