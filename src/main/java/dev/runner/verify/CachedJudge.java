package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Release;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what another judge said. */
final class CachedJudge implements BatchJudge {
    private final BatchJudge inner;
    private final VerdictCache cache;
    private final VerdictKeys keys;
    private final Release release;
    private final Map<CheckPlan, VerdictKeys.Key> begun = new ConcurrentHashMap<>();

    CachedJudge(BatchJudge inner, VerdictCache cache, VerdictKeys keys, Release release) {
        this.inner = inner;
        this.cache = cache;
        this.keys = keys;
        this.release = release;
    }

    @Override
    public Begun begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        begun.remove(plan);
        Optional<VerdictKeys.Key> key = keys.of(plan, release);
        Optional<Verdict> known = find(key);
        if (known.isPresent()) {
            return Begun.judged(known.get());
        }
        Begun beginning = inner.begin(plan, cancellation);
        if (key.isPresent()) {
            if (beginning.verdict() == null) {
                begun.put(plan, key.get());
            } else {
                keep(plan, key.get(), beginning.verdict());
            }
        }
        return beginning;
    }

    @Override
    public void build(Cancellation cancellation) throws InterruptedException {
        inner.build(cancellation);
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        // Who was begun was looked for then; the file's key must be of that time.
        VerdictKeys.Key before = begun.remove(plan);
        Optional<VerdictKeys.Key> key = before == null ? keys.of(plan, release) : Optional.of(before);
        Optional<Verdict> known = before == null ? find(key) : Optional.empty();
        if (known.isPresent()) {
            return known.get();
        }
        Verdict verdict = inner.judge(plan, cancellation);
        key.ifPresent(found -> keep(plan, found, verdict));
        return verdict;
    }

    private Optional<Verdict> find(Optional<VerdictKeys.Key> key) {
        return key.flatMap(found -> cache.find(found.hash()));
    }

    private void keep(CheckPlan plan, VerdictKeys.Key key, Verdict verdict) {
        // A file that was saved in the meantime is not what was judged, or not surely.
        boolean unchanged = keys.of(plan, release).filter(key::equals).isPresent();
        if (unchanged && !isBadLuck(key, verdict) && !namesPlaces(verdict, plan)) {
            cache.keep(key.hash(), verdict);
        }
    }

    private static boolean isBadLuck(VerdictKeys.Key key, Verdict verdict) {
        return key.chance()
                && verdict instanceof Verdict.Failed failed
                && (failed.check() == Check.TEST || failed.check() == Check.RUN);
    }

    /** Some messages point into the standard library's source; on another machine that lies elsewhere. */
    private boolean namesPlaces(Verdict verdict, CheckPlan plan) {
        return VerdictCodec.mentions(
                verdict, List.of(plan.root().toString(), release.sysroot().toString()));
    }
}
