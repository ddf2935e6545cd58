package dev.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledManifestTest {
    private static final byte[] SOURCE = "[package]".getBytes(StandardCharsets.UTF_8);
    private static final Manifest MANIFEST = new Manifest(
            true,
            "cöurse",
            "2024",
            new Lints(List.of("--deny=unused", "--forbid=unsafe_code")),
            true,
            Set.of("serde", "tokio"),
            Map.of("a1", "exercises/a1.rs", "a1_sol", "solutions/日本.rs"),
            null);

    static Stream<Manifest> manifests() {
        return Stream.of(MANIFEST, MANIFEST.withNeedsCargo("it has a library"), Manifest.RUSTLINGS_DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void whatWasWrittenIsReadAgain(Manifest manifest) {
        assertThat(CompiledManifest.read(CompiledManifest.write(manifest, SOURCE, "1"), SOURCE, "1"))
                .contains(manifest);
    }

    @Test
    void itCountsForNothingBesideAnotherFileOrVersion() {
        byte[] compiled = CompiledManifest.write(MANIFEST, SOURCE, "1");
        assertThat(CompiledManifest.read(compiled, "[package] ".getBytes(StandardCharsets.UTF_8), "1"))
                .isEmpty();
        assertThat(CompiledManifest.read(compiled, SOURCE, "2")).isEmpty();
    }

    @Test
    void damagedBytesAreNoManifest() {
        byte[] compiled = CompiledManifest.write(MANIFEST, SOURCE, "1");
        for (int at = 0; at < compiled.length; at++) {
            byte[] damaged = compiled.clone();
            damaged[at] ^= 1;
            assertThat(CompiledManifest.read(damaged, SOURCE, "1")).isEmpty();
            assertThat(CompiledManifest.read(Arrays.copyOf(compiled, at), SOURCE, "1"))
                    .isEmpty();
        }
    }
}
