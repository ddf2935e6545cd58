package dev.runner.verify;

import dev.runner.toolchain.Cancellation;
import dev.runner.toolchain.Release;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers what another judge said. */
final class CachedJudge implements BatchJudge {
    private final BatchJudge inner;
    private final VerdictCache cache;
    private final VerdictKeys keys;
    private final Release release;
    private final Map<CheckPlan, String> begun = new ConcurrentHashMap<>();

    CachedJudge(BatchJudge inner, VerdictCache cache, VerdictKeys keys, Release release) {
        this.inner = inner;
        this.cache = cache;
        this.keys = keys;
        this.release = release;
    }

    @Override
    public Optional<Verdict> begin(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        Optional<String> key = keys.of(plan, release);
        Optional<Verdict> known = key.flatMap(cache::find);
        if (known.isPresent()) {
            return known;
        }
        Optional<Verdict> verdict = inner.begin(plan, cancellation);
        if (key.isPresent()) {
            verdict.ifPresentOrElse(found -> keep(plan, key.get(), found), () -> begun.put(plan, key.get()));
        }
        return verdict;
    }

    @Override
    public void build(Cancellation cancellation) throws InterruptedException {
        inner.build(cancellation);
    }

    @Override
    public Verdict judge(CheckPlan plan, Cancellation cancellation) throws InterruptedException {
        String key = begun.get(plan);
        if (key != null) {
            Verdict verdict = inner.judge(plan, cancellation);
            keep(plan, key, verdict);
            return verdict;
        }
        Optional<String> name = keys.of(plan, release);
        Optional<Verdict> known = name.flatMap(cache::find);
        if (known.isPresent()) {
            return known.get();
        }
        Verdict verdict = inner.judge(plan, cancellation);
        name.ifPresent(found -> keep(plan, found, verdict));
        return verdict;
    }

    /** A file that was saved in the meantime is not what was judged, or not surely. */
    private void keep(CheckPlan plan, String key, Verdict verdict) {
        if (keys.of(plan, release).filter(key::equals).isPresent()) {
            cache.keep(key, verdict);
        }
    }
}
