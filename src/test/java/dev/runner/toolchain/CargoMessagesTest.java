package dev.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CargoMessagesTest {
    private static final String BUILT = """
            {"reason":"compiler-artifact","package_id":"dep#1.0.0","filenames":["/t/libdep.rlib"],"executable":null}
            {"reason":"compiler-message","package_id":"pk#0.0.0","message":{"level":"warning","message":"m"}}
            {"reason":"compiler-artifact","package_id":"pk#0.0.0","filenames":["/t/pk"],"executable":"/t/pk","fresh":false}
            {"reason":"build-finished","success":true}
            """;

    @Test
    void messagesAreToldApartByTheirReason() {
        assertThat(CargoMessages.of("compiler-artifact", BUILT))
                .extracting(message -> message.get("package_id").getAsString())
                .containsExactly("dep#1.0.0", "pk#0.0.0");
        assertThat(CargoMessages.of("build-script-executed", BUILT)).isEmpty();
    }

    @Test
    void theLastExecutableThatCargoMadeIsFound() {
        assertThat(CargoMessages.executable(BUILT)).contains(Path.of("/t/pk"));
        assertThat(CargoMessages.executable(BUILT + BUILT.replace("/t/pk", "/t/other")))
                .contains(Path.of("/t/other"));
    }

    @Test
    void librariesAndBrokenLinesAreNoExecutables() {
        assertThat(CargoMessages.executable("""
                        {"reason":"compiler-artifact","filenames":["/l.rlib"],"executable":null}
                        {"reason":"compiler-artifact","filenames":["/l.rlib"]}
                        {"reason":"compiler-artifact","filenames":["/l.rl
                        {"reason":"compiler-artifact"
                        a macro says: {"reason":"compiler-artifact","executable":"/forged"}
                        """)).isEmpty();
    }
}
