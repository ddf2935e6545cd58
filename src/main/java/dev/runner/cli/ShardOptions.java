package dev.runner.cli;

import dev.runner.report.ReportException;
import dev.runner.report.Timings;
import dev.runner.verify.Shard;
import dev.runner.verify.Shards;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --shard} and {@code --timings}: which part of the work is this machine's. */
final class ShardOptions {
    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Do only part I of N, from 1. Default: what Bazel (TEST_SHARD_INDEX), GitLab (CI_NODE_INDEX)"
                    + " or Kubernetes (JOB_COMPLETION_INDEX with JOB_COMPLETIONS) say, else everything.")
    @Nullable
    String shard;

    @Option(
            names = "--timings",
            paramLabel = "FILE",
            description = "Balance the parts by what exercises took in this JSON report or .runner/durations.json."
                    + " Default: the course's own .runner/durations.json, if there is one.")
    @Nullable
    Path timings;

    /**
     * The part that is to be done; Bazel is told that it was understood.
     *
     * @throws UsageException if option or environment make no sense
     */
    Shard shard(Map<String, String> environment) {
        ShardSource source = new ShardSource(environment);
        if (shard != null) {
            return ShardSource.parse(shard);
        }
        Shard found = source.shard().orElse(Shard.WHOLE);
        if (source.bazel().isPresent()) {
            source.statusFile().ifPresent(ShardOptions::touch);
        }
        return found;
    }

    private static void touch(String file) {
        try {
            Files.write(Path.of(file), new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | RuntimeException fault) {
            throw new UsageException(
                    "TEST_SHARD_STATUS_FILE names " + file + ", which can't be written: " + fault,
                    "correct it, or say --shard I/N");
        }
    }

    /** What is known of how long things take. A file of ours that can't be read tells nothing; a named one must tell. */
    Timings timings(Path directory, Path usual) {
        if (timings == null) {
            try {
                return Timings.read(usual.toString(), read(usual));
            } catch (IOException | ReportException unknown) {
                return Timings.NONE;
            }
        }
        try {
            return Timings.read(timings.toString(), read(directory.resolve(timings)));
        } catch (IOException fault) {
            throw new UsageException(
                    "--timings " + timings + " can't be read: " + ReportTargets.said(fault),
                    "name a JSON report, or leave --timings out");
        }
    }

    /** This part's pieces of work, in their order. */
    static <T> List<T> part(List<T> pieces, Function<T, String> name, Timings timings, Shard shard) {
        Map<String, Long> costs = timings.costs(pieces.stream().map(name).toList());
        return Shards.part(pieces, piece -> costs.getOrDefault(name.apply(piece), 1L), shard);
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
