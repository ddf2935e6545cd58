package dev.runner.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runner.course.Manifest;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.LocalToolchain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One exercise judged again and again, its builds kept between; with the real toolchain. */
class WatchingIT {
    private static final String SOURCE = """
            fn double(n: u32) -> u32 {
                n + 1
            }

            fn main() {
                println!("{}", double(4));
            }

            #[cfg(test)]
            mod tests {
                #[test]
                fn doubles() {
                    assert_eq!(super::double(4), 8);
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void eachSaveGetsTheVerdictOnItself() throws IOException, InterruptedException {
        try (Scratch scratch = scratch()) {
            Judge judge = judge(scratch, step -> {});
            assertThat(verdict(judge, SOURCE)).isEqualTo("TEST: 1 of 1 test failed");
            assertThat(verdict(judge, SOURCE.replace("n + 1", "n * ")))
                    .isEqualTo("BUILD: expected expression, found `}`");
            assertThat(verdict(judge, SOURCE.replace("n + 1", "n * 2"))).isEqualTo("passed: 1 test passed");
            assertThat(verdict(judge, SOURCE)).isEqualTo("TEST: 1 of 1 test failed");
        }
    }

    @Test
    void aRequestToStopEndsALoopAndTheNextSaveIsJudged() throws IOException, InterruptedException {
        try (Scratch scratch = scratch()) {
            Cancellation cancellation = new Cancellation();
            Judge judge = judge(scratch, step -> {
                if (step == Check.TEST) {
                    cancellation.cancel();
                }
            });
            write(SOURCE.replace("n + 1", "loop { std::hint::spin_loop() }"));
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> judge.judge(plan(), cancellation));
            assertThat(verdict(judge, SOURCE.replace("n + 1", "n * 2"))).isEqualTo("passed: 1 test passed");
        }
    }

    private Scratch scratch() {
        return new Scratch(List.of(directory.resolve("scratch")));
    }

    private Judge judge(Scratch scratch, Consumer<Check> steps) throws InterruptedException {
        return Judges.forWatching(LocalToolchain.locate(directory, System.getenv()), scratch, steps);
    }

    private String verdict(Judge judge, String source) throws IOException, InterruptedException {
        write(source);
        return Described.briefly(judge.judge(plan(), new Cancellation()));
    }

    private void write(String source) throws IOException {
        Files.writeString(directory.resolve("a.rs"), source);
    }

    private CheckPlan plan() {
        Manifest rules = Manifest.RUSTLINGS_V5;
        return Plans.in(directory).manifest(rules).plan();
    }
}
