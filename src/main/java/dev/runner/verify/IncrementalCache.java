package dev.runner.verify;

import java.nio.file.Path;

/**
 * Where rustc keeps what it can use again when the same exercise is built the next time; a help for watching, where one
 * file is built again and again. Each kind of build has a directory of its own, as rustc demands.
 */
final class IncrementalCache {
    private final Path base;

    IncrementalCache(Path base) {
        this.base = base;
    }

    Path directory(CheckPlan plan, String kind) {
        return base.resolve(plan.crateName() + "-" + kind);
    }
}
