package dev.runner.verify;

import dev.runner.toolchain.Toolchain;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The judges as they are used: the quick way where it is right, cargo where it is not. */
public final class Judges {
    private Judges() {}

    /** For one exercise that somebody waits for: its checks run side by side. */
    public static Judge forOne(Toolchain toolchain, Scratch scratch) {
        return ComparingJudge.around(assemble(toolchain, scratch, Chains.Order.SIDE_BY_SIDE, null, step -> {}));
    }

    /**
     * For an exercise that is judged again and again: builds use again what has not changed.
     *
     * @param steps hears each check when it begins, on any thread
     */
    public static Judge forWatching(Toolchain toolchain, Scratch scratch, Consumer<Check> steps) {
        IncrementalCache cache = new IncrementalCache(scratch.newDirectory());
        return ComparingJudge.around(assemble(toolchain, scratch, Chains.Order.SIDE_BY_SIDE, cache, steps));
    }

    /**
     * For many exercises that are judged side by side: each does its checks in turn, and a {@link Verifier} has those
     * built together that can be.
     */
    public static Judge forMany(Toolchain toolchain, Scratch scratch) {
        return ComparingJudge.around(sharing(toolchain, scratch));
    }

    /** As {@link #forMany(Toolchain, Scratch)}, and remembers. */
    public static Judge forMany(Toolchain toolchain, Scratch scratch, VerdictCache cache, VerdictKeys keys) {
        return ComparingJudge.around(new CachedJudge(sharing(toolchain, scratch), cache, keys, toolchain.release()));
    }

    /**
     * For submissions, planned by {@link Planner#against}: each is judged by itself, and nothing is remembered.
     *
     * @param one whether somebody waits for just one, whose checks run side by side then
     */
    public static Judge forSubmissions(Toolchain toolchain, Scratch scratch, boolean one) {
        Chains.Order order = one ? Chains.Order.SIDE_BY_SIDE : Chains.Order.IN_TURN;
        Judge inner = assemble(toolchain, scratch, order, null, step -> {});
        return new SubmissionJudge(inner, scratch, new SecureRandom()::nextLong);
    }

    /** For many submissions: as {@link #forSubmissions}, but the same file is judged once. */
    public static SharedVerdicts forManySubmissions(Toolchain toolchain, Scratch scratch) {
        return new SharedVerdicts(forSubmissions(toolchain, scratch, false));
    }

    /** For many exercises, each check by itself: the slow way, which the others are held against. */
    static Judge oneByOne(Toolchain toolchain, Scratch scratch) {
        Crates crates = new Crates(toolchain);
        RustcJudge rustc = new RustcJudge(toolchain, crates, scratch, Chains.Order.IN_TURN, null, step -> {});
        return alone(rustc.apart(), new CargoJudge(toolchain, crates, scratch));
    }

    private static BatchJudge sharing(Toolchain toolchain, Scratch scratch) {
        Crates crates = new Crates(toolchain);
        RustcJudge rustc = new RustcJudge(toolchain, crates, scratch, Chains.Order.IN_TURN, null, step -> {});
        Judge alone = alone(rustc, new CargoJudge(toolchain, crates, scratch));
        return new SharedJudge(alone, rustc, toolchain, scratch);
    }

    private static Judge assemble(
            Toolchain toolchain,
            Scratch scratch,
            Chains.Order order,
            @Nullable IncrementalCache cache,
            Consumer<Check> steps) {
        Crates crates = new Crates(toolchain);
        return alone(
                new RustcJudge(toolchain, crates, scratch, order, cache, steps),
                new CargoJudge(toolchain, crates, scratch));
    }

    private static Judge alone(Judge rustc, Judge cargo) {
        return new MarkJudge(
                (plan, cancellation) -> (plan.viaCargo() == null ? rustc : cargo).judge(plan, cancellation));
    }
}
