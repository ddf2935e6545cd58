package dev.runner.verify;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.CargoMessages;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The dependencies of a course's {@code Cargo.toml} as arguments for rustc: cargo builds them once, and its JSON messages
 * tell where they lie (the cargo book, "External tools" and "cargo metadata"). Safe for use by many threads; the first
 * that needs the dependencies builds them, the others wait.
 */
final class Crates {
    /**
     * What an exercise needs to be compiled with its dependencies.
     *
     * @param obstacle why that can't be had here, or null
     * @param forTests arguments for test builds and lints
     * @param forProgram arguments for the program's build
     */
    record Resolution(@Nullable Verdict obstacle, List<String> forTests, List<String> forProgram) {
        static final Resolution NONE = new Resolution(null, List.of(), List.of());

        static Resolution obstructed(String reason, String help) {
            return new Resolution(new Verdict.NotRunnable(reason, help), List.of(), List.of());
        }
    }

    /** Which package needs which, as {@code cargo metadata} says, or why it says nothing. */
    private record Metadata(@Nullable Verdict obstacle, JsonObject resolve) {
        static Metadata obstructed(String reason, String help) {
            return new Metadata(new Verdict.NotRunnable(reason, help), new JsonObject());
        }
    }

    private final Toolchain toolchain;
    private final Map<Path, Resolution> resolved = new HashMap<>();

    Crates(Toolchain toolchain) {
        this.toolchain = toolchain;
    }

    /** The arguments for {@code plan}; none where it uses no dependency. */
    Resolution resolve(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        if (plan.crates().isEmpty()) {
            return Resolution.NONE;
        }
        synchronized (resolved) {
            Resolution known = resolved.get(plan.home());
            if (known == null) {
                known = build(plan, cancellation);
                resolved.put(plan.home(), known);
            }
            return known;
        }
    }

    /** Makes sure that every dependency lies on this machine; an obstacle if it can't be fetched. */
    Optional<Verdict> fetch(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        return Optional.ofNullable(metadata(plan, cancellation).obstacle());
    }

    private Resolution build(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Metadata metadata = metadata(plan, cancellation);
        if (metadata.obstacle() != null) {
            return new Resolution(metadata.obstacle(), List.of(), List.of());
        }
        Map<String, String> names = directDependencies(metadata.resolve());
        Resolution program = externs(plan, names, List.of("build"), cancellation);
        if (program.obstacle() != null || !plan.manifest().panicAbort()) {
            return program;
        }
        // Programs that abort and tests that unwind cannot share a build of their dependencies.
        Resolution tests = externs(plan, names, List.of("test", "--no-run"), cancellation);
        return tests.obstacle() != null ? tests : new Resolution(null, tests.forTests(), program.forProgram());
    }

    private Metadata metadata(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        List<String> arguments = List.of("metadata", "-q", "--format-version", "1", "--offline");
        Completion offline = cargo(plan, arguments, cancellation);
        if (!offline.succeeded()) {
            Completion fetched = cargo(plan, List.of("fetch", "-q"), cancellation);
            if (!fetched.succeeded()) {
                return Metadata.obstructed(
                        "it needs crates that are not on this machine (" + firstError(fetched) + ")",
                        "connect to the network and run: cargo fetch --manifest-path "
                                + plan.home().resolve("Cargo.toml"));
            }
            offline = cargo(plan, arguments, cancellation);
        }
        JsonObject resolve = resolve(offline.output().text());
        return resolve != null
                ? new Metadata(null, resolve)
                : Metadata.obstructed(
                        "cargo can't say which crates it needs (" + firstError(offline) + ")",
                        "run: cargo metadata --manifest-path " + plan.home().resolve("Cargo.toml"));
    }

    private static @Nullable JsonObject resolve(String metadata) {
        try {
            JsonElement resolve =
                    JsonParser.parseString(metadata).getAsJsonObject().get("resolve");
            return resolve instanceof JsonObject object ? object : null;
        } catch (JsonParseException | IllegalStateException notJson) {
            return null;
        }
    }

    /** The id of each direct dependency's package, to the name by which the source calls it. */
    private static Map<String, String> directDependencies(JsonObject resolve) {
        Map<String, String> names = new LinkedHashMap<>();
        JsonElement root = resolve.get("root");
        for (JsonElement element : resolve.getAsJsonArray("nodes")) {
            JsonObject node = element.getAsJsonObject();
            if (node.get("id").equals(root)) {
                for (JsonElement dependency : node.getAsJsonArray("deps")) {
                    JsonObject fields = dependency.getAsJsonObject();
                    names.put(
                            fields.get("pkg").getAsString(), fields.get("name").getAsString());
                }
            }
        }
        return names;
    }

    private Resolution externs(
            CheckPlan plan, Map<String, String> names, List<String> command, Cancellation cancellation)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("-q", "--offline", "--message-format=json", "--bin", plan.target()));
        // The exercise itself may not compile; its dependencies are built before it.
        Completion completion = cargo(plan, arguments, cancellation);
        Set<String> searchPaths = new TreeSet<>();
        Map<String, String> artifacts = new LinkedHashMap<>();
        String messages = completion.output().text();
        for (JsonObject message : CargoMessages.of("compiler-artifact", messages)) {
            artifact(message, names, artifacts, searchPaths);
        }
        for (JsonObject message : CargoMessages.of("build-script-executed", messages)) {
            message.getAsJsonArray("linked_paths").forEach(path -> searchPaths.add(path.getAsString()));
        }
        if (!artifacts.keySet().containsAll(names.values())) {
            return Resolution.obstructed(
                    "the crates it needs could not be built (" + firstError(completion) + ")",
                    "run: cargo build --manifest-path " + plan.home().resolve("Cargo.toml"));
        }
        List<String> externs = new ArrayList<>();
        artifacts.forEach((name, file) -> externs.addAll(List.of("--extern", name + "=" + file)));
        searchPaths.forEach(path -> externs.addAll(List.of("-L", path)));
        return new Resolution(null, externs, externs);
    }

    private static void artifact(
            JsonObject message, Map<String, String> names, Map<String, String> artifacts, Set<String> searchPaths) {
        String name = names.get(message.get("package_id").getAsString());
        String file = library(message.getAsJsonArray("filenames"));
        if (name != null && file != null) {
            artifacts.put(name, file);
            searchPaths.add("dependency=" + Path.of(file).getParent());
        }
    }

    private static @Nullable String library(JsonArray files) {
        for (JsonElement element : files) {
            String file = element.getAsString();
            if (file.endsWith(".rlib") || file.endsWith(".so") || file.endsWith(".dylib") || file.endsWith(".dll")) {
                return file;
            }
        }
        return null;
    }

    private Completion cargo(CheckPlan plan, List<String> arguments, Cancellation cancellation)
            throws InterruptedException {
        Path target = CargoJudge.madeTarget(plan.home());
        Invocation invocation =
                Invocation.of(Tool.CARGO, arguments, plan.home()).writing(target);
        boolean fetching = arguments.contains("fetch");
        if (arguments.contains("metadata")) {
            // It runs nobody's code, and writes Cargo.lock where there is none.
            invocation = invocation.writing(target, plan.home());
        }
        Completion completion =
                toolchain.run(fetching ? invocation.writing(plan.home()).online() : invocation, cancellation);
        if (completion.end() == Completion.End.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        return completion;
    }

    private static String firstError(Completion completion) {
        if (completion.end() == Completion.End.TIME_LIMIT) {
            return "cargo was still busy after " + completion.duration().toSeconds() + " s";
        }
        return completion
                .errors()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("cargo ended with exit code " + completion.exitCode());
    }
}
