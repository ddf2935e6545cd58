package dev.runner.cli;

import dev.runner.course.Exercise;
import dev.runner.progress.Backups;
import dev.runner.toolchain.Toolchain;
import dev.runner.watch.Services;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a watch asks for, answered by what the other commands use. */
final class WatchServices implements Services {
    private static final String ONLINE_BOOK = "https://doc.rust-lang.org/book/";

    private final OpenCourse open;
    private final Toolchain toolchain;
    private final Context context;
    private final Editors editors;

    WatchServices(OpenCourse open, Toolchain toolchain, Context context, @Nullable String editCommand) {
        this.open = open;
        this.toolchain = toolchain;
        this.context = context;
        this.editors = new Editors(context.environment(), editCommand);
    }

    @Override
    public String explain(String code) throws InterruptedException {
        return new Explanations(toolchain, open.workspace().root()).of(code, context.interruption());
    }

    @Override
    public String solution(Exercise exercise) {
        return text(open.workspace().solution(exercise));
    }

    @Override
    public String own(Exercise exercise) {
        return text(open.workspace().source(exercise));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    @Override
    public String edit(Exercise exercise, Consumer<Runnable> lend) {
        return editors.open(open.workspace().source(exercise), lend);
    }

    @Override
    public boolean editorFollows() {
        return editors.follow();
    }

    @Override
    public String book(Exercise exercise) {
        String page = exercise.book();
        if (page == null) {
            return "The course names no page of the Book for " + exercise.name() + ".";
        }
        // An anchor is part of an address and not of a file's name.
        String file = page.contains("#") ? page.substring(0, page.indexOf('#')) : page;
        Path offline = toolchain
                .release()
                .sysroot()
                .resolve("share/doc/rust/html/book")
                .resolve(file);
        String address = Files.isRegularFile(offline) ? offline.toUri().toString() : ONLINE_BOOK + page;
        return editors.browse(address) ? "Opened " + address : "Read on: " + address;
    }

    @Override
    public String reset(Exercise exercise) throws InterruptedException {
        Resetting.Outcome outcome = new Resetting(open.workspace(), context.environment()).reset(List.of(exercise));
        if (outcome.reset().isEmpty()) {
            throw new IllegalStateException("Nobody knows what " + exercise.name()
                    + " was: it is neither from `runner init` nor in a git repository.");
        }
        return exercise.name() + " is what it was; u brings back what you wrote.";
    }

    @Override
    public String undo() {
        List<Path> back = new Backups(open.workspace()).undo();
        return back.isEmpty()
                ? "There is nothing to undo."
                : "Back: " + back.stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}
