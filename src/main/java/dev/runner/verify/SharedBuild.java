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
 * Many exercises as modules of one crate: built to one test program or to one program that runs the {@code main} of the
 * exercise that its first argument names, or only checked. Most of the time of building an exercise goes into generating
 * and linking what is the same for all of them.
 *
 * <p>Each module takes its source in by {@code include!}, so that what the compiler says of places in it is what it would
 * say otherwise. An exercise that the compiler objects to here is left out.
 */
final class SharedBuild {
    /** What becomes of the crate. */
    enum Kind {
        /** A test program; the tests of a plan are below its module. */
        TESTS,
        /** A program that runs a plan's {@code main}. */
        PROGRAM,
        /** Nothing but the errors of the language's rules that the plans' programs have. */
        CHECK
    }

    /** Names, then types, then borrows, then what is computed while compiling: one hides the next. */
    private static final int TRIES = 6;

    private static final String ENDING = java.io.File.separatorChar == '\\' ? ".exe" : "";
    private static final String SOURCE = "exercises.rs";

    private final Toolchain toolchain;
    private final Path directory;
    private final Kind kind;

    /** @param directory an empty one of its own, which outlives the use of the program */
    SharedBuild(Toolchain toolchain, Path directory, Kind kind) {
        this.toolchain = toolchain;
        this.directory = directory;
        this.kind = kind;
    }

    /** What was built; there is none where it is only checked. */
    Path program() {
        return directory.resolve((kind == Kind.TESTS ? "tests" : "program") + ENDING);
    }

    /**
     * Builds plans of one course that are compiled alike and use no crates; blocks until it is done.
     *
     * @return each plan that is part of it, with the name of its module; none if nothing could be built
     */
    Map<CheckPlan, String> build(List<CheckPlan> plans, Cancellation cancellation) throws InterruptedException {
        List<CheckPlan> left = new ArrayList<>(plans);
        for (int attempt = 0; attempt < TRIES && !left.isEmpty(); attempt++) {
            Map<CheckPlan, String> modules = new LinkedHashMap<>();
            left.forEach(plan -> modules.put(plan, "runner_module_" + modules.size() + "_"));
            Outcome outcome = compile(modules, cancellation);
            if (outcome.failure() == null) {
                return modules;
            }
            if (!left.removeAll(refused(left, outcome.failure()))) {
                // Nobody's in particular: then nothing can be left out.
                return Map.of();
            }
        }
        return Map.of();
    }

    private Outcome compile(Map<CheckPlan, String> modules, Cancellation cancellation) throws InterruptedException {
        Path source = directory.resolve(SOURCE);
        try {
            Files.writeString(source, text(modules));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        CheckPlan example = modules.keySet().iterator().next();
        CheckPlan whole = new CheckPlan(
                "exercises",
                example.root(),
                source,
                example.mode(),
                true,
                false,
                example.manifest(),
                List.of(),
                example.time(),
                null);
        // What a program says of places in its source is relative to the course.
        List<String> all = Chains.concat(arguments(whole), List.of("--remap-path-prefix", whole.root() + "="));
        Completion completion = toolchain.run(
                Invocation.of(Tool.RUSTC, all, whole.root()).writing(directory).withoutOrphans(), cancellation);
        if (completion.end() == Completion.End.CANCELLED) {
            throw new CancellationException("cancelled");
        }
        return Readings.compiled(completion, completion.errors(), Check.BUILD, Limits.COMPILER);
    }

    private List<String> arguments(CheckPlan whole) {
        Arguments arguments =
                new Arguments(whole, List.of(), toolchain.release().dynamicStd(), false);
        return switch (kind) {
            case TESTS -> arguments.tests(program(), directory);
            case PROGRAM -> arguments.program(program(), directory);
            case CHECK -> arguments.check(directory.resolve("check.rmeta"));
        };
    }

    /** Those in whose files there is an error, or in what we wrote around them: a line for each, in their order. */
    private static Set<CheckPlan> refused(List<CheckPlan> plans, Verdict failure) {
        Set<CheckPlan> refused = new HashSet<>();
        if (failure instanceof Verdict.Failed failed) {
            for (Diagnostic error : failed.diagnostics()) {
                if (error.isError()) {
                    refused.addAll(refusing(plans, error));
                }
            }
        }
        return refused;
    }

    private static List<CheckPlan> refusing(List<CheckPlan> plans, Diagnostic error) {
        List<CheckPlan> theirs = plans.stream()
                .filter(plan -> plan.source().toString().equals(error.file()))
                .toList();
        boolean ours = theirs.isEmpty() && error.file().endsWith(SOURCE);
        return ours && error.line() > 0 && error.line() <= plans.size() ? List.of(plans.get(error.line() - 1)) : theirs;
    }

    private static String text(Map<CheckPlan, String> modules) {
        StringBuilder text = new StringBuilder();
        StringBuilder choice = new StringBuilder();
        modules.forEach((plan, module) -> {
            String file = plan.root().resolve(plan.source()).toString();
            text.append("mod ").append(module).append(" { include!(").append(literal(file));
            text.append("); pub fn runner_main() -> ::std::process::ExitCode { ")
                    .append("::std::process::Termination::report(main()) } }\n");
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
