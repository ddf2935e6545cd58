package dev.runner.verify;

import dev.runner.course.Mode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of rustc and clippy-driver for a {@link CheckPlan}: what {@code cargo build}, {@code cargo test} and
 * {@code cargo clippy --profile test} would pass where it can change a verdict, and what bare rustc gets from rustlings
 * v5. Debug information and bitcode are left out: they cost time and decide nothing.
 */
final class Arguments {
    /** cargo's own: without them clippy would judge {@code cfg(feature = "x")} otherwise than under cargo. */
    private static final List<String> CHECK_CFG =
            List.of("--check-cfg", "cfg(docsrs,test)", "--check-cfg", "cfg(feature, values())");

    private final CheckPlan plan;
    private final List<String> externs;
    private final boolean dynamicStd;
    private final boolean incremental;

    Arguments(CheckPlan plan, List<String> externs, boolean dynamicStd, boolean incremental) {
        this.plan = plan;
        this.externs = externs;
        this.dynamicStd = dynamicStd;
        this.incremental = incremental;
    }

    /** The program. */
    List<String> program(Path output, Path cache) {
        List<String> arguments = common();
        boolean abort = plan.manifest().panicAbort();
        if (abort) {
            arguments.addAll(List.of("-C", "panic=abort"));
        }
        // The shared standard library is built to unwind; rustc refuses to link it to a program that aborts.
        linking(arguments, output, dynamicStd && !abort, cache);
        return arguments;
    }

    /** The program, but that it unwinds at a panic whatever its course says; needs the shared standard library. */
    List<String> unwindingProgram(Path output, Path cache) {
        List<String> arguments = common();
        linking(arguments, output, dynamicStd, cache);
        return arguments;
    }

    /** The tests' program. */
    List<String> tests(Path output, Path cache) {
        List<String> arguments = common();
        arguments.add("--test");
        linking(arguments, output, dynamicStd, cache);
        return arguments;
    }

    /** The lints; also the quickest way to every error of the language's rules. */
    List<String> lint(Path output, Path cache) {
        List<String> arguments = common();
        if (plan.mode() != Mode.CLIPPY) {
            arguments.add("--test");
        }
        arguments.addAll(List.of("--emit=metadata", "-o", output.toString()));
        if (incremental) {
            arguments.addAll(List.of("-C", "incremental=" + cache));
        }
        deny(arguments);
        return arguments;
    }

    /** The lints, and in the same run of the compiler the tests' program. */
    List<String> lintAndTests(Path output, Path cache) {
        List<String> arguments = tests(output, cache);
        deny(arguments);
        return arguments;
    }

    /** Every error of the language's rules that the program has. */
    List<String> check(Path output) {
        List<String> arguments = common();
        if (plan.manifest().panicAbort()) {
            arguments.addAll(List.of("-C", "panic=abort"));
        }
        arguments.addAll(List.of("--emit=metadata", "-o", output.toString()));
        return arguments;
    }

    private void deny(List<String> arguments) {
        if (plan.strict()) {
            arguments.addAll(List.of("-D", "warnings"));
        }
        if (plan.mode() == Mode.CLIPPY) {
            arguments.addAll(List.of("-D", "clippy::float_cmp"));
        }
    }

    private List<String> common() {
        List<String> arguments = new ArrayList<>();
        arguments.add(plan.source().toString());
        arguments.addAll(List.of("--crate-name", plan.crateName(), "--crate-type", "bin"));
        arguments.add("--edition=" + plan.manifest().edition());
        arguments.addAll(List.of("--error-format=json", "--json=diagnostic-rendered-ansi"));
        if (plan.mode() == Mode.STANDARD) {
            arguments.addAll(CHECK_CFG);
        }
        arguments.addAll(plan.manifest().lints().arguments());
        arguments.addAll(externs);
        return arguments;
    }

    private void linking(List<String> arguments, Path output, boolean dynamic, Path cache) {
        if (dynamic) {
            // Quicker to link; the path to the library is written into the program, so that its environment stays as
            // it is.
            arguments.addAll(List.of("-C", "prefer-dynamic", "-C", "rpath=yes"));
        }
        if (incremental) {
            arguments.addAll(List.of("-C", "incremental=" + cache));
        }
        arguments.addAll(List.of("-o", output.toString()));
    }
}
