package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Judges the same text under the same plan once, in whichever submissions it stands, also when these are judged side by
 * side. What was found is kept in this process's memory alone, where no judged program reaches it, and only so much of it:
 * what was not asked for longest is judged anew. A verdict that another run might not give (a limit, a signal, what can't
 * be judged here) is not taken at its word: the file is judged once more, and what is said then holds for all.
 */
public final class SharedVerdicts implements Judge {
    /** About as many characters of verdicts are kept; a thousand ordinary ones take a quarter of it. */
    private static final long LARGEST_TOTAL = 16L << 20;

    private record Key(CheckPlan plan, String digest) {}

    private final Judge inner;
    private final long largestTotal;
    private final Map<Key, Verdict> known = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<Key, CompletableFuture<@Nullable Verdict>> pending = new HashMap<>();
    private long total;
    private long judged;
    private long shared;

    SharedVerdicts(Judge inner) {
        this(inner, LARGEST_TOTAL);
    }

    SharedVerdicts(Judge inner, long largestTotal) {
        this.inner = inner;
        this.largestTotal = largestTotal;
    }

    /** How many files were judged. */
    public synchronized long judged() {
        return judged;
    }

    /** How many files were given a verdict that another had got. */
    public synchronized long shared() {
        return shared;
    }

    /**
     * Takes over what an earlier run found.
     *
     * @param plan what judges the file now; where it was handed in makes no difference
     * @param digest the file's, as {@link SubmissionDigests} gives it
     */
    public synchronized void learn(CheckPlan plan, String digest, Verdict verdict) {
        Key key = new Key(plan.withReference(null), digest);
        if (!known.containsKey(key)) {
            keep(key, verdict);
        }
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Reference.Submission submission = SubmittedFile.of(plan);
        SubmittedFile file = SubmittedFile.read(submission);
        if (file.refusal() != null) {
            return file.refusal();
        }
        // What the file holds is in the digest, and where it was handed in makes no difference.
        Key key = new Key(plan.withReference(null), file.digest());
        while (true) {
            if (cancellation.isCancelled()) {
                throw new CancellationException("cancelled");
            }
            CompletableFuture<@Nullable Verdict> mine = new CompletableFuture<>();
            CompletableFuture<@Nullable Verdict> other;
            synchronized (this) {
                Verdict verdict = known.get(key);
                if (verdict != null) {
                    shared++;
                    return verdict;
                }
                other = pending.putIfAbsent(key, mine);
            }
            if (other == null) {
                return judged(plan, key, submission, mine, cancellation);
            }
            await(other);
        }
    }

    private Verdict judged(
            CheckPlan plan,
            Key key,
            Reference.Submission submission,
            CompletableFuture<@Nullable Verdict> mine,
            Cancellation cancellation)
            throws InterruptedException {
        try {
            Verdict verdict = inner.judge(plan, cancellation);
            if (!isCertain(verdict)) {
                verdict = inner.judge(plan, cancellation);
            }
            // A file that was changed in the meantime is not what was judged, or not surely.
            boolean same = SubmittedFile.read(submission).digest().equals(key.digest());
            synchronized (this) {
                judged++;
                if (same) {
                    keep(key, verdict);
                }
            }
            return verdict;
        } finally {
            synchronized (this) {
                pending.remove(key);
            }
            // Who waits looks again, and judges by himself where nothing was kept.
            mine.complete(null);
        }
    }

    private static void await(CompletableFuture<@Nullable Verdict> other) throws InterruptedException {
        try {
            other.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isCertain(Verdict verdict) {
        return verdict instanceof Verdict.Tampered
                || verdict instanceof Verdict.Pending
                || VerdictCodec.isLasting(verdict);
    }

    private void keep(Key key, Verdict verdict) {
        known.put(key, verdict);
        total += size(verdict);
        Iterator<Map.Entry<Key, Verdict>> oldest = known.entrySet().iterator();
        while (total > largestTotal && oldest.hasNext()) {
            total -= size(oldest.next().getValue());
            oldest.remove();
        }
    }

    /** Its texts are nearly all of it. */
    private static long size(Verdict verdict) {
        return verdict.toString().length();
    }
}
