package dev.runner.verify;

import dev.runner.toolchain.Completion;
import dev.runner.toolchain.Transcript;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the test program of a {@link SharedBuild} says, as the exercise's own program would say it. Two things give it away:
 * the module in front of each name, and the number of the others' tests, which were filtered out.
 */
final class SharedTranscript {
    private static final Pattern FILTERED_OUT = Pattern.compile("(?m)^(test result: .*; )\\d+ filtered out");

    private SharedTranscript() {}

    /**
     * The completion without what gives it away.
     *
     * @param prefix what stands in front of the names of the exercise's tests
     * @return empty if that can't be told for sure: something was left out, another test is named, or the program itself
     *     says what the harness says
     */
    static Optional<Completion> unprefixed(Completion completion, String prefix) {
        Transcript output = completion.output();
        String text = output.text();
        Matcher filtered = FILTERED_OUT.matcher(text);
        if (output.omittedBytes() > 0
                || !TestReportParser.parse(text).results().stream()
                        .allMatch(result -> result.name().startsWith(prefix))
                || filtered.results().count() != 1) {
            return Optional.empty();
        }
        String own = filtered.replaceFirst("$10 filtered out").replace(prefix, "");
        return Optional.of(with(completion, Transcript.of(own)));
    }

    /** The completion of what was stopped, without the prefix. */
    static Completion unnamed(Completion completion, String prefix) {
        Transcript output = completion.output();
        return with(
                completion,
                new Transcript(
                        output.head().replace(prefix, ""),
                        output.omittedBytes(),
                        output.tail().replace(prefix, "")));
    }

    private static Completion with(Completion completion, Transcript output) {
        return new Completion(
                completion.end(), completion.exitCode(), output, completion.errors(), completion.duration());
    }
}
