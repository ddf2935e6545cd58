package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges plans that will be asked for before they are, all of them together, which is quicker than one by one; each verdict
 * is given once. Safe for many threads.
 */
public final class ForeseenJudge implements Judge {
    private final Judge judge;
    private final int jobs;
    private final Map<CheckPlan, Verdict> verdicts = new ConcurrentHashMap<>();

    /**
     * @param judge gives each verdict
     * @param jobs how many are judged at once, at least 1
     */
    public ForeseenJudge(Judge judge, int jobs) {
        this.judge = judge;
        this.jobs = jobs;
    }

    /**
     * Judges them; blocks until the last is judged. What was foreseen before and not asked for is forgotten.
     *
     * @throws CancellationException if {@code cancellation} asks before that
     * @throws InterruptedException if this thread is interrupted
     */
    public void foresee(List<CheckPlan> plans, Cancellation cancellation) throws InterruptedException {
        verdicts.clear();
        List<CheckPlan> different = plans.stream().distinct().toList();
        Rounds.Docket docket = new Rounds.Docket() {
            @Override
            public CheckPlan plan(int index) {
                return different.get(index);
            }

            @Override
            public void judged(int index, Verdict verdict, long nanos) {
                verdicts.put(different.get(index), verdict);
            }
        };
        new Rounds(judge, jobs, System::nanoTime, different.size(), docket, cancellation.child()).perform();
        if (cancellation.isCancelled()) {
            throw new CancellationException("cancelled");
        }
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Verdict foreseen = verdicts.remove(plan);
        return foreseen == null ? judge.judge(plan, cancellation) : foreseen;
    }
}
