package dev.runner.verify;

import dev.runner.course.Manifest;
import dev.runner.course.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Check plans for {@code a.rs} in a directory, changed where a test needs it otherwise. */
record Plans(Path root, Mode mode, boolean test, boolean strict, Manifest manifest, List<String> crates) {
    /** An exercise with tests in a course without a {@code Cargo.toml}. */
    static Plans in(Path root) {
        return new Plans(root, Mode.STANDARD, true, false, Manifest.RUSTLINGS_DEFAULT, List.of());
    }

    Plans mode(Mode other) {
        return new Plans(root, other, other == Mode.TEST, other == Mode.CLIPPY, Manifest.RUSTLINGS_V5, crates);
    }

    Plans withoutTests() {
        return new Plans(root, mode, false, strict, manifest, crates);
    }

    Plans strictly() {
        return new Plans(root, mode, test, true, manifest, crates);
    }

    Plans manifest(Manifest other) {
        return new Plans(root, mode, test, strict, other, crates);
    }

    Plans crates(String... names) {
        return new Plans(root, mode, test, strict, manifest, List.of(names));
    }

    CheckPlan plan() {
        return new CheckPlan(
                "a", root, Path.of("a.rs"), mode, test, strict, manifest, crates, Duration.ofSeconds(10), null);
    }
}
