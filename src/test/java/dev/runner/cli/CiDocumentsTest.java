package dev.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runner.report.ReportFormat;
import dev.runner.verify.Shard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import picocli.CommandLine;

/** The workflows that a class can copy name nothing that is not there. */
class CiDocumentsTest {
    private static final Pattern FENCE = Pattern.compile("```([a-z]+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND =
            Pattern.compile("(?<![\\w./-])(?:[\\w./-]*/)?runner ((?:-C|verify|report|grade|run)\\b[^`'|\\n]*)");

    @TempDir
    Path directory;

    record Block(String language, String text) {}

    private static String documentation() throws IOException {
        return Files.readString(Path.of("docs/ci.md"));
    }

    private static List<Block> blocks() throws IOException {
        Matcher matcher = FENCE.matcher(documentation());
        return matcher.results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }

    static Stream<String> yamls() throws IOException {
        return Stream.concat(
                Stream.of(Files.readString(Path.of("action.yml"))),
                blocks().stream()
                        .filter(block -> block.language().equals("yaml"))
                        .map(Block::text));
    }

    @ParameterizedTest
    @MethodSource("yamls")
    void aWorkflowIsYaml(String text) {
        assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                .isInstanceOf(Map.class);
    }

    static Stream<String> commandLines() throws IOException {
        return COMMAND.matcher(documentation())
                .results()
                .map(found -> found.group(1).strip())
                // A sentence may name the command without its arguments.
                .filter(line -> !line.equals("report merge"));
    }

    @Test
    void theDocumentationShowsCommandLines() throws IOException {
        assertThat(yamls()).hasSize(6);
        assertThat(commandLines().filter(line -> line.startsWith("verify"))).hasSizeGreaterThan(8);
        assertThat(commandLines().filter(line -> line.startsWith("report merge")))
                .hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aCommandLineIsUnderstood(String line) {
        String plain = line.replaceAll("\\$\\{\\{[^}]*}}", "1").replaceAll("\"?\\$\\w+\"?", "1");
        understood(List.of(plain.split(" +", -1)));
    }

    /** As far as that can be told without a course. */
    private static void understood(List<String> words) {
        CommandLine.ParseResult parsed = Cli.complete(context()).parseArgs(words.toArray(String[]::new));
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        List<String> reports = parsed.matchedOptionValue("--report", List.<String>of());
        assertThat(reports)
                .allMatch(report ->
                        ReportFormat.named(report.replaceAll(":.*", "")).isPresent());
        String shard = parsed.matchedOptionValue("--shard", "1/1");
        assertThat(ShardSource.parse(shard)).isInstanceOf(Shard.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/ci.md", "docs/grade.md"})
    void aTargetOfBazelTakesNoDirectorysPlace(String document) throws IOException {
        List<String> targets = FENCE.matcher(Files.readString(Path.of(document)))
                .results()
                .filter(block -> block.group(1).equals("python"))
                .map(block -> block.group(2))
                .toList();
        assertThat(targets).hasSize(1);
        // The executable lies beside the files that it is given, by its target's name.
        String name = targets.get(0).replaceAll("(?s).*name = \"([^\"]+)\".*", "$1");
        assertThat(targets.get(0)).contains("glob(").doesNotContain("\"" + name + "/");
    }

    @Test
    void theTableOfFormatsIsComplete() throws IOException {
        assertThat(documentation().lines().filter(line -> line.matches("\\| `[a-z0-9]+` \\|.*")))
                .extracting(line -> line.replaceAll("\\| `([a-z0-9]+)`.*", "$1"))
                .containsExactlyElementsOf(
                        Stream.of(ReportFormat.values()).map(ReportFormat::id).toList());
    }

    @Test
    @SuppressWarnings("unchecked")
    void theActionsScriptCallsRunnerWithItsInputs() throws IOException, InterruptedException {
        Object action =
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(Path.of("action.yml")));
        Map<String, String> variables = (Map<String, String>) at(action, "runs", "steps", 0, "env");
        Map<String, Object> inputs = (Map<String, Object>) at(action, "inputs");
        assertThat(variables.values())
                .containsExactlyElementsOf(inputs.keySet().stream()
                        .map(input -> "${{ inputs." + input + " }}")
                        .toList());

        Map<String, String> given = Map.of(
                "VERIFY_DIRECTORY", "a course",
                "VERIFY_EXERCISES", "vecs* $(touch x)",
                "VERIFY_REPORTS", "github\nhtml:report.html",
                "VERIFY_SHARD", "1/4",
                "VERIFY_TIMINGS", "last.json",
                "VERIFY_HINT_COST", "25%",
                "VERIFY_TIMEOUT", "5");
        assertThat(given.keySet()).isEqualTo(variables.keySet());
        List<String> words = arguments(String.valueOf(at(action, "runs", "steps", 0, "run")), given);
        assertThat(String.join("|", words))
                .isEqualTo(
                        "-C|a course|verify|--report|github|--report|html:report.html|--shard|1/4|--timings|last.json"
                                + "|--hint-cost|25%|--timeout|5|--|vecs*|$(touch|x)");
        understood(words);
    }

    private static Object at(Object node, Object... path) {
        Object at = node;
        for (Object step : path) {
            at = Objects.requireNonNull(
                    step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step));
        }
        return at;
    }

    /** What the script hands to a program that stands where runner would. */
    private List<String> arguments(String script, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path runner = directory.resolve("runner");
        Files.writeString(runner, "#!/bin/sh\nfor word; do printf '%s\\n' \"$word\"; done\n");
        assertThat(runner.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        builder.environment().put("GITHUB_ACTION_PATH", directory.toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines().collect(Collectors.toCollection(ArrayList::new));
    }

    static Context context() {
        return new Context(
                choice -> {
                    throw new IllegalStateException("nothing is shown");
                },
                Path.of(""),
                Map.of(),
                new dev.runner.testing.FixedClock(),
                () -> 0,
                (directory, confinement) -> new dev.runner.testing.FakeToolchain(),
                Optional.empty(),
                new CliCase.NobodysKeyboard(),
                choice -> new CliCase.NoScreen(),
                new dev.runner.toolchain.Cancellation(),
                new CommonOptions(),
                "1");
    }
}
