package dev.runner.cli;

import dev.runner.verify.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from the environment which part of a run this machine is to do: by what Bazel, GitLab and an indexed Job of
 * Kubernetes set. An empty variable counts as one that is not set.
 */
final class ShardSource {
    private static final int MOST = 10_000;

    /** What one engine says. */
    private record Found(String variables, Shard shard) {}

    private final Map<String, String> environment;

    ShardSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The part; empty where nobody speaks of parts.
     *
     * @throws UsageException if variables are out of range, lack their partner, or contradict each other
     */
    Optional<Shard> shard() {
        List<Found> found = new ArrayList<>();
        bazel().ifPresent(shard -> found.add(new Found("TEST_SHARD_INDEX and TEST_TOTAL_SHARDS", shard)));
        gitlab().ifPresent(shard -> found.add(new Found("CI_NODE_INDEX and CI_NODE_TOTAL", shard)));
        kubernetes().ifPresent(shard -> found.add(new Found("JOB_COMPLETION_INDEX and JOB_COMPLETIONS", shard)));
        for (Found other : found) {
            if (!other.shard().equals(found.get(0).shard())) {
                throw new UsageException(
                        found.get(0).variables() + " say shard " + found.get(0).shard() + ", but " + other.variables()
                                + " say " + other.shard(),
                        "say which: --shard I/N");
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).shard());
    }

    /** The file that Bazel wants touched by who heeds its variables. */
    Optional<String> statusFile() {
        return Optional.ofNullable(value("TEST_SHARD_STATUS_FILE"));
    }

    Optional<Shard> bazel() {
        return numbered("TEST_SHARD_INDEX", 0, "TEST_TOTAL_SHARDS");
    }

    private Optional<Shard> gitlab() {
        // Set to 1 in every job, also where nothing is parallel.
        if (value("CI_NODE_INDEX") == null && "1".equals(value("CI_NODE_TOTAL"))) {
            return Optional.empty();
        }
        return numbered("CI_NODE_INDEX", 1, "CI_NODE_TOTAL");
    }

    /** Kubernetes sets the index alone; how many there are, the Job's author sets. */
    private Optional<Shard> kubernetes() {
        if (value("JOB_COMPLETION_INDEX") == null) {
            return Optional.empty();
        }
        return numbered("JOB_COMPLETION_INDEX", 0, "JOB_COMPLETIONS");
    }

    private Optional<Shard> numbered(String indexName, int first, String totalName) {
        String index = value(indexName);
        String total = value(totalName);
        if (index == null && total == null) {
            return Optional.empty();
        }
        if (index == null || total == null) {
            String missing = index == null ? indexName : totalName;
            throw new UsageException(
                    (index == null ? totalName : indexName) + " is set, but " + missing + " is not",
                    "set " + missing + " too, or say --shard I/N (--shard 1/1 for everything)");
        }
        int parts = number(totalName, total, 1, MOST);
        return Optional.of(new Shard(number(indexName, index, first, first + parts - 1) - first + 1, parts));
    }

    private static int number(String name, String text, int least, int most) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new UsageException(
                name + " is \"" + text + "\", which is no whole number from " + least + " to " + most,
                "correct it, or say --shard I/N");
    }

    private @Nullable String value(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Reads {@code I/N}, counted from 1. */
    static Shard parse(String text) {
        if (text.matches("[0-9]{1,9}/[0-9]{1,9}")) {
            int slash = text.indexOf('/');
            int index = Integer.parseInt(text.substring(0, slash));
            int total = Integer.parseInt(text.substring(slash + 1));
            if (total >= 1 && total <= MOST && index >= 1 && index <= total) {
                return new Shard(index, total);
            }
        }
        throw new UsageException(
                "--shard " + text + " is no part", "write I/N with I from 1 to N, as 1/4 for the first of four");
    }
}
