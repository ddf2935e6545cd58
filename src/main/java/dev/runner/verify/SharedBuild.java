package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Diagnostic;
import dev.runner.toolchain.Invocation;
import dev.runner.toolchain.Limits;
import dev.runner.toolchain.Tool;
import dev.runner.toolchain.Toolchain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Many exercises as modules of one crate, built to one test program and one program that runs the {@code main} of the
 * exercise that its first argument names. Most of the time of building an exercise goes into generating and linking what
 * is the same for all of them.
 *
 * <p>Each module takes its source in by {@code include!}, so that what the compiler says of places in it is what it would
 * say otherwise. An exercise that the compiler objects to here is left out.
 */
final class SharedBuild {
    private static final int TRIES = 3;
    private static final String ENDING = java.io.File.separatorChar == '\\' ? ".exe" : "";

    private final Toolchain toolchain;
    private final Path directory;
    private final List<String> externs;
    private final Map<CheckPlan, String> modules = new LinkedHashMap<>();

    /**
     * @param directory an empty one of its own, which outlives the use of the programs
     * @param externs the dependencies, the same for all plans
     */
    SharedBuild(Toolchain toolchain, Path directory, List<String> externs) {
        this.toolchain = toolchain;
        this.directory = directory;
        this.externs = externs;
    }

    /** The program of the tests; those of a plan are below {@link #modules its module}. */
    Path tests() {
        return directory.resolve("tests" + ENDING);
    }

    /** The program that runs a plan's {@code main}. */
    Path program() {
        return directory.resolve("program" + ENDING);
    }

    /**
     * Builds plans of one course that are compiled alike; blocks until both programs are there.
     *
     * @return each plan that is part of them, with the name of its module; none if nothing could be built
     */
    Map<CheckPlan, String> build(List<CheckPlan> plans, Cancellation cancellation) throws InterruptedException {
        List<CheckPlan> left = new ArrayList<>(plans);
        for (int attempt = 0; attempt < TRIES && !left.isEmpty(); attempt++) {
            modules.clear();
            left.forEach(plan -> modules.put(plan, "runner_module_" + modules.size() + "_"));
            Set<String> objections = compile(left.get(0), cancellation);
            if (objections.isEmpty()) {
                return Map.copyOf(modules);
            }
            if (!left.removeIf(plan -> objections.contains(plan.source().toString()))) {
                // Nobody's in particular: then nothing can be left out.
                return Map.of();
            }
        }
        return Map.of();
    }

    /** The files that the compiler objects to; none if it accepted all. */
    private Set<String> compile(CheckPlan example, Cancellation cancellation) throws InterruptedException {
        Path source = directory.resolve("exercises.rs");
        try {
            Files.writeString(source, text());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        CheckPlan whole = new CheckPlan(
                "exercises",
                example.root(),
                source,
                example.mode(),
                true,
                false,
                example.manifest(),
                example.crates(),
                example.time(),
                null);
        Arguments arguments = new Arguments(whole, externs, toolchain.release().dynamicStd(), false);
        try (Chains chains = new Chains(Chains.Order.SIDE_BY_SIDE, cancellation)) {
            Chains.Chain tests = chains.start(inner -> compile(whole, arguments.tests(tests(), directory), inner));
            Chains.Chain program =
                    chains.start(inner -> compile(whole, arguments.program(program(), directory), inner));
            return tests.await().failure() == null && program.await().failure() == null
                    ? Set.of()
                    : objections(tests.await(), program.await());
        }
    }

    private Outcome compile(CheckPlan whole, List<String> arguments, Cancellation cancellation)
            throws InterruptedException {
        // What a program says of places in its source is relative to the course.
        List<String> all = Chains.concat(arguments, List.of("--remap-path-prefix", whole.root() + "="));
        Completion completion =
                toolchain.run(Invocation.of(Tool.RUSTC, all, whole.root()).writing(directory), cancellation);
        if (completion.end() == Completion.End.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        return Readings.compiled(completion, completion.errors(), Check.BUILD, Limits.COMPILER);
    }

    /** Where there is an error; an empty name stands for no file in particular. */
    private static Set<String> objections(Outcome... outcomes) {
        Set<String> files = new HashSet<>();
        for (Outcome outcome : outcomes) {
            if (outcome.failure() instanceof Verdict.Failed failed) {
                failed.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .map(Diagnostic::file)
                        .forEach(files::add);
            } else if (outcome.failure() != null) {
                files.add("");
            }
        }
        return files;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        StringBuilder choice = new StringBuilder();
        modules.forEach((plan, module) -> {
            String file = plan.root().resolve(plan.source()).toString();
            text.append("mod ")
                    .append(module)
                    .append(" {\n    include!(")
                    .append(literal(file))
                    .append(");\n");
            text.append("    pub fn runner_main() -> ::std::process::ExitCode {\n")
                    .append("        ::std::process::Termination::report(main())\n    }\n}\n");
            choice.append("        Some(\"").append(module).append("\") => ");
            choice.append(module).append("::runner_main(),\n");
        });
        return text + "fn main() -> ::std::process::ExitCode {\n"
                + "    match ::std::env::args().nth(1).as_deref() {\n" + choice
                + "        _ => ::std::process::ExitCode::FAILURE,\n    }\n}\n";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
