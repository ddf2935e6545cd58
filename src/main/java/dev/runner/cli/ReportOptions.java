package dev.runner.cli;

import dev.runner.progress.HandedInProgress;
import dev.runner.report.HintCost;
import dev.runner.view.ProblemView;
import dev.runner.view.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --report}, for every command that ends with a report. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FORMAT[:FILE]",
            description = "Also write a report: text, json, junit, github, classroom, class, class1, exercism or html;"
                    + " to FILE, or to its usual place, which for most is standard output. Repeatable.")
    List<String> reports = new ArrayList<>();

    /** Where reports go; nothing is written yet, but that it can be is made sure of. */
    ReportTargets targets(Map<String, String> environment, Path directory, Path courseDirectory) {
        return ReportTargets.parse(reports, environment, directory, courseDirectory);
    }

    /** {@code --hint-cost}. */
    static final class Price {
        HintCost cost = HintCost.FREE;

        @Option(
                names = "--hint-cost",
                paramLabel = "N",
                description = "What each revealed hint takes from an exercise's points: a share (0.25 or 25%%), or"
                        + " points (2p). Default: 0. Of what somebody handed in, hints are those that its own progress"
                        + " lists.")
        void cost(@org.jspecify.annotations.Nullable String text) {
            if (text == null) {
                return;
            }
            try {
                cost = HintCost.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new UsageException(
                        "--hint-cost " + text + " is no price",
                        "give a share such as 0.25 or 25%, or points such as 2p");
            }
        }

        /** Says, where hints cost something, what their count is worth when strangers' work is judged. */
        void warn(Terminal terminal) {
            if (!cost.isFree()) {
                terminal.remark(ProblemView.warning("hints are counted as " + HandedInProgress.FILE
                        + " of what was handed in lists them, and the learner can change that"));
            }
        }
    }
}
