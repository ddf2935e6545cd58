package dev.runner.cli;

import dev.runner.testing.FakeToolchain;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Tool;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A course of eight exercises in three chapters, of which some do not compile, on a toolchain that starts nothing. */
abstract class FakeCourseCase extends CliCase {
    static final List<String> NAMES = List.of("lamp1", "lamp2", "lamp3", "clock1", "clock2", "door1", "door2", "quiz1");
    private static final List<String> BROKEN_ONES = List.of("lamp2", "clock2", "door1");

    final FakeToolchain fake = new FakeToolchain();

    @BeforeEach
    void writeTheLargerCourse() throws IOException {
        StringBuilder info = new StringBuilder("format_version = 1\ntitle = \"Lamps & clocks\"\n");
        for (String name : NAMES) {
            String chapter = name.startsWith("quiz") ? "" : "0_" + name.replaceAll("[0-9]", "") + "s";
            info.append("\n[[exercises]]\nname = \"").append(name).append("\"\nhint = \"One\\n---\\nTwo\"\n");
            info.append("points = ").append(NAMES.indexOf(name)).append('\n');
            if (!chapter.isEmpty()) {
                info.append("dir = \"").append(chapter).append("\"\n");
            }
            write("exercises/" + (chapter.isEmpty() ? "" : chapter + "/") + name + ".rs", "fn main() {}\n");
        }
        write("info.toml", info.toString());
        for (String name : BROKEN_ONES) {
            fake.when(compiles(name), (invocation, cancellation) -> refused(name));
        }
        environment
                .keySet()
                .removeIf(name -> name.startsWith("GITHUB_")
                        || name.startsWith("CI_")
                        || name.startsWith("TEST_")
                        || name.startsWith("JOB_"));
        toolchains = (directory, confinement) -> fake;
        nanoTime = () -> 0;
    }

    private static java.util.function.Predicate<Invocation> compiles(String name) {
        return invocation -> (invocation.program().equals(new Program.Toolchained(Tool.RUSTC))
                        || invocation.program().equals(new Program.Toolchained(Tool.CLIPPY_DRIVER)))
                && invocation.arguments().stream().anyMatch(argument -> argument.endsWith(name + ".rs"));
    }

    static Completion refused(String name) {
        return FakeToolchain.exit(1, "", """
                {"$message_type":"diagnostic","message":"cannot find `%1$s`","code":{"code":"E0425","explanation":null},\
                "level":"error","spans":[{"file_name":"exercises/%1$s.rs","line_start":3,"line_end":3,"column_start":5,\
                "column_end":9,"is_primary":true,"text":[]}],"children":[],\
                "rendered":"error[E0425]: cannot find `%1$s`\\n"}
                """.formatted(name));
    }
}
