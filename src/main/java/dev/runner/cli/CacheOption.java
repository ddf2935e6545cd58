package dev.runner.cli;

import dev.runner.toolchain.CacheHome;
import dev.runner.toolchain.Confinement;
import dev.runner.toolchain.Toolchain;
import dev.runner.verify.Judge;
import dev.runner.verify.Judges;
import dev.runner.verify.Scratch;
import dev.runner.verify.VerdictCache;
import dev.runner.verify.VerdictKeys;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --no-cache}, and the judge that goes with it. */
final class CacheOption {
    @Option(names = "--no-cache", description = "Judge everything anew, also what did not change since the last time.")
    boolean unwanted;

    /**
     * A judge of many exercises, which remembers unless that is unwanted or there is no place for it.
     *
     * @param confinement what the toolchain's processes run under
     */
    Judge judge(Toolchain toolchain, Scratch scratch, Context context, Confinement confinement) {
        Optional<Path> directory = unwanted ? Optional.empty() : CacheHome.of(context.environment());
        if (directory.isEmpty()) {
            return Judges.forMany(toolchain, scratch);
        }
        VerdictCache cache = new VerdictCache(directory.get().resolve("verdicts"), context.clock());
        return Judges.forMany(toolchain, scratch, cache, new VerdictKeys(context.environment(), confinement));
    }
}
