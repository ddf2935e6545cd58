package dev.runner.verify;

import dev.runner.toolchain.Toolchain;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The judges as they are used: the quick way where it is right, cargo where it is not. */
public final class Judges {
    private Judges() {}

    /** For one exercise that somebody waits for: its checks run side by side. */
    public static Judge forOne(Toolchain toolchain, Scratch scratch) {
        return assemble(toolchain, scratch, Chains.Order.SIDE_BY_SIDE, null, step -> {});
    }

    /**
     * For an exercise that is judged again and again: builds use again what has not changed.
     *
     * @param steps hears each check when it begins, on any thread
     */
    public static Judge forWatching(Toolchain toolchain, Scratch scratch, Consumer<Check> steps) {
        IncrementalCache cache = new IncrementalCache(scratch.newDirectory());
        return assemble(toolchain, scratch, Chains.Order.SIDE_BY_SIDE, cache, steps);
    }

    /** For many exercises that are judged side by side: each does its checks in turn. */
    public static Judge forMany(Toolchain toolchain, Scratch scratch) {
        return assemble(toolchain, scratch, Chains.Order.IN_TURN, null, step -> {});
    }

    private static Judge assemble(
            Toolchain toolchain,
            Scratch scratch,
            Chains.Order order,
            @Nullable IncrementalCache cache,
            Consumer<Check> steps) {
        Crates crates = new Crates(toolchain);
        Judge rustc = new RustcJudge(toolchain, crates, scratch, order, cache, steps);
        Judge cargo = new CargoJudge(toolchain, crates, scratch);
        return new MarkJudge(
                (plan, cancellation) -> (plan.viaCargo() == null ? rustc : cargo).judge(plan, cancellation));
    }
}
