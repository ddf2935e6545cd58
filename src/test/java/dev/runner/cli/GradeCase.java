package dev.runner.cli;

import dev.runner.testing.FakeToolchain;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Program;
import dev.runner.toolchain.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/**
 * Submissions for the course of {@link FakeCourseCase}, on a toolchain that starts nothing. What is compiled proves at once
 * that it ran to its end; a text that holds {@code broken} does not compile, one that holds {@code endless} takes too long.
 */
abstract class GradeCase extends FakeCourseCase {
    static final String RIGHT = "fn main() {}\n";
    static final String BROKEN = "fn main() { broken }\n";
    static final String ENDLESS = "fn main() { endless }\n";

    private static final Pattern TOKEN = Pattern.compile("done\\(([0-9]+)\\)");
    private static final Pattern FILE = Pattern.compile("\\.open\\(\"([^\"]+)\"\\)");

    /** How many sources were compiled to a program. */
    final AtomicInteger compiled = new AtomicInteger();

    @BeforeEach
    void compileByTheText() throws IOException {
        fake.when(GradeCase::compiles, (invocation, cancellation) -> compiled(invocation));
        environment.put("PATH", machine.toString());
        for (String name : NAMES) {
            write(path(name), RIGHT);
        }
    }

    static String path(String name) {
        String chapter = name.startsWith("quiz") ? "" : "0_" + name.replaceAll("[0-9]", "") + "s/";
        return "exercises/" + chapter + name + ".rs";
    }

    private static boolean compiles(Invocation invocation) {
        return (isRustc(invocation) || invocation.program().equals(new Program.Toolchained(Tool.CLIPPY_DRIVER)))
                && source(invocation) != null;
    }

    private static boolean isRustc(Invocation invocation) {
        return invocation.program().equals(new Program.Toolchained(Tool.RUSTC));
    }

    private static @org.jspecify.annotations.Nullable Path source(Invocation invocation) {
        return invocation.arguments().stream()
                .filter(argument -> argument.endsWith(".rs"))
                .map(argument -> invocation.directory().resolve(argument))
                .findFirst()
                .orElse(null);
    }

    /** Whether it compiles a text with that word. */
    static boolean holds(Invocation invocation, String word) {
        try {
            Path source = compiles(invocation) ? source(invocation) : null;
            return source != null && Files.readString(source).contains(word);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Completion compiled(Invocation invocation) {
        try {
            String text = Files.readString(java.util.Objects.requireNonNull(source(invocation)));
            if (isRustc(invocation) && !invocation.arguments().contains("--test")) {
                compiled.incrementAndGet();
            }
            if (text.contains("endless")) {
                return FakeToolchain.ended(Completion.End.TIME_LIMIT, "");
            }
            if (text.contains("broken")) {
                return refused("lamp");
            }
            Matcher file = FILE.matcher(text);
            if (isRustc(invocation) && file.find()) {
                prove(text, Path.of(file.group(1)));
            }
            return FakeToolchain.exit(0, "");
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void prove(String text, Path file) throws IOException {
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            byte[] bytes = ByteBuffer.allocate(Long.BYTES)
                    .putLong(Long.parseLong(token.group(1)))
                    .array();
            Files.write(file, bytes, StandardOpenOption.APPEND);
        }
    }

    /** A file of a submission. */
    final void handIn(String who, String exercise, String text) throws IOException {
        Path file = machine.resolve("class").resolve(who).resolve(path(exercise));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A submission that is right, but for that exercise. */
    final void handInAll(String who, String exercise, String text) throws IOException {
        for (String name : NAMES) {
            handIn(who, name, name.equals(exercise) ? text : RIGHT);
        }
    }
}
